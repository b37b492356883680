"""The organization's own wordings: listed by kind, written with the paper beside, put into use and out of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.fieldtext import field
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.history.selectors import timeline_of
from programs.orders.services import with_texts
from programs.orders.states import OrderKind, OrderState
from reports.documents.fields import ALL_POINTS, BASIS, CONTROL, HEADING, fields_of, parts_of
from reports.documents.orders import order_paper
from reports.documents.sample import sample_paper
from reports.documents.templating import filled, made_template, problems_of
from reports.orders import services
from reports.orders.forms import PointFormSet, WordingForm, rearranged, removed_in
from reports.orders.models import OrderTemplate
from reports.orders.selectors import example_of, named_by_hand
from reports.orders.services.wordings import TEXTS
from reports.orders.views.common import visible_order
from reports.orders.views.desks import DESKS
from reports.orders.views.previews import paper_response, refused_preview


def wording_list(request, slug):
    """By kind: the wording in use, and those that rest."""
    found = {}
    for template in OrderTemplate.objects.visible_to(request.actor).select_related("made_by__person"):
        found.setdefault(template.kind, []).append(template)
    kinds = [(kind, found.get(kind.value, [])) for kind in OrderKind if kind in DESKS or kind.value in found]
    return render(request, "reports/orders/wording_list.html", {"kinds": kinds})


def wording_new(request, slug):
    """A wording begun from the usual one: the fields as the program puts them together."""
    if not (kind := _kind(request)):
        return redirect(request.actor.url("reports:wording_list"))
    parts = [one.name for one in parts_of(kind)] or [ALL_POINTS]
    usual = {"heading": field(HEADING), "basis": field(BASIS), "control": field(CONTROL), "name": kind.label}
    points = [{"text": field(name), "depth": 1} for name in parts]
    return _write(request, kind, usual, points)


def wording_from_order(request, slug, pk):
    """The wording of an order as the organization's own: what came from the data is a field again."""
    order = visible_order(request, pk)
    if "fields" not in order.composed:
        messages.info(request, _("This order was composed before own wordings were kept. Begin with a newer one."))
        return redirect(request.actor.url("reports:order_card", pk))
    texts = {name: getattr(order, name) for name in TEXTS}
    made = made_template(order.kind, texts, order.composed["fields"])
    points = made.pop("points")
    further = {"order": order, "by_hand": named_by_hand(order, points)}
    return _write(request, OrderKind(order.kind), made | {"name": order.heading[:120]}, points, **further)


def wording_edit(request, slug, pk):
    """Another text of a wording."""
    template = _template(request, pk)
    texts = {name: getattr(template, name) for name in ("name", "heading", "basis", "control", "version")}
    return _write(request, OrderKind(template.kind), texts, template.points, template=template)


def _write(request, kind, texts, points, *, template=None, **further):
    """The editor of a wording, with what was sent where something was."""
    context = further | {"kind": kind, "template": template}
    if request.method != "POST":
        return _editor(request, context, WordingForm(initial=texts), PointFormSet(initial=points))
    if request.POST.get("do"):
        rows, removed = rearranged(request.POST)
        return _editor(request, context, WordingForm(initial=request.POST.dict()), rows, removed=removed)
    form, rows = _checked(kind, request.POST)
    if form.errors or rows.total_error_count():
        return _editor(request, context, form, rows)
    words = {"name": form.cleaned_data["name"], "points": rows.texts()} | form.texts()
    try:
        with refusals_in(form):
            if template:
                expected = form.cleaned_data["version"] or 0
                saved = services.update_template(template, by=request.user, expected_version=expected, **words)
            else:
                saved = services.make_template(request.actor.organization, kind, by=request.user, **words)
            messages.success(request, _("Saved. The next order of this kind is worded so; drafts keep their text."))
            return redirect(request.actor.url("reports:wording_card", saved.pk))
    except StaleSave as stale:
        data = request.POST.copy()
        data["version"] = stale.current.version
        return _editor(request, context, WordingForm(data), PointFormSet(data), current=stale.current)
    return _editor(request, context, form, rows)


def _checked(kind, data):
    """The form and the points of what was sent, with what is wrong about its fields shown at its place."""
    form, points = WordingForm(data), PointFormSet(data)
    if form.is_valid() and points.is_valid():
        form.show_problems(problems_of(kind, form.texts() | {"points": points.texts()}), points)
    return form, points


def _editor(request, context, form, points, *, removed=None, current=None):
    values, example = example_of(request.actor, context["kind"])
    rows = [(one, field(one.name), _shown(values.get(one.name))) for one in fields_of(context["kind"]).values()]
    context = context | {
        "form": form,
        "points": points,
        "removed": removed_in(request.POST) if removed is None else removed,
        "fields": rows,
        "example": example,
        "current": current,
        "preview": f"{request.actor.url('reports:wording_preview')}?kind={context['kind'].value}",
    }
    return render(request, "reports/orders/wording_edit.html", context)


def _shown(value):
    """A value in the list of fields: words, or the points one below the other."""
    return "\n".join(point["text"] for point in value) if isinstance(value, list) else value or ""


@require_POST
def wording_preview(request, slug):
    """The paper by the wording as it is typed now, with the data of the latest order; nothing is saved."""
    if not (kind := _kind(request)):
        return redirect(request.actor.url("reports:wording_list"))
    form, points = _checked(kind, request.POST)
    if form.errors or points.total_error_count():
        return refused_preview(request, form, points)
    with refusals_in(form):
        paper = _paper(request.actor, kind, form.texts() | {"points": points.texts()})
        return paper_response(request, paper, _file_name())
    return refused_preview(request, form, points)


def wording_card(request, slug, pk):
    """A wording as it stands, the paper it makes, and what happened to it."""
    template = _template(request, pk)
    context = {"template": template, "timeline": timeline_of(template)}
    return render(request, "reports/orders/wording_card.html", context)


def wording_pdf(request, slug, pk):
    """The paper by a wording, with the data of the latest order."""
    template = _template(request, pk)
    texts = {name: getattr(template, name) for name in TEXTS}
    form = WordingForm({})
    with refusals_in(form):
        paper = _paper(request.actor, OrderKind(template.kind), texts)
        return paper_response(request, paper, _file_name())
    return refused_preview(request, form, PointFormSet(initial=[]))


def _paper(actor, kind, texts):
    values, order = example_of(actor, kind)
    texts = filled(kind, texts, values)
    if order is None:
        return sample_paper(actor.organization, texts)
    draft = with_texts(order, **texts)
    draft.state, draft.number_text, draft.signed_on = OrderState.DRAFT, "", None
    return order_paper(draft)


@require_POST
def wording_use(request, slug, pk):
    """Compose orders by this wording again, or by the usual one."""
    template = _template(request, pk)
    with refusals_told(request):
        if request.POST.get("use") == "1":
            services.use_template(template, by=request.user)
            messages.success(request, _("The next order of this kind is worded so; drafts keep their text."))
        else:
            services.rest_template(template, by=request.user)
            messages.success(request, _("The next order of this kind gets the usual wording; this one is kept."))
    return redirect(request.actor.url("reports:wording_card", pk))


def _template(request, pk):
    return fetch(request, OrderTemplate, pk=pk)


def _kind(request):
    """The kind the address asks for («?kind=O4»), None where it asks for none; Http404 for one the desk knows not."""
    code = request.GET.get("kind")
    if code is None:
        return None
    if code not in OrderKind.values or OrderKind(code) not in DESKS:
        raise Http404
    return OrderKind(code)


def _file_name():
    return _("Wording of an order") + ".pdf"

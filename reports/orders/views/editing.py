"""The workplace of an order: its text on the left, the paper it makes on the right."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from people.organizations.selectors import regulation_on
from programs.orders.selectors import subjects_of
from programs.orders.services import update_order, with_texts
from reports.documents.citing import cited_in, with_cited
from reports.documents.orders import order_paper
from reports.orders import services
from reports.orders.forms import CaseFormsForm, OrderTextForm, PointFormSet, rearranged, removed_in
from reports.orders.models import OrderTemplate
from reports.orders.selectors import acts_for, forms_of
from reports.orders.views.common import visible_order
from reports.orders.views.desks import desk_of
from reports.orders.views.previews import paper_response, refused_preview


def order_edit(request, slug, pk):
    """The workplace: the text on the left, the paper it makes on the right."""
    order = visible_order(request, pk)
    if not order.is_editable:
        messages.info(request, _("The text cannot be changed in this state. Below is how the order stands."))
        return redirect(request.actor.url("reports:order_card", pk))
    if request.method != "POST":
        return _workplace(request, order, _text_form(order), PointFormSet(initial=order.points))
    if request.POST.get("do") == "compose":
        return _compose(request, order)
    data = _with_ticked(request.POST, order)
    if request.POST.get("do"):
        points, removed = rearranged(data)
        return _workplace(request, order, _text_form(order, initial=data.dict()), points, removed=removed)
    form, points = _text_form(order, data), PointFormSet(data)
    if form.is_valid() and points.is_valid():
        return _save(request, order, form, points)
    return _workplace(request, order, form, points)


@require_POST
def order_preview(request, slug, pk):
    """The paper of the text as it is typed now; nothing is saved."""
    order = visible_order(request, pk)
    if not order.is_editable:
        raise Http404
    data = _with_ticked(request.POST, order)
    form, points = _text_form(order, data), PointFormSet(data)
    if not (form.is_valid() and points.is_valid()):
        return refused_preview(request, form, points)
    texts = {name: form.cleaned_data[name] for name in ("heading", "basis", "control")}
    with refusals_in(form):
        typed = order_paper(with_texts(order, points=points.texts(), **texts))
        return paper_response(request, typed, _("Draft order") + f" {order.pk}.pdf")
    return refused_preview(request, form, points)


def _text_form(order, data=None, initial=None):
    """The text as saved, as typed (``initial``) or as sent (``data``), with the number as its register writes it."""
    names = ("heading", "basis", "control", "number_suffix", "version")
    orders = regulation_on(order.organization, order.organization.today()).orders
    style = orders.series_of(order.kind) or orders
    return OrderTextForm(data, style=style, initial=initial or {name: getattr(order, name) for name in names})


def _with_ticked(data, order):
    """What was sent, its basis citing the acts ticked since the page was made, and not those unticked."""
    shown, ticked = set(data.getlist("acts-shown")), set(data.getlist("acts"))
    if shown == ticked:
        return data
    acts, data = acts_for(order), data.copy()
    basis = data.get("basis", "")
    cited = {acts[number].phrase for number in cited_in(basis, acts)}
    wanted = (cited | (ticked - shown)) - (shown - ticked)
    places = {number for number, act in enumerate(acts) if act.phrase in wanted}
    purpose = regulation_on(order.organization, order.organization.today()).orders.purpose
    data["basis"] = with_cited(basis, acts, places, purpose)
    return data


def _save(request, order, form, points):
    texts = {"points": points.texts(), **form.texts()}
    try:
        with refusals_in(form):
            row = update_order(order, by=request.user, expected_version=form.cleaned_data["version"], **texts)
            if row.points:
                messages.success(request, _("Saved. The paper on the page shows the new text."))
            else:
                messages.warning(
                    request, _("Saved, but the order has no points: it cannot be sent until there is one.")
                )
            return redirect(request.actor.url("reports:order_edit", order.pk))
    except StaleSave as stale:
        data = form.data.copy()
        data["version"] = stale.current.version
        return _workplace(request, order, _text_form(order, data), PointFormSet(data), current=stale.current)
    return _workplace(request, order, form, points)


def _workplace(request, order, form, points, *, current=None, contents=None, removed=None):
    desk, acts = desk_of(order), acts_for(order)
    cited = cited_in(form["basis"].value() or "", acts)
    context = {
        "order": order,
        "form": form,
        "points": points,
        "removed": removed_in(request.POST) if removed is None else removed,
        "acts": [(act, number in cited) for number, act in enumerate(acts)],
        "current": current,
        "last_change": Move.objects.of(order).last() if current else None,
        "contents": contents or desk.form(order),
        "section": desk.section,
        "people": [(one.employment, forms_of(one.employment)) for one in subjects_of(order)],
        "unsaved": request.method == "POST",
        "wording": _wording_of(order),
    }
    return render(request, "reports/orders/order_edit.html", context)


def _wording_of(order):
    """The own wording the draft was composed by, None for the usual one."""
    key = order.composed.get("template")
    return OrderTemplate.objects.filter(organization=order.organization_id, pk=key).first() if key else None


def _compose(request, order):
    """Other contents, or the same ones with a text composed anew."""
    desk = desk_of(order)
    contents = desk.form(order, request.POST)
    if contents.is_valid():
        with refusals_in(contents):
            desk.recompose(order, contents, request.user)
            messages.success(request, _("The text is composed anew."))
            return redirect(request.actor.url("reports:order_edit", order.pk))
    points = PointFormSet(initial=order.points)
    return _workplace(request, order, _text_form(order), points, contents=contents)


def order_case_forms(request, slug, pk, employment):
    """How one person's name and post decline; remembered for every later paper."""
    order = visible_order(request, pk)
    subject = subjects_of(order).filter(employment=employment).first()
    if subject is None:
        raise Http404
    edit = request.actor.url("reports:order_edit", pk)
    data = request.POST if request.method == "POST" else None
    form = CaseFormsForm(data, employment=subject.employment)
    if form.is_valid():
        forms = {"names": form.forms_of("name"), "posts": form.forms_of("post")}
        with refusals_in(form):
            services.correct_case_forms(order, subject.employment, by=request.user, **forms)
            messages.success(request, _("The forms are remembered and stand in the text."))
            return redirect(edit)
    context = {"order": order, "employment": subject.employment, "form": form, "edit": edit}
    return render(request, "reports/orders/case_forms.html", context)

"""From the agreed pairs to an order sent for signature."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.history.models import Move
from people.organizations.selectors import regulation_on
from programs.orders.models import Order
from programs.orders.selectors import mentorships_of, programs_of, subjects_of
from programs.orders.services import update_order
from reports.orders import services
from reports.orders.forms import AssignmentForm, CaseFormsForm, OrderTextForm, PointFormSet
from reports.orders.selectors import forms_of
from reports.orders.views.desks import desk_of


def order_draft(request, slug):
    """Choose the agreed pairs; the text is composed from them."""
    organization = request.actor.organization
    data = request.POST if request.method == "POST" else None
    chosen = {"mentorships": request.GET.getlist("mentorship")}
    form = AssignmentForm(data, organization=organization, initial=chosen)
    if data is not None and form.is_valid():
        try:
            order = services.prepare_assignment(
                organization, form.chosen(), by=request.user, due_on=form.cleaned_data["due_on"]
            )
        except MoveRefused as refusal:
            form.add_error(None, _without_fields(refusal))
        else:
            messages.success(request, _("The order is composed. Read it, correct what you want and send it."))
            return redirect(request.actor.url("reports:order_edit", order.pk))
    ticked = set(map(str, data.getlist("mentorships") if data is not None else chosen["mentorships"]))
    context = {"form": form, "ticked": ticked, "all": data is None and not ticked}
    return render(request, "reports/orders/order_draft.html", context)


def _without_fields(refusal):
    """The sentences of a refusal, whatever fields they name: this form may not have them."""
    return ValidationError(refusal.messages)


def order_edit(request, slug, pk):
    """The workplace: the text on the left, the paper it makes on the right."""
    order = _editable(request, pk)
    if not order.is_editable:
        messages.info(request, _("The text cannot be changed in this state. Below is how the order stands."))
        return redirect(request.actor.url("reports:order_card", pk))
    if request.method != "POST":
        return _workplace(request, order, _text_form(order), PointFormSet(initial=order.points))
    if request.POST.get("do") == "compose":
        return _compose(request, order)
    form, points = _text_form(order, request.POST), PointFormSet(request.POST)
    if request.POST.get("do"):
        typed = _text_form(order, initial=request.POST.dict())
        return _workplace(request, order, typed, _rearranged(request.POST))
    if form.is_valid() and points.is_valid():
        return _save(request, order, form, points)
    return _workplace(request, order, form, points)


def _editable(request, pk):
    return fetch(request, Order.objects.visible_to(request.actor).select_related("organization"), pk=pk)


def _text_form(order, data=None, initial=None):
    """The text as saved, as typed (``initial``) or as sent (``data``), with the number as its register writes it."""
    names = ("heading", "basis", "control", "number_suffix", "version")
    orders = regulation_on(order.organization, order.organization.today()).orders
    style = orders.series_of(order.kind) or orders
    return OrderTextForm(data, style=style, initial=initial or {name: getattr(order, name) for name in names})


def _save(request, order, form, points):
    names = ("heading", "basis", "control", "number_suffix")
    texts = {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}
    try:
        update_order(
            order,
            by=request.user,
            expected_version=form.cleaned_data["version"],
            points=[row for row in points.cleaned_data if row],
            **texts,
        )
    except StaleSave as stale:
        data = request.POST.copy()
        data["version"] = stale.current.version
        return _workplace(request, order, _text_form(order, data), PointFormSet(data), current=stale.current)
    except MoveRefused as refusal:
        form.add_error(None, _without_fields(refusal))
        return _workplace(request, order, form, points)
    messages.success(request, _("Saved. The paper on the page shows the new text."))
    return redirect(request.actor.url("reports:order_edit", order.pk))


def _workplace(request, order, form, points, *, current=None, contents=None):
    held = mentorships_of(order)
    context = {
        "order": order,
        "form": form,
        "points": points,
        "current": current,
        "last_change": Move.objects.of(order).last() if current else None,
        "contents": contents or desk_of(order).form(order),
        "section": desk_of(order).section,
        "ticked": {str(row.pk) for row in held},
        "people": [(one.employment, forms_of(one.employment)) for one in subjects_of(order)],
        "unsaved": request.method == "POST",
    }
    return render(request, "reports/orders/order_edit.html", context)


def _rearranged(data):
    """The points with one added, removed or moved as the pressed button says, nothing saved."""
    rows = [form.initial | _typed(form) for form in PointFormSet(data).forms]
    deed, _dash, place = data["do"].partition("-")
    at = int(place) if place.isdecimal() and int(place) < len(rows) else None
    if deed == "add":
        rows.append({"text": "", "depth": 1})
    elif deed == "remove" and at is not None:
        del rows[at]
    elif deed == "up" and at:
        rows.insert(at - 1, rows.pop(at))
    elif deed == "down" and at is not None:
        rows.insert(at + 1, rows.pop(at))
    return PointFormSet(initial=rows)


def _typed(form):
    return {name: form.data.get(form.add_prefix(name), "") for name in form.fields}


def _compose(request, order):
    """Other contents, or the same ones with a text composed anew."""
    desk = desk_of(order)
    contents = desk.form(order, request.POST)
    if contents.is_valid():
        try:
            desk.recompose(order, contents, request.user)
        except MoveRefused as refusal:
            contents.add_error(None, _without_fields(refusal))
        else:
            messages.success(request, _("The text is composed anew."))
            return redirect(request.actor.url("reports:order_edit", order.pk))
    points = PointFormSet(initial=order.points)
    return _workplace(request, order, _text_form(order), points, contents=contents)


def order_case_forms(request, slug, pk, employment):
    """How one person's name and post decline; remembered for every later paper."""
    order = _editable(request, pk)
    subject = subjects_of(order).filter(employment=employment).first()
    if subject is None:
        raise Http404
    edit = request.actor.url("reports:order_edit", pk)
    data = request.POST if request.method == "POST" else None
    form = CaseFormsForm(data, employment=subject.employment)
    if data is not None and form.is_valid():
        forms = {"names": form.forms_of("name"), "posts": form.forms_of("post")}
        try:
            services.correct_case_forms(order, subject.employment, by=request.user, **forms)
        except MoveRefused as refusal:
            form.add_error(None, _without_fields(refusal))
        else:
            messages.success(request, _("The forms are remembered and stand in the text."))
            return redirect(edit)
    context = {"order": order, "employment": subject.employment, "form": form, "edit": edit}
    return render(request, "reports/orders/case_forms.html", context)


@require_POST
def order_submit(request, slug, pk):
    """Send the draft to the head."""
    order = fetch(request, Order, pk=pk)
    try:
        services.send_order(order, by=request.user)
    except MoveRefused as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The order is with the head. You will be told when it is signed or returned."))
    return redirect(request.actor.url("reports:order_card", pk))


def order_drop(request, slug, pk):
    """What giving up the draft means, and the button that does it."""
    order = fetch(request, Order, pk=pk)
    if request.method != "POST" and order.is_editable:
        context = {"order": order, "mentorships": mentorships_of(order)}
        context |= {"changes": list(order.changes.with_people()), "programs": programs_of(order)}
        return render(request, "reports/orders/order_drop.html", context)
    try:
        services.give_up_order(order, by=request.user)
    except MoveRefused as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(request.actor.url("reports:order_card", pk))
    messages.success(request, _("The draft is dropped; what it was to approve waits for another order."))
    return redirect(request.actor.url("reports:order_list"))

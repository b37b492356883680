"""From the agreed pairs to a draft, and from a draft to the head."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from programs.orders.models import Order
from programs.orders.selectors import mentorships_of, programs_of, visas_awaited
from reports.orders import services
from reports.orders.forms import AssignmentForm
from reports.orders.views.common import to_composed


def order_draft(request, slug):
    """Choose the agreed pairs; the text is composed from them."""
    organization = request.actor.organization
    data = request.POST if request.method == "POST" else None
    chosen = {"mentorships": request.GET.getlist("mentorship")}
    form = AssignmentForm(data, organization=organization, initial=chosen)
    if form.is_valid():
        with refusals_in(form):
            order = services.prepare_assignment(
                organization, form.chosen(), by=request.user, due_on=form.cleaned_data["due_on"]
            )
            return to_composed(request, order)
    ticked = set(map(str, data.getlist("mentorships") if data is not None else chosen["mentorships"]))
    context = {"form": form, "ticked": ticked, "all": data is None and not ticked}
    return render(request, "reports/orders/order_draft.html", context)


@require_POST
def order_submit(request, slug, pk):
    """Send the draft to the head."""
    order = fetch(request, Order, pk=pk)
    with refusals_told(request):
        sent = services.send_order(order, by=request.user)
        if visas_awaited(sent).exists():
            message = _("The order is with those whose visa is asked for; then it goes to the head. You will be told.")
        else:
            message = _("The order is with the head. You will be told when it is signed or returned.")
        messages.success(request, message)
    return redirect(request.actor.url("reports:order_card", pk))


def order_drop(request, slug, pk):
    """What giving up the draft means, and the button that does it."""
    order = fetch(request, Order, pk=pk)
    if request.method != "POST" and order.is_editable:
        context = {"order": order, "mentorships": mentorships_of(order)}
        context |= {"changes": list(order.changes.with_people()), "programs": programs_of(order)}
        return render(request, "reports/orders/order_drop.html", context)
    with refusals_told(request):
        services.give_up_order(order, by=request.user)
        messages.success(request, _("The draft is dropped; what it was to approve waits for another order."))
        return redirect(request.actor.url("reports:order_list"))
    return redirect(request.actor.url("reports:order_card", pk))

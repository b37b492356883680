"""From the card of a registered order to the draft that cancels it or changes its words."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from programs.orders.selectors import drafted_about
from reports.orders.forms import AmendmentForm, CancellationForm
from reports.orders.services import prepare_amendment, prepare_cancellation, what_undoing_does
from reports.orders.views.common import to_composed, visible_order


def order_cancel_draft(request, slug, pk):
    """Why the order is cancelled, beside what that takes back and what it cannot."""
    order = visible_order(request, pk)
    if other := drafted_about(order):
        messages.info(request, _("This draft cancels the order already. Go on with it, or drop it first."))
        return redirect(request.actor.url("reports:order_card", other.pk))
    form = CancellationForm(request.POST if request.method == "POST" else None, initial={"ground": _WHY})
    further = {"undone": what_undoing_does(order, by=request.user) if order.is_registered else None}
    return _draft(request, order, form, prepare_cancellation, "reports/orders/cancel_draft.html", further)


def order_amend_draft(request, slug, pk):
    """The points of the order, to be worded anew."""
    order = visible_order(request, pk)
    form = AmendmentForm(request.POST if request.method == "POST" else None, earlier=order, initial={"ground": _WHY})
    return _draft(request, order, form, prepare_amendment, "reports/orders/amend_draft.html", {})


# The curator's own words go on from here; papers are Russian.
_WHY = "в связи с "


def _draft(request, order, form, prepare, template, further):
    card = request.actor.url("reports:order_card", order.pk)
    if not order.is_registered:
        messages.info(
            request, _("Only a registered order in force is cancelled or changed. Below is how this one stands.")
        )
        return redirect(card)
    if form.is_valid():
        with refusals_in(form):
            made = prepare(order, by=request.user, **form.contents())
            return to_composed(request, made)
    return render(request, template, {"order": order, "form": form, "card": card, **further})

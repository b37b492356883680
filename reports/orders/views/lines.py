"""From particulars and people to a draft: monitoring, the final event, encouragement, payment, release from work."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from programs.orders.states import OrderKind
from reports.orders.services import prepare_lines, release_is_known
from reports.orders.views.desks import DESKS


def order_monitoring_draft(request, slug):
    """O9: monitoring and surveys; ``?campaign=`` ticks a survey."""
    return _draft(request, OrderKind.MONITORING)


def order_final_event_draft(request, slug):
    """O10: what closes the year."""
    return _draft(request, OrderKind.FINAL_EVENT)


def order_encouragement_draft(request, slug):
    """O12: thanks and awards; ``?person=`` proposes an employment."""
    return _draft(request, OrderKind.ENCOURAGEMENT)


def order_payment_draft(request, slug):
    """O13: pay of mentors by their agreements."""
    return _draft(request, OrderKind.PAYMENT)


def order_release_draft(request, slug):
    """O15: release from work for an event."""
    return _draft(request, OrderKind.RELEASE)


def _draft(request, kind):
    desk, organization = DESKS[kind], request.actor.organization
    data = request.POST if request.method == "POST" else None
    form = desk.new_form(data, organization=organization, by=request.user, asked=request.GET)
    if data is not None and form.is_valid():
        try:
            order = prepare_lines(kind, organization, form.content(), by=request.user)
        except MoveRefused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The order is composed. Read it, correct what you want and send it."))
            return redirect(request.actor.url("reports:order_edit", order.pk))
    context = {
        "form": form,
        "desk": desk,
        "no_clause": kind == OrderKind.RELEASE and not release_is_known(organization),
        "no_agreements": kind == OrderKind.PAYMENT and not form.has_agreements,
    }
    return render(request, "reports/orders/lines_draft.html", context)

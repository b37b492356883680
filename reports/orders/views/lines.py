"""From particulars and people to a draft: monitoring, the final event, encouragement, payment, release from work."""

from functools import partial

from django.shortcuts import render

from mentoring.lib.refusals import refusals_in
from programs.orders.states import OrderKind
from reports.orders.services import prepare_lines, release_is_known
from reports.orders.views.common import to_composed
from reports.orders.views.desks import DESKS


def _draft(request, slug, kind):
    desk, organization = DESKS[kind], request.actor.organization
    data = request.POST if request.method == "POST" else None
    form = desk.new_form(data, organization=organization, by=request.user, asked=request.GET)
    if form.is_valid():
        with refusals_in(form):
            order = prepare_lines(kind, organization, form.content(), by=request.user)
            return to_composed(request, order)
    context = {
        "form": form,
        "desk": desk,
        "no_clause": kind == OrderKind.RELEASE and not release_is_known(organization),
        "no_agreements": kind == OrderKind.PAYMENT and not form.has_agreements,
    }
    return render(request, "reports/orders/lines_draft.html", context)


# O9: monitoring and surveys; ``?campaign=`` ticks a survey.
order_monitoring_draft = partial(_draft, kind=OrderKind.MONITORING)
# O10: what closes the year.
order_final_event_draft = partial(_draft, kind=OrderKind.FINAL_EVENT)
# O12: thanks and awards; ``?person=`` proposes an employment.
order_encouragement_draft = partial(_draft, kind=OrderKind.ENCOURAGEMENT)
# O13: pay of mentors by their agreements.
order_payment_draft = partial(_draft, kind=OrderKind.PAYMENT)
# O15: release from work for an event.
order_release_draft = partial(_draft, kind=OrderKind.RELEASE)

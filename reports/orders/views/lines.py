"""From particulars and people to a draft: monitoring, the final event, encouragement, payment, release from work."""

from functools import partial

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.dates import add_working_days
from mentoring.lib.refusals import refusals_in
from mentoring.lib.ui import date_words
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
            content = form.content()
            order = prepare_lines(kind, organization, content, by=request.user)
            _tell_of_day_off(request, content.particulars)
            return to_composed(request, order)
    context = {
        "form": form,
        "desk": desk,
        "no_clause": kind == OrderKind.RELEASE and not release_is_known(organization),
        "no_agreements": kind == OrderKind.PAYMENT and not form.has_agreements,
    }
    return render(request, "reports/orders/lines_draft.html", context)


def _tell_of_day_off(request, about):
    """Nothing forbids an event on a day off, but it is seldom meant."""
    day = getattr(about, "held_on", None) or getattr(about, "first_on", None)
    if day and add_working_days(day, 0) != day:
        message = _("%(day)s is a day off. Check the day of the event.")
        messages.warning(request, message % {"day": date_words(day)})


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

"""Orders the year asks for beside those on pairs: the pay of mentors (O13), monitoring (O9)."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.consents.states import AgreementState
from people.models import Agreement
from people.organizations.selectors import regulation_on
from programs.models import Item, Order
from programs.orders.states import GIVEN_UP, OrderKind
from programs.roadmap.states import ItemState, RoadmapState
from reports.home.duties.base import Duty
from reports.home.standing import needs, standing
from reports.orders.selectors import unpaid_agreements

# An order on monitoring is prepared so long before the monitoring begins.
AHEAD = timedelta(days=14)
NAMED = 3


@needs(standing(Agreement, AgreementState.SIGNED, AgreementState.IN_FORCE))
def pay_without_order(actor, day):
    """Paid agreements in force that no order on pay names, drafts included; nothing where nobody is paid."""
    if not _pays(regulation_on(actor.organization, day)):
        return []
    rows = unpaid_agreements(actor.organization, day, or_drafted=True).select_related("employment__person")
    rows = list(rows.order_by("employment__person__search_key", "pk"))
    if not rows:
        return []
    title = ngettext(
        "%(n)s paid agreement is in force without an order on pay",
        "%(n)s paid agreements are in force without an order on pay",
        len(rows),
    )
    named = ", ".join(row.employment.person.short_name for row in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    return [Duty(title % {"n": len(rows)}, _("Prepare the order"), actor.url("reports:order_payment_draft"), named)]


def _pays(settings):
    """Whether mentors are paid by the regulation: a set payment, or one among the ways to thank them."""
    return settings.payment.kind != "none" or any(item.material for item in settings.incentives.items)


def monitoring_without_order(actor, day):
    """The months of surveys by the regulation and the items of the roadmap no order on monitoring is about, soon due.

    A draft counts as an order. The page it leads to proposes the month and the surveys of that month.
    """
    wanted = dict.fromkeys(_months(actor.organization, day), "")
    wanted |= {item.due_on.replace(day=1): item.content for item in _items(actor.organization, day)}
    if not wanted:
        return []
    orders = Order.objects.filter(organization=actor.organization, kind=OrderKind.MONITORING)
    kept = list(orders.exclude(state__in=GIVEN_UP).values_list("details", flat=True))
    return [
        Duty(
            _("No order on monitoring yet: %(month)s") % {"month": f"{first:%m.%Y}"},
            _("Prepare the order"),
            f"{actor.url('reports:order_monitoring_draft')}?month={first:%Y-%m}",
            content,
        )
        for first, content in sorted(wanted.items())
        if not any(one["starts_on"][:7] <= f"{first:%Y-%m}" <= one["ends_on"][:7] for one in kept)
    ]


def _months(organization, day):
    """The first days of the months of surveys that last or begin soon."""
    months = regulation_on(organization, day).monitoring.survey_months
    starts = {day.replace(day=1), (day + AHEAD).replace(day=1)}
    return [first for first in starts if first.month in months]


def _items(organization, day):
    """Items of a running roadmap that an order on monitoring fulfils, due soon and not done."""
    rows = Item.objects.filter(
        stage__roadmap__organization=organization,
        stage__roadmap__state=RoadmapState.RUNNING,
        order_kind=OrderKind.MONITORING,
        state__in=[ItemState.PLANNED, ItemState.IN_PROGRESS],
        due_on__lte=day + AHEAD,
    )
    return rows.order_by("-due_on", "-pk")

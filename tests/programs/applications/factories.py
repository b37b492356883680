"""Applications about the pair of a place of the world."""

import datetime

from django.utils import timezone

from programs.applications.models import Application
from programs.applications.states import FILED_BY, OF_BOTH, ApplicationKind, ApplicationState
from programs.orders.models import Order, OrderSeries
from programs.orders.states import OrderState
from tests.world import DAY

LATER = datetime.date(2027, 8, 31)


def make_application(place, kind=ApplicationKind.REPLACEMENT, *, state=ApplicationState.FILED, **fields):
    """An application about the pair of ``place``, filed by whoever may."""
    role = FILED_BY[kind][0]
    values = {
        "mentorship": place.mentorship,
        "program": place.program if kind in OF_BOTH else None,
        "member": place.mentorship.members.get() if kind == ApplicationKind.REPLACEMENT else None,
        "filed_by": getattr(place, role).user,
        "filed_as": role,
        "filed_on": DAY,
        "reason": "Не совпало расписание",
    }
    return Application.objects.create(organization=place.organization, kind=kind, state=state, **(values | fields))


def make_draft(place, kind="O7"):
    """A draft order of the head."""
    return Order.objects.create(
        organization=place.organization,
        kind=kind,
        heading="О продлении",
        basis="",
        control="",
        drafted_by=place.curator.user,
        drafted_at=timezone.now(),
    )


def register(place, order, number=7):
    """The order signed, as the register holds it."""
    series, _made = OrderSeries.objects.get_or_create(organization=place.organization, year=DAY.year)
    order.series, order.number, order.number_text = series, number, str(number)
    order.state, order.signed_on, order.signer = OrderState.REGISTERED, DAY, place.director.user
    order.save()
    return order

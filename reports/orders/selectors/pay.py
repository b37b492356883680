"""What waits for an order on pay (O13)."""

from datetime import timedelta

from django.db.models import Max
from django.db.models.functions import Coalesce, Least

from people.consents.models import Agreement
from people.consents.states import PaymentKind
from programs.orders.models import OrderedPerson
from programs.orders.states import GIVEN_UP, OrderKind, OrderState


def unpaid_agreements(organization, day, *, or_drafted=False):
    """Agreements on paid work in force on ``day`` of people at work that no registered order pays by.

    With ``or_drafted`` those a draft names are left out too.
    """
    lines = OrderedPerson.objects.filter(order__kind=OrderKind.PAYMENT, ends_on__gte=day, agreement__isnull=False)
    lines = lines.exclude(order__state__in=GIVEN_UP) if or_drafted else lines.filter(order__state=OrderState.REGISTERED)
    rows = Agreement.objects.filter(organization=organization).covering(day).exclude(payment_kind=PaymentKind.NONE)
    return rows.exclude(pk__in=lines.values("agreement"))


def first_unpaid_day(agreement):
    """The first day an order on pay by ``agreement`` takes: its own first day, after what registered orders paid."""
    paid = OrderedPerson.objects.registered(OrderKind.PAYMENT).filter(employment=agreement.employment_id)
    paid = paid.filter(starts_on__lte=agreement.last_day, ends_on__gte=agreement.starts_on)
    # Pay ceases with the agreement that sets it, whatever the order said.
    ends = Least("ends_on", Coalesce("agreement__last_on", "ends_on"))
    last = paid.aggregate(last=Max(ends))["last"]
    return agreement.starts_on if last is None else max(agreement.starts_on, last + timedelta(days=1))

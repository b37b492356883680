"""The number: given under the lock of the register, in the transaction of the signature, without gaps."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.ui import date_words
from people.history.services import move
from people.organizations.selectors import head_on, regulation_on
from programs.orders.models import OrderSeries
from programs.orders.services import guards, tidings
from programs.orders.states import ORDER_MOVES, OrderState, SignMethod


@transaction.atomic
def register_order(order, *, by, method=SignMethod.ELECTRONIC, signed_on=None):
    """Sign the order as the head of the day and enter it in the register of the calendar year.

    With ``SignMethod.PAPER`` it is ``by`` who enters what the head signed by hand on the day ``signed_on``.
    The day, the year and the number are those of the organization's own time zone. The row of the register stays
    locked until the transaction ends: whoever signs next waits, and a rollback gives the number back. Renders
    nothing. Raises MoveRefused if the order does not wait for a signature, is not ready, or ``by`` may not sign.
    """
    row = guards.lock(order)
    check_move(ORDER_MOVES, row.state, OrderState.REGISTERED, row.get_state_display())
    signed = _signed_by_hand(row, by, signed_on) if method == SignMethod.PAPER else _signed_here(row, by)
    guards.check_ready(row)
    series, signed_at, signed_on = _locked_series(row, signed_on)
    number = series.next_number
    series.next_number = number + 1
    series.save(update_fields=["next_number"])
    move(
        order,
        OrderState.REGISTERED,
        by=by,
        **signed,
        series=series,
        number=number,
        number_text=_number_text(row, number, signed_on),
        signed_on=signed_on,
        signed_at=signed_at,
        sign_method=method,
    )
    tidings.tell_registered(order, by)
    return order


def _signed_here(order, by):
    """How the signature of ``by`` is written down, who is to be the head of today."""
    day = order.organization.today()
    head = _head_on(order.organization, day)
    if by.person_id is None or head.employment.person_id != by.person_id:
        message = _("On %(day)s only the head signs: %(name)s. Ask them, or enter the acting head first.")
        raise MoveRefused(message % {"day": date_words(day), "name": head.employment.person.short_name})
    if order.drafted_by_id == by.pk:
        raise MoveRefused(_("You prepared this order yourself. Let the curator prepare it: two people answer for it."))
    return {"deed": gettext_noop("Signed and registered"), "signer": by}


def _signed_by_hand(order, by, signed_on):
    """How it is written down that the head of that day signed by hand; the head may have no account."""
    zone = ZoneInfo(order.organization.time_zone)
    first, last = order.drafted_at.astimezone(zone).date(), order.organization.today()
    if not first <= signed_on <= last:
        message = _("The day of the signature lies between the draft (%(first)s) and today (%(last)s). Check it.")
        days = {"first": date_numeric(first), "last": date_numeric(last)}
        raise MoveRefused({"signed_on": message % days})
    head = _head_on(order.organization, signed_on).employment.person
    if order.drafted_by.person_id == head.pk:
        message = _("%(name)s prepared this order. Let the curator prepare it: two people answer for it.")
        raise MoveRefused(message % {"name": head.short_name})
    deed = gettext_noop("Signed by hand; entered and registered")
    return {"deed": deed, "reason": head.short_name, "signer": getattr(head, "user", None), "entered_by": by}


def _head_on(organization, day):
    head = head_on(organization, day)
    if head is None:
        message = _("Nobody is entered as the head on %(day)s. Enter the head or the acting head first.")
        raise MoveRefused(message % {"day": date_words(day)})
    return head


def _number_text(order, number, signed_on):
    """The number as the register of this kind prints it; the letters of the order replace the usual ones."""
    style = regulation_on(order.organization, signed_on).orders
    return style.number_text(number, signed_on.year, order.number_suffix or None, order.kind)


def _locked_series(order, on=None):
    """The register of this kind and year, locked, with the moment of the registration and the day of the signature.

    The day is ``on`` where the order was signed by hand, otherwise the local day of the moment.
    """
    organization = order.organization
    zone = ZoneInfo(organization.time_zone)
    while True:
        today = on or organization.today()
        register = regulation_on(organization, today).orders.series_of(order.kind)
        named = {"organization": organization, "code": register.code if register else "", "year": today.year}
        series, _made = OrderSeries.objects.get_or_create(**named)
        series = OrderSeries.objects.select_for_update().get(pk=series.pk)
        signed_at = now(zone)
        signed_on = on or signed_at.astimezone(zone).date()
        # Midnight of the new year may pass while another signature is waited for.
        if signed_on.year == today.year:
            return series, signed_at, signed_on

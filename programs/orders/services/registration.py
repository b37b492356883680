"""The number: given under the lock of the register, in the transaction of the signature, without gaps."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.ui import date_words
from people.history.services import move
from people.organizations.selectors import head_on, regulation_on
from programs.orders.models import OrderSeries
from programs.orders.services import guards, tidings
from programs.orders.states import ORDER_MOVES, OrderState


@transaction.atomic
def register_order(order, *, by):
    """Sign the order as the head of the day and enter it in the register of the calendar year.

    The day, the year and the number are those of the organization's own time zone. The row of the register stays
    locked until the transaction ends: whoever signs next waits, and a rollback gives the number back. Renders
    nothing. Raises MoveRefused if the order does not wait for a signature, is not ready, or ``by`` may not sign.
    """
    row = guards.lock(order)
    check_move(ORDER_MOVES, row.state, OrderState.REGISTERED, row.get_state_display())
    _check_signer(row, by)
    guards.check_ready(row)
    series, signed_at, signed_on = _locked_series(row)
    number = series.next_number
    series.next_number = number + 1
    series.save(update_fields=["next_number"])
    move(
        order,
        OrderState.REGISTERED,
        by=by,
        deed=gettext_noop("Signed and registered"),
        series=series,
        number=number,
        number_text=_number_text(row, number, signed_on),
        signed_on=signed_on,
        signed_at=signed_at,
        signer=by,
    )
    tidings.tell_registered(order, by)
    return order


def _check_signer(order, by):
    day = order.organization.today()
    head = head_on(order.organization, day)
    if head is None:
        message = _("Nobody is entered as the head on %(day)s. Enter the head or the acting head first.")
        raise MoveRefused(message % {"day": date_words(day)})
    if by.person_id is None or head.employment.person_id != by.person_id:
        message = _("On %(day)s only the head signs: %(name)s. Ask them, or enter the acting head first.")
        raise MoveRefused(message % {"day": date_words(day), "name": head.employment.person.short_name})
    if order.drafted_by_id == by.pk:
        raise MoveRefused(_("You prepared this order yourself. Let the curator prepare it: two people answer for it."))


def _number_text(order, number, signed_on):
    """The number as the register of this kind prints it; the letters of the order replace the usual ones."""
    style = regulation_on(order.organization, signed_on).orders
    return style.number_text(number, signed_on.year, order.number_suffix or None, order.kind)


def _locked_series(order):
    """The register of this kind and the present year, locked, with the moment of the signature and its local day."""
    organization = order.organization
    zone = ZoneInfo(organization.time_zone)
    while True:
        today = organization.today()
        register = regulation_on(organization, today).orders.series_of(order.kind)
        named = {"organization": organization, "code": register.code if register else "", "year": today.year}
        series, _made = OrderSeries.objects.get_or_create(**named)
        series = OrderSeries.objects.select_for_update().get(pk=series.pk)
        signed_at = now(zone)
        signed_on = signed_at.astimezone(zone).date()
        # Midnight of the new year may pass while another signature is waited for.
        if signed_on.year == today.year:
            return series, signed_at, signed_on

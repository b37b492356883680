"""The number: given under the lock of the register, in the transaction of the signature, without gaps."""

import re
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.text import clean_text
from mentoring.lib.ui import date_words
from people.history.services import move, record
from people.organizations.selectors import head_on, regulation_on
from programs.orders.models import OrderSeries, number_key
from programs.orders.selectors import visas_awaited
from programs.orders.services import guards, tidings
from programs.orders.states import ORDER_MOVES, OrderState, SignMethod

NUMBER_LENGTH = 60
# The highest number a register can reach: enough for any school, and it fits the column on every database.
HIGHEST = 999_999


@transaction.atomic
def register_order(
    order, *, by, method=SignMethod.ELECTRONIC, signed_on=None, number="", without_visas=False, held=None
):
    """Sign the order as the head of the day and enter it in the register of the calendar year.

    With ``SignMethod.PAPER`` it is ``by`` who enters what the head signed by hand on the day ``signed_on``.
    The day, the year and the number are those of the organization's own time zone. The row of the register stays
    locked until the transaction ends: whoever signs next waits, and a rollback gives the number back. ``number`` is
    what the head typed where the regulation has numbers given by hand; ``without_visas`` says that the head knows
    whose visa is missing; ``held`` is the row where it is locked already. Renders nothing. Raises MoveRefused if the
    order does not wait for a signature, is not ready, ``by`` may not sign, a visa is missing unsaid, or the number is
    no number or taken.
    """
    row = held or guards.lock(order)
    check_move(ORDER_MOVES, row.state, OrderState.REGISTERED, row.get_state_display())
    signed = _signed_by_hand(row, by, signed_on) if method == SignMethod.PAPER else _signed_here(row, by)
    guards.check_ready(row)
    _check_visas(row, by, without_visas)
    series, signed_at, signed_on = _locked_series(row, signed_on)
    move(
        order,
        OrderState.REGISTERED,
        by=by,
        **signed,
        series=series,
        signed_on=signed_on,
        signed_at=signed_at,
        **_numbered(row, series, signed_on, number),
        sign_method=method,
        held=row,
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


def _check_visas(order, by, without_visas):
    names = ", ".join(visa.employment.person.short_name for visa in visas_awaited(order))
    if names and not without_visas:
        message = _("Not everybody asked has given a visa: %(names)s. Wait for them, or tick that you sign without.")
        raise MoveRefused({"without_visas": message % {"names": names}})
    if names:
        record(order, gettext_noop("Signed without every visa"), by=by, reason=names)


def _numbered(order, series, signed_on, typed):
    """What the locked register gives the order: the next number, or the one typed from a register kept outside.

    The letters of the order replace the usual ones of the register of its kind.
    """
    style = regulation_on(order.organization, signed_on).orders
    by_hand = style.is_by_hand(order.register_kind)
    if by_hand:
        text = _typed(typed)
        number = int(re.search("[0-9]+", text)[0][:6])
    else:
        number = series.next_number
        text = style.number_text(number, signed_on.year, order.number_suffix or None, order.register_kind)
    _check_free(series, text)
    series.next_number = max(series.next_number, number + 1)
    series.save(update_fields=["next_number"])
    return {"number": number, "number_text": text, "is_numbered_by_hand": by_hand}


def _typed(text):
    text = " ".join(clean_text(text).replace("№", " ").split())
    if not re.search("[0-9]", text) or len(text) > NUMBER_LENGTH:
        message = _("Type the number the order has in the register of the organization, for example 348/1 or 41-од.")
        raise MoveRefused({"number": message})
    return text


def _check_free(series, text):
    """Refuse a number another order of the register has, however it was typed."""
    others = series.orders.filter(number_key=number_key(text))
    if other := others.values_list("number_text", "heading", "signed_on", named=True).first():
        message = _("№ %(number)s is taken: the order “%(heading)s” of %(day)s has it. Look up the free number.")
        values = {"number": other.number_text, "heading": other.heading, "day": date_numeric(other.signed_on)}
        raise MoveRefused({"number": message % values})


def _locked_series(order, on=None):
    """The register of this kind and year, locked, with the moment of the registration and the day of the signature.

    The day is ``on`` where the order was signed by hand, otherwise the local day of the moment.
    """
    organization = order.organization
    zone = ZoneInfo(organization.time_zone)
    while True:
        today = on or organization.today()
        register = regulation_on(organization, today).orders.series_of(order.register_kind)
        series = locked_series(organization, register.code if register else "", today.year)
        signed_at = now(zone)
        signed_on = on or signed_at.astimezone(zone).date()
        # Midnight of the new year may pass while another signature is waited for.
        if signed_on.year == today.year:
            return series, signed_at, signed_on


def locked_series(organization, code, year):
    """The register of this code and year, made if it is new, held until the end of the transaction."""
    register = {"organization": organization, "code": code, "year": year}
    rows = OrderSeries.objects.select_for_update().filter(**register)
    if series := rows.first():
        return series
    series, is_new = OrderSeries.objects.get_or_create(**register)
    # What was made here nobody else sees before the end of the transaction.
    return series if is_new else rows.get()


@transaction.atomic
def set_next_number(organization, code, *, by, number):
    """Let the register ``code`` of the present year go on with ``number``: orders before it were numbered elsewhere.

    Raises MoveRefused for a number at or below the highest one used, and where there is no such register.
    """
    style = regulation_on(organization, organization.today()).orders
    if code and code not in {register.code for register in style.series}:
        raise MoveRefused(_("The regulation has no such register. Refresh the page."))
    series = locked_series(organization, code, organization.today().year)
    used = series.orders.order_by("-number").values_list("number", flat=True).first() or 0
    if not used < number <= HIGHEST:
        message = _("The next number lies above the highest one used, %(used)s, and below a million. Type another one.")
        raise MoveRefused({"number": message % {"used": used}})
    if number != series.next_number:
        words = f"{series.next_number} → {number}"
        series.next_number = number
        series.save(update_fields=["next_number"])
        record(series, gettext_noop("Next number set"), by=by, reason=words)
    return series

"""Acquaintance: everybody named has read the order, under the own password or on paper."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from people.history.services import record
from programs.orders.models import Acquaintance, AcquaintanceMethod, OrderSubject
from programs.orders.services import tidings


def _check_in_force(order):
    if order.is_cancelled:
        raise MoveRefused(_("The order is cancelled: nobody has to read it any more."))
    if not order.is_registered:
        raise MoveRefused(_("The order is not signed yet. Wait for the signature."))


@transaction.atomic
def acknowledge(order, employment, *, by, method, on=None):
    """Write down that ``employment`` has read the order, on the day ``on`` (today if not given).

    Electronically only the person themself. Raises MoveRefused if the order is not registered, does not name them,
    they have confirmed already, or the day lies before the order or ahead.
    """
    _check_in_force(order)
    subject = OrderSubject.objects.select_for_update().filter(order=order, employment=employment).first()
    if subject is None:
        raise MoveRefused(_("The order does not name this person. Nothing has to be confirmed."))
    if method == AcquaintanceMethod.ELECTRONIC and by.person_id != employment.person_id:
        raise MoveRefused(_("Nobody confirms for somebody else. On paper the curator enters the date."))
    known = Acquaintance.objects.filter(subject=subject).first()
    if known:
        message = _("%(name)s has read the order on %(day)s already.")
        raise MoveRefused(message % {"name": employment.person.short_name, "day": date_numeric(known.on)})
    day = order.organization.today()
    on = on or day
    if not order.signed_on <= on <= day:
        message = _("The day lies between the order (%(first)s) and today (%(last)s). Check it.")
        raise MoveRefused({"on": message % {"first": date_numeric(order.signed_on), "last": date_numeric(day)}})
    acquaintance = Acquaintance.objects.create(subject=subject, method=method, on=on, at=now(), by=by)
    deeds = {
        AcquaintanceMethod.ELECTRONIC: gettext_noop("Has read the order"),
        AcquaintanceMethod.PAPER: gettext_noop("Acquaintance on paper entered"),
    }
    record(order, deeds[method], by=by, reason=employment.person.short_name if method != "electronic" else "")
    return acquaintance


@transaction.atomic
def remind_of_acquaintance(order, *, by):
    """Ask once more those who have not read the order. Returns how many could be asked."""
    _check_in_force(order)
    asked = tidings.tell_reminder(order)
    if asked:
        record(order, gettext_noop("Reminded of the acquaintance"), by=by)
    return asked

"""Acquaintance: everybody named has read the order, under the own password or on paper."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import add_working_days, date_numeric, now
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.history.services import record
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from programs.orders.models import Acquaintance, AcquaintanceMethod, OrderSubject
from programs.orders.selectors import subjects_of
from programs.orders.services import guards, tidings
from programs.orders.states import OrderState

REMINDED = gettext_noop("Reminded of the acquaintance")


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
    waiting = subjects_of(order).filter(acquaintance__isnull=True)
    asked = tidings.tell_reminder(order, waiting)
    if asked:
        order.subjects.filter(pk__in=[subject.pk for subject in waiting]).update(reminded_on=order.organization.today())
        record(order, REMINDED, by=by)
    return asked


@transaction.atomic
def remind_unread(organization):
    """Remind once by itself those at work who have not read an order within the days of the regulation.

    Whoever was reminded by hand is not reminded again. Returns how many could be asked; may run twice.
    """
    today = organization.today()
    within = regulation_on(organization, today).orders.acquaint_within
    if within is None:
        return 0
    late = OrderSubject.objects.filter(
        order__organization=organization,
        order__state=OrderState.REGISTERED,
        acquaintance__isnull=True,
        reminded_on__isnull=True,
        employment__in=Employment.objects.active_on(today).filter(organization=organization),
    ).select_related("order__organization", "employment__person__user")
    orders = {}
    for subject in late:
        if add_working_days(subject.added_on or subject.order.signed_on, within) < today:
            orders.setdefault(subject.order, []).append(subject)
    asked = 0
    for order, subjects in orders.items():
        OrderSubject.objects.filter(pk__in=[subject.pk for subject in subjects]).update(reminded_on=today)
        told = tidings.tell_reminder(order, subjects)
        if told:
            record(order, REMINDED, by=None)
        asked += told
    return asked


@transaction.atomic
def add_readers(order, employments, *, by):
    """Ask more people to read the registered ``order``; the frozen paper stays as it is. Returns the new subjects.

    Raises MoveRefused if the order is not registered, names one of them already, or somebody is not at work.
    """
    row = guards.lock(order)
    _check_in_force(row)
    today = row.organization.today()
    at_work = Employment.objects.active_on(today).filter(organization=row.organization)
    people = list(at_work.filter(pk__in=[one.pk for one in employments]).select_related("person__user"))
    if len(people) != len(employments):
        raise MoveRefused({"people": _("Somebody chosen does not work here any more. Choose again.")})
    if row.subjects.filter(employment__in=people).exists():
        raise MoveRefused({"people": _("Somebody chosen is on the list already. Choose again.")})
    added = [OrderSubject.objects.create(order=row, employment=one, role=Role.STAFF, added_on=today) for one in people]
    names = ", ".join(one.person.short_name for one in people)
    record(row, gettext_noop("Added to the list of acquaintance"), by=by, reason=names)
    tidings.tell_added(row, added)
    return added

"""What must hold before an order may give its duties; each refusal says why and what to do."""

import datetime

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.organizations.selectors import head_on
from people.staff.selectors import last_day_words
from programs.appointments.selectors import duties_of, rules_of
from programs.appointments.states import CouncilFunction, Duty


def check_appointments(order):
    """Refuse duties the regulation does not allow, people who are gone, too many curators, a council without a chair.

    The regulation is the one the order puts into force, else the one in force. Raises MoveRefused.
    """
    settings = rules_of(order)
    rows = list(order.appointments.select_related("employment__person"))
    for row in rows:
        _check_person(order, row)
        _CHECKS[row.duty](order, settings, row)
    releases = [release.appointment for release in order.releases.select_related("appointment__employment__person")]
    for appointment in releases:
        _check_release(order, rows, appointment)
    ended = {appointment.pk for appointment in releases}
    _check_not_held_already(order, rows, ended)
    _check_number_of_curators(order, settings, rows, ended)
    _check_council(order, rows, ended)
    _check_one_responsible(order, rows, ended)


def check_each_person_once(wanted):
    """Refuse one person twice in one duty."""
    seen = set()
    for one in wanted:
        key = (one.employment.pk, one.duty, one.code)
        if key in seen:
            message = _("%(name)s is chosen twice. Leave one place to each person.")
            raise MoveRefused(message % {"name": one.employment.person.short_name})
        seen.add(key)


def begins_on(order, rows, duty):
    """The first day of what ``order`` gives of this duty; if it gives none, its day of release, else its own day."""
    days = [row.starts_on for row in rows if row.duty == duty]
    return min(days) if days else order.released_from or order.signed_on or order.organization.today()


def _check_person(order, row):
    employment = row.employment
    if employment.organization_id != order.organization_id:
        raise MoveRefused(_("Somebody chosen does not belong to this organization. Choose again."))
    if employment.ends_on and employment.ends_on < max(row.starts_on, order.signed_on or row.starts_on):
        raise MoveRefused(last_day_words(employment, _("Choose somebody else and compose the text anew.")))
    if row.ends_on and row.ends_on < max(row.starts_on, order.signed_on or row.starts_on):
        raise MoveRefused({"ends_on": _("The last day lies before the first one. Check both days.")})


def _check_curator(order, settings, row):
    head = head_on(order.organization, row.starts_on)
    is_head = head is not None and head.employment_id == row.employment_id
    reason = settings.curator.refusal(row.employment.post, is_head=is_head, is_external=row.employment.is_external)
    if reason:
        raise MoveRefused(_named(row, reason, _("Choose somebody else, or change the regulation first.")))
    if row.scope and row.scope not in {scope.code for scope in settings.curator.scopes}:
        raise MoveRefused(_("The regulation has no such share of the curators' work. Compose the text anew."))


def _check_helper(order, settings, row):
    duty = next((helper for helper in settings.curator.helpers if helper.code == row.code), None)
    if duty is None:
        raise MoveRefused(_("The regulation has no duty “%(title)s”. Compose the text anew.") % {"title": row.title})
    post = row.employment.post.casefold().strip()
    if duty.posts and not any(post.startswith(each.casefold()) for each in duty.posts):
        reason = _("By the regulation this duty is given to: %(posts)s.") % {"posts": ", ".join(duty.posts)}
        raise MoveRefused(_named(row, reason, _("Choose somebody else, or change the regulation first.")))


def _check_member(order, settings, row):
    if not settings.council.enabled:
        raise MoveRefused(_("The regulation knows no council of mentors. Change the regulation first."))


def _check_responsible(order, settings, row):
    """152-FZ art. 22.1 asks for somebody of the operator's own; which post, it leaves to the head."""


_CHECKS = {
    Duty.CURATOR: _check_curator,
    Duty.HELPER: _check_helper,
    Duty.COUNCIL: _check_member,
    Duty.PERSONAL_DATA: _check_responsible,
}


def _named(row, reason, advice):
    return f"{row.employment.person.short_name}: {reason} {advice}"


def _check_release(order, rows, appointment):
    name = appointment.employment.person.short_name
    begin = begins_on(order, rows, appointment.duty)
    if appointment.ended_by_id or (appointment.ends_on and appointment.ends_on < begin - datetime.timedelta(days=1)):
        message = _("The duty of %(name)s has ended already. Take it out and compose the text anew.")
        raise MoveRefused(message % {"name": name})
    if appointment.starts_on >= begin:
        message = _("The duty of %(name)s begins on %(day)s. Choose a later day in “Duties from”.")
        raise MoveRefused(message % {"name": name, "day": date_numeric(appointment.starts_on)})


def _left(order, ended):
    """Duties given by other orders that this one leaves as they are."""
    return duties_of(order.organization).exclude(pk__in=ended).exclude(order=order)


def _in_force(order, duty, day, ended):
    """Duties of this sort in force on ``day`` or later, of people still at work, that the order leaves as they are."""
    return _left(order, ended).filter(duty=duty).exclude(ends_on__lt=day).exclude(employment__ends_on__lt=day)


def _check_not_held_already(order, rows, ended):
    known = _left(order, ended).filter(employment__in={row.employment_id for row in rows})
    for row in rows:
        wanted = (row.employment_id, row.duty, row.code, row.scope)
        held = (each for each in known if (each.employment_id, each.duty, each.code, each.scope) == wanted)
        if earlier := next((each for each in held if _lasts_until(each, row.starts_on)), None):
            message = _("%(name)s holds this duty by the order № %(number)s. End that duty by this order too.")
            values = {"name": row.employment.person.short_name, "number": earlier.order.number_text}
            raise MoveRefused(message % values)


def _lasts_until(appointment, day):
    """Whether the duty and the work of whoever holds it last until ``day`` or longer."""
    lasts = appointment.ends_on is None or appointment.ends_on >= day
    return lasts and appointment.employment.goes_on(day)


def _check_number_of_curators(order, settings, rows, ended):
    new = [row for row in rows if row.duty == Duty.CURATOR]
    if not new:
        return
    others = _in_force(order, Duty.CURATOR, begins_on(order, rows, Duty.CURATOR), ended)
    people = {row.employment_id for row in new} | set(others.values_list("employment", flat=True))
    if len(people) > settings.curator.most:
        message = _("By the regulation there are at most %(most)s curators at once, with this order %(n)s.")
        advice = _("End the duty of somebody by this order, or choose fewer.")
        raise MoveRefused(f"{message % {'most': settings.curator.most, 'n': len(people)}} {advice}")


def _check_council(order, rows, ended):
    new = [row for row in rows if row.duty == Duty.COUNCIL]
    if not new:
        return
    if sum(row.function == CouncilFunction.CHAIR for row in new) != 1:
        raise MoveRefused(_("A council has one chair. Choose the chair."))
    begin = begins_on(order, rows, Duty.COUNCIL)
    if _in_force(order, Duty.COUNCIL, begin, ended).exists():
        raise MoveRefused(_("A council works already. End the duties of its members by this order."))


def _check_one_responsible(order, rows, ended):
    """One person answers for the processing of personal data at a time (152-FZ art. 22.1)."""
    new = [row for row in rows if row.duty == Duty.PERSONAL_DATA]
    if not new:
        return
    earlier = _in_force(order, Duty.PERSONAL_DATA, begins_on(order, rows, Duty.PERSONAL_DATA), ended).first()
    if earlier:
        message = _("%(name)s answers for personal data by the order № %(number)s. End that duty by this order too.")
        raise MoveRefused(message % {"name": earlier.employment.person.short_name, "number": earlier.order.number_text})

"""What an order does to the program of a pair: it ends, or its unfinished part goes on in the pair that takes over."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from people.organizations.selectors import regulation_on
from programs.plans.laying import working_day_within
from programs.plans.models import Event, Program
from programs.plans.selectors import ended_labels
from programs.plans.services import guards, tidings
from programs.plans.services.ending import write_back
from programs.plans.states import ENDED, EventState, ProgramState

HANDED_OVER_DEED = gettext_noop("Handed over to another pair")
CARRIED = ("direction", "task", "content", "form", "responsible", "expected_result", *Event.COLUMNS)


@transaction.atomic
def end_program_by_order(mentorship, *, by, on, ground, order):
    """End the open or running program of a pair that an order ends; returns the program or None.

    ``ground`` is a code of `completion.reasons` of the regulation; one whose outcome is «completed» completes the
    program. Raises MoveRefused where such a plan has events without a mark.
    """
    row = _program_of(mentorship)
    if row is None:
        return None
    to = _outcome(row, ground)
    if to == ProgramState.COMPLETED and row.events.filter(state=EventState.PLANNED).exists():
        message = _("“%(title)s” still has events without a mark. Mark them or cancel them, then complete the program.")
        raise MoveRefused(message % {"title": row.title})
    _end(row, to, by=by, on=on, ground=ground, order=order)
    tidings.tell_ended(row)
    return row


def _program_of(mentorship):
    row = Program.objects.filter(mentorship=mentorship).exclude(state__in=ENDED).first()
    return guards.lock(row) if row else None


def _outcome(row, ground):
    reasons = regulation_on(row.organization, row.organization.today()).completion.reasons
    outcome = next((reason.outcome for reason in reasons if reason.code == ground), "terminated")
    return ProgramState.COMPLETED if row.is_running and outcome == "completed" else ProgramState.TERMINATED


def _end(row, to, *, by, on, ground, order):
    regulation = regulation_on(row.organization, row.organization.today())
    reason = ended_labels(regulation).get(ground, "")
    deed = gettext_noop("Program completed by an order")
    if to == ProgramState.TERMINATED:
        deed = gettext_noop("Program ended by an order")
    result = row.result or _result(row, order)
    why = ", ".join(filter(None, (reason, _by_order(order))))
    approved = row.approved_on is not None
    move(row, to, by=by, deed=deed, reason=why, ended_on=max(on, row.starts_on), end_reason=ground, result=result)
    if approved:
        write_back(row, to, by)


def _by_order(order):
    return _("order no. %(number)s of %(day)s") % {"number": order.number_text, "day": date_numeric(order.signed_on)}


def _result(row, order):
    """What stands as the result where nobody wrote one: how far the plan came."""
    states = list(row.events.exclude(state=EventState.CANCELLED).values_list("state", flat=True))
    values = {"order": _by_order(order), "held": states.count(EventState.HELD), "all": len(states)}
    return _("Ended by %(order)s. Events held: %(held)s of %(all)s.") % values


@transaction.atomic
def carry_program(mentorship, successor, *, by, on, order, ground, whole=True):
    """Let ``successor`` go on with the program of ``mentorship`` from the day ``on``; returns the new program or None.

    A running program ends with the pair (``whole``) and its unfinished events stand in it as handed over; in a group
    that goes on without one mentee it runs on, and the leaving mentee's new pair gets copies. The new program runs at
    once, approved by the order: dates inside its term are kept, the others come onto the nearest working day in it.
    The journal and the evidence stay with the old program. A draft goes over as a draft that the new pair agrees to.
    """
    row = _program_of(mentorship)
    if row is None or _program_of(successor):
        return None
    unfinished = list(row.events.filter(state=EventState.PLANNED).order_by("planned_on", "pk"))
    fresh = _continued(row, successor, on, order, runs=row.is_running and bool(unfinished))
    for event in unfinished:
        Event.objects.create(
            program=fresh,
            planned_on=_day_within(event.planned_on, fresh),
            carried_from=event,
            **{name: getattr(event, name) for name in CARRIED if name != "responsible"},
            responsible=_responsible(event, mentorship, successor),
        )
        if whole:
            move(event, EventState.HANDED_OVER, by=by, deed=HANDED_OVER_DEED, reason=str(successor))
    record(fresh, gettext_noop("Taken over from the pair before"), by=by, reason=f"{mentorship}; {_by_order(order)}")
    record(row, HANDED_OVER_DEED, by=by, reason=str(successor))
    if whole:
        _end(row, ProgramState.TERMINATED, by=by, on=on, ground=ground, order=order)
    tidings.tell_carried(fresh)
    return fresh


def _continued(row, successor, on, order, *, runs):
    """The program of the new pair with the text of the old one."""
    starts_on = max(on, successor.starts_on)
    ends_on = min(row.ends_on, successor.ends_on)
    text = {name: getattr(row, name) for name in ("title", "template_id", *Program.NOTE_FIELDS)}
    approved = (
        {"state": ProgramState.RUNNING, "approved_on": order.signed_on, "approved_by": order.answering} if runs else {}
    )
    return Program.objects.create(
        mentorship=successor,
        continues=row,
        starts_on=starts_on,
        ends_on=ends_on if ends_on > starts_on else successor.ends_on,
        **text,
        **(approved if runs else {}),
    )


def _day_within(day, program):
    """The day itself inside the term, else the nearest working day of the term."""
    if program.starts_on <= day <= program.ends_on:
        return day
    return working_day_within(day, program.starts_on, program.ends_on)


def _responsible(event, mentorship, successor):
    """The name of the old mentor gives way to that of the new one."""
    return event.responsible.replace(mentorship.mentor.short_name, successor.mentor.short_name)[:200]

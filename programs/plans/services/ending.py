"""The end of a program: what came out of it and, for each difficulty, the level now."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from mentoring.lib.moves import MoveRefused
from people.banks.services import write_results
from people.history.services import move
from people.organizations.selectors import regulation_on
from programs.plans.selectors import needs_of
from programs.plans.services import guards, tidings
from programs.plans.states import EventState, ProgramState


@transaction.atomic
def complete_program(program, *, by, on, reason, result, levels=None):
    """End a running program whose plan is done; ``levels`` maps pks of difficulties to the level reached (1–5).

    ``reason`` is a code of `completion.reasons` of the regulation. Raises MoveRefused while events are left,
    without a result, or for a day before the start or ahead.
    """
    row = guards.lock(program)
    left = row.events.filter(state=EventState.PLANNED).count()
    if left:
        message = ngettext(
            "%(n)s event of the plan has no mark yet. Mark it or cancel it with a reason.",
            "%(n)s events of the plan have no mark yet. Mark them or cancel them with a reason.",
            left,
        )
        raise MoveRefused(message % {"n": left})
    deed = gettext_noop("Program completed")
    return _end(row, ProgramState.COMPLETED, deed, by=by, on=on, reason=reason, result=result, levels=levels)


@transaction.atomic
def terminate_program(program, *, by, on, reason, result, levels=None):
    """End a running program early, on a ground the regulation names; otherwise as `complete_program`."""
    row = guards.lock(program)
    deed = gettext_noop("Program ended early")
    return _end(row, ProgramState.TERMINATED, deed, by=by, on=on, reason=reason, result=result, levels=levels)


def _end(row, to, deed, *, by, on, reason, result, levels):
    if guards.takes_part(row, by):
        raise MoveRefused(_("You take part in this program, so another curator decides on it."))
    ground = _ground(row, reason, to)
    if not result.strip():
        raise MoveRefused({"result": _("Write what came out of the program, in a sentence or two.")})
    if not row.starts_on <= on <= row.organization.today():
        raise MoveRefused({"on": _("Choose a day from the start of the program to today.")})
    move(row, to, by=by, deed=deed, reason=ground.label, ended_on=on, end_reason=ground.code, result=result)
    _write_levels(row, levels or {})
    write_back(row, to, by)
    tidings.tell_ended(row)
    return row


def _ground(row, code, outcome):
    reasons = regulation_on(row.organization, row.organization.today()).completion.reasons
    for reason in reasons:
        if reason.code == code and reason.outcome == outcome:
            return reason
    raise MoveRefused({"reason": _("The regulation does not have this ground. Choose one of the list.")})


def write_back(row, to, by):
    """Keep the result on the cards of both banks: the mentor's and those of the mentees who have not left."""
    pair = row.mentorship
    write_results(
        pair.mentor_entry,
        [member.mentee_entry for member in pair.current_members],
        key=f"program-{row.pk}",
        title=row.title,
        form=pair.form,
        starts_on=row.starts_on,
        ended_on=row.ended_on,
        is_completed=to == ProgramState.COMPLETED,
        result=row.result,
        by=by,
    )


def _write_levels(row, levels):
    for need in needs_of(row):
        if need.pk in levels and levels[need.pk] is not None:
            need.level_after = levels[need.pk]
            need.save(update_fields=["level_after"])

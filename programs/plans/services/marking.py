"""What became of an event: held, taken back, cancelled, moved; the files that show it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import shown_name
from mentoring.lib.versions import save_version
from people.history.services import move, record
from programs.plans.models import Evidence
from programs.plans.services import guards
from programs.plans.states import CANCELLED_DEED, MOVED_DEED, EventState

MOST_FILES = 20


@transaction.atomic
def mark_event(event, *, by, held_on, remark="", files=()):
    """Mark that the event took place on ``held_on``; on a marked event change the day or the remark, add files.

    ``files`` are uploads checked by `mentoring.lib.uploads.check_upload`. Raises MoveRefused for a day that has
    not come or lies before the program, and unless the program runs.
    """
    row = guards.lock_event(event)
    guards.check_running(row.program)
    guards.check_held_day(row.program, held_on)
    if row.evidence.count() + len(files) > MOST_FILES:
        raise MoveRefused(
            {"files": _("An event keeps %(most)s files at most. Choose the best ones.") % {"most": MOST_FILES}}
        )
    if row.state == EventState.HELD:
        _correct(row, by, held_on, remark, files)
    else:
        deed = gettext_noop("Marked as held")
        move(row, EventState.HELD, by=by, deed=deed, reason=remark, held=row, held_on=held_on, remark=remark)
    for file in files:
        Evidence.objects.create(event=row, file=file, name=shown_name(file), size=file.size, by=by, at=now())
    return row


def _correct(row, by, held_on, remark, files):
    if (row.held_on, row.remark) != (held_on, remark):
        row.held_on, row.remark = held_on, remark
        row.save(update_fields=["held_on", "remark"])
        record(row, gettext_noop("Mark corrected"), by=by, reason=remark)
    elif files:
        record(row, gettext_noop("Files added"), by=by)


@transaction.atomic
def unmark_event(event, *, by):
    """Take a mark back: the event is planned again; the remark and the files stay for the next mark."""
    row = guards.lock_event(event)
    guards.check_running(row.program)
    return move(row, EventState.PLANNED, by=by, deed=gettext_noop("Mark taken back"), held=row, held_on=None)


@transaction.atomic
def cancel_event(event, *, by, reason):
    """Cancel an event of a running program. Raises MoveRefused without a reason or after a mark."""
    if not reason.strip():
        raise MoveRefused({"reason": _("Write why the event is cancelled.")})
    row = guards.lock_event(event)
    guards.check_running(row.program)
    guards.check_planned(row)
    move(row, EventState.CANCELLED, by=by, deed=CANCELLED_DEED, reason=reason, held=row, remark=reason)
    record(row.program, CANCELLED_DEED, by=by, reason=f"{row.content}: {reason}")
    return row


@transaction.atomic
def reschedule_event(event, *, by, planned_on, reason, expected_version):
    """Move an event of a running program to another day of its term; both days stay in the history.

    Raises StaleSave if somebody moved it meanwhile, MoveRefused outside the term and after a mark.
    """
    row = guards.lock_event(event)
    guards.check_running(row.program)
    guards.check_planned(row)
    guards.check_event_day(row.program, planned_on)
    if row.planned_on == planned_on:
        return row
    words = f"{date_numeric(row.planned_on)} → {date_numeric(planned_on)}"
    words = f"{words}: {reason}" if reason else words
    row.planned_on = planned_on
    save_version(row, ["planned_on"], expected=expected_version)
    record(row, MOVED_DEED, by=by, reason=words)
    record(row.program, MOVED_DEED, by=by, reason=f"{row.content}: {words}")
    return row


@transaction.atomic
def remove_evidence(evidence, *, by):
    """Delete a file from an event of a running program; its name stays in the history."""
    row = guards.lock_event(evidence.event)
    guards.check_running(row.program)
    storage, path = evidence.file.storage, evidence.file.name
    record(row, gettext_noop("File removed"), by=by, reason=evidence.name)
    evidence.delete()
    transaction.on_commit(lambda: storage.delete(path))

"""Changes of a running program by an order of the head: longer, shorter, other; what stood before is kept."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.history.services import move, record
from programs.mentorships.models import Mentorship
from programs.mentorships.services import guards as pairs
from programs.plans.models import Event, Program, ProgramVersion
from programs.plans.selectors import content_of
from programs.plans.services import guards
from programs.plans.states import CANCELLED_DEED, EventState, ProgramChange

EXTENDED_DEED = gettext_noop("Program extended by an order")
SHORTENED_DEED = gettext_noop("Program shortened by an order")
CORRECTED_DEED = gettext_noop("Program corrected by an order")
_DEEDS = {
    ProgramChange.EXTENDED: EXTENDED_DEED,
    ProgramChange.SHORTENED: SHORTENED_DEED,
    ProgramChange.CORRECTED: CORRECTED_DEED,
}


@transaction.atomic
def extend_program(program, *, by, ends_on, reason="", application=None, order=None):
    """Let a running program, and with it the pair, last until ``ends_on``.

    What stood before is kept as a ProgramVersion, which is returned. Raises MoveRefused unless the program runs, for
    a day that is not later, and for one after somebody's employment.
    """
    row = _locked(program)
    if ends_on <= row.ends_on:
        message = _("The program lasts until %(day)s already. Choose a later day.")
        raise MoveRefused({"ends_on": message % {"day": date_numeric(row.ends_on)}})
    pair = row.mentorship
    entries = [pair.mentor_entry, *(member.mentee_entry for member in pair.current_members)]
    pairs.check_employment(entries, row.starts_on, ends_on)
    before = content_of(row)
    _end_on(row, ends_on, by=by, change=ProgramChange.EXTENDED)
    return _keep(row, before, ProgramChange.EXTENDED, by=by, reason=reason, application=application, order=order)


@transaction.atomic
def shorten_program(program, *, by, ends_on, reason="", application=None, order=None):
    """Let a running program end on the earlier day ``ends_on``; planned events after it are cancelled.

    The pair ends with the program unless it was to last longer. Returns the ProgramVersion. Raises MoveRefused
    unless the program runs, for a day that is not earlier, before the start or before an event that was held.
    """
    row = _locked(program)
    check_earlier(row, ends_on)
    before = content_of(row)
    words = _("The program is shortened to %(day)s.") % {"day": date_numeric(ends_on)}
    for event in row.events.filter(state=EventState.PLANNED, planned_on__gt=ends_on):
        move(event, EventState.CANCELLED, by=by, deed=CANCELLED_DEED, reason=words, remark=words)
    _end_on(row, ends_on, by=by, change=ProgramChange.SHORTENED)
    return _keep(row, before, ProgramChange.SHORTENED, by=by, reason=reason, application=application, order=order)


def check_earlier(program, ends_on):
    """Refuse a last day that is not earlier, lies before the start, or before what has taken place."""
    if not program.starts_on < ends_on < program.ends_on:
        message = _("The program runs from %(start)s to %(end)s. Choose a day between them.")
        values = {"start": date_numeric(program.starts_on), "end": date_numeric(program.ends_on)}
        raise MoveRefused({"ends_on": message % values})
    last = program.events.filter(state=EventState.HELD).order_by("-held_on").first()
    if last and last.held_on > ends_on:
        message = _("An event took place on %(day)s. Choose that day or a later one.")
        raise MoveRefused({"ends_on": message % {"day": date_numeric(last.held_on)}})


@transaction.atomic
def correct_program(program, *, by, changes, reason="", application=None, order=None):
    """Write ``changes`` into the note and the plan of a running program; held events stay as they are.

    ``changes`` is {"note": {name: text}, "events": {key of an event: {name: value}}, "cancelled": [keys],
    "added": [{name: value}]}, days in ISO. What became of an event meanwhile is left alone and stands in the
    history. Returns the ProgramVersion. Raises MoveRefused unless the program runs.
    """
    row = _locked(program)
    before = content_of(row)
    _write_note(row, changes.get("note", {}))
    left = _write_events(row, changes, by)
    for values in changes.get("added", ()):
        Event.objects.create(program=row, **_read(values))
    words = [reason, *(_("stays as it is: %(event)s") % {"event": event} for event in left)]
    record(row, CORRECTED_DEED, by=by, reason="; ".join(filter(None, words)))
    return _keep(row, before, ProgramChange.CORRECTED, by=by, reason=reason, application=application, order=order)


def _write_note(row, note):
    changed = [name for name, text in note.items() if name in Program.NOTE_FIELDS and getattr(row, name) != text]
    for name in changed:
        setattr(row, name, note[name])
    save_version(row, changed, expected=row.version)


def _write_events(row, changes, by):
    """Change and cancel planned events as asked; returns the words of those that are not planned any more."""
    left = []
    planned = {event.pk: event for event in row.events.all()}
    for key, values in changes.get("events", {}).items():
        event = planned.get(int(key))
        if event is None or event.state != EventState.PLANNED:
            left += [str(event)] if event else []
            continue
        written = _read(values)
        for name, value in written.items():
            setattr(event, name, value)
        save_version(event, list(written), expected=event.version)
    for key in changes.get("cancelled", ()):
        event = planned.get(int(key))
        if event is None or event.state != EventState.PLANNED:
            left += [str(event)] if event else []
            continue
        words = _("By the correction of the program.")
        move(event, EventState.CANCELLED, by=by, deed=CANCELLED_DEED, reason=words, remark=words)
    return left


def _read(values):
    """Values of an event as its columns hold them: days from ISO, only names the plan has."""
    known = {name: value for name, value in values.items() if name in Event.TEXT_FIELDS and name != "direction"}
    if "planned_on" in known:
        known["planned_on"] = date.fromisoformat(known["planned_on"])
    return known


def _locked(program):
    """The running program as it stands, its pair locked before it. Raises MoveRefused unless it runs."""
    Mentorship.objects.select_for_update().get(pk=program.mentorship_id)
    row = guards.lock(program)
    if not row.is_running:
        message = _("The program does not run any more: its state is “%(state)s”. There is nothing to change.")
        raise MoveRefused(message % {"state": row.get_state_display()})
    return row


def _end_on(row, ends_on, *, by, change):
    was, pair = row.ends_on, row.mentorship
    row.ends_on = ends_on
    save_version(row, ["ends_on"], expected=row.version)
    days = f"{date_numeric(was)} → {date_numeric(ends_on)}"
    record(row, _DEEDS[change], by=by, reason=days)
    follows = pair.ends_on < ends_on if change == ProgramChange.EXTENDED else pair.ends_on <= was
    if follows:
        pair.ends_on = ends_on
        save_version(pair, ["ends_on"], expected=pair.version)
        record(pair, _DEEDS[change], by=by, reason=days)


def _keep(row, before, change, *, by, reason, application, order):
    """Write the version of ``change``; numbers follow one another under the lock of the program."""
    return ProgramVersion.objects.create(
        program=row,
        number=row.versions.count() + 1,
        change=change,
        before=before,
        after=content_of(row),
        reason=reason,
        application=application,
        order=order,
        made_on=row.organization.today(),
        by=by,
        at=now(),
    )

"""What became of a meeting: held with its minutes, taken back, cancelled."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.uploads import shown_name
from mentoring.lib.versions import save_version
from people.history.services import move, record
from programs.council.models import AgendaPoint, Attendance, Meeting
from programs.council.services import guards, tidings
from programs.council.signals import meeting_held, meeting_unmarked
from programs.council.states import MeetingState, Presence

# A day further off than this is a slip of the pen.
MOST_DAYS_OFF = 366


@transaction.atomic
def mark_held(meeting, *, by, held_on, expected_version, **minutes):
    """Mark that the meeting took place on ``held_on`` and keep its minutes (keywords as in `correct_minutes`).

    What waits for the meeting, items of the roadmap among it, is done in the same transaction. Raises StaleSave if
    somebody was quicker, MoveRefused for a day that has not come and unless the meeting is planned.
    """
    row = guards.lock(meeting, expected_version)
    guards.check_planned(row)
    _check_day(row, held_on)
    guards.place_in_year(row, held_on)
    _write_minutes(row, **minutes)
    save_version(row, ["school_year"], expected=expected_version)
    move(row, MeetingState.HELD, by=by, deed=gettext_noop("Meeting held"), held_on=held_on, marked_by=by)
    meeting_held.send(sender=Meeting, meeting=row, by=by)
    return row


@transaction.atomic
def correct_minutes(meeting, *, by, expected_version, **minutes):
    """Correct the minutes of a held meeting.

    ``present`` and ``excused`` are employments; whoever was not invited and came is added. ``texts`` are (heard,
    decided) by the key of a point, ``further`` is (title, heard, decided) of a point that was not on the agenda or
    None, ``file`` a checked upload that takes the place of the one before. Raises StaleSave, and MoveRefused
    unless the meeting is held.
    """
    row = guards.lock(meeting, expected_version)
    if not row.is_held:
        raise MoveRefused(_("The meeting is not marked as held any more. Refresh the page to see what changed."))
    _write_minutes(row, **minutes)
    save_version(row, [], expected=expected_version)
    record(row, gettext_noop("Minutes corrected"), by=by)
    return row


@transaction.atomic
def take_mark_back(meeting, *, by):
    """Make a held meeting a planned one again; minutes, attendance and file stay for the next mark.

    What was done by it, items of the roadmap among it, is open again. Raises MoveRefused where something that
    stands on the meeting cannot be opened.
    """
    row = guards.lock(meeting)
    if not row.is_held:
        raise MoveRefused(_("The meeting is not marked as held any more. Refresh the page to see what changed."))
    meeting_unmarked.send(sender=Meeting, meeting=row, by=by)
    guards.place_in_year(row, row.planned_on)
    save_version(row, ["school_year"], expected=row.version)
    deed = gettext_noop("Mark of the meeting taken back")
    return move(row, MeetingState.PLANNED, by=by, deed=deed, held_on=None, marked_by=None)


@transaction.atomic
def cancel_meeting(meeting, *, by, reason):
    """Cancel a planned meeting; the invited learn the reason unless its day has passed. Raises MoveRefused."""
    row = guards.lock(meeting)
    guards.check_planned(row)
    reason = clean_text(reason).strip()
    if not reason:
        raise MoveRefused({"reason": _("Write why the meeting is cancelled: the invited will read it.")})
    save_version(row, [], expected=row.version)
    deed = gettext_noop("Meeting cancelled")
    move(row, MeetingState.CANCELLED, by=by, deed=deed, reason=reason, cancel_reason=reason)
    if row.is_ahead:
        tidings.tell(row, tidings.CANCELLED, by=by, reason=reason)
    return row


def _check_day(meeting, held_on):
    if held_on > meeting.organization.today():
        raise MoveRefused({"held_on": _("This day has not come yet. Mark the meeting after it has taken place.")})
    if abs(held_on - meeting.planned_on) > timedelta(days=MOST_DAYS_OFF):
        message = _("This is more than a year away from the planned day. Check the year.")
        raise MoveRefused({"held_on": message})


def _write_minutes(meeting, *, present=(), excused=(), texts=None, further=None, file=None):
    _write_presence(meeting, {row.pk for row in present}, {row.pk for row in excused})
    for point in meeting.points.filter(pk__in=texts or {}):
        point.heard, point.decided = texts[point.pk]
        point.save(update_fields=["heard", "decided"])
    if further is not None:
        title, heard, decided = further
        last = meeting.points.aggregate(last=Max("position"))["last"] or 0
        AgendaPoint.objects.create(meeting=meeting, position=last + 1, title=title, heard=heard, decided=decided)
    if file is not None:
        _keep_file(meeting, file)


def _write_presence(meeting, present, excused):
    if present & excused:
        raise MoveRefused({"excused": _("Somebody is ticked as present and as absent. Leave one of the two ticks.")})
    known = set(meeting.attendance.values_list("employment", flat=True))
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, employment_id=pk) for pk in sorted((present | excused) - known)
    )
    for rows, presence in ((present, Presence.PRESENT), (excused, Presence.EXCUSED)):
        meeting.attendance.filter(employment__in=rows).update(presence=presence)
    meeting.attendance.exclude(employment__in=present | excused).update(presence=Presence.INVITED)


def _keep_file(meeting, file):
    """Store ``file``; the one before goes once the transaction stands."""
    storage, path = meeting.file.storage, meeting.file.name
    meeting.file, meeting.file_name, meeting.file_size = file, shown_name(file), file.size
    meeting.save(update_fields=["file", "file_name", "file_size"])
    if path:
        transaction.on_commit(lambda: storage.delete(path))

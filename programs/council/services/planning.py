"""Planning a meeting: when, who is invited, the agenda."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.history.services import record
from programs.council.models import AgendaPoint, Attendance, Meeting
from programs.council.services import guards, tidings

FIELDS = ("kind", "number", "title", "planned_on", "time", "place", "chair", "secretary")
_WHEN = ("planned_on", "time", "place")


@transaction.atomic
def plan_meeting(organization, *, by, values, agenda=(), attendees=()):
    """Plan a meeting from ``values`` (names of FIELDS), the lines of its ``agenda`` and the employments invited.

    The chair and the secretary are invited too. Everybody invited but ``by`` gets a notice unless the day has
    passed. Raises MoveRefused for a number that another meeting of the year has.
    """
    meeting = Meeting(organization=organization, **values)
    guards.place_in_year(meeting, meeting.planned_on)
    meeting.save()
    _write_agenda(meeting, agenda)
    _write_attendees(meeting, attendees)
    record(meeting, gettext_noop("Meeting planned"), by=by, to_state=meeting.state)
    if meeting.is_ahead:
        tidings.tell(meeting, tidings.INVITED, by=by)
    return meeting


@transaction.atomic
def edit_meeting(meeting, *, by, values, agenda, attendees, expected_version):
    """Change a planned meeting; who was invited before learns of another day, time or place, who joins is invited,
    who is left out learns it too.

    Raises StaleSave if somebody was quicker, MoveRefused once it is held or cancelled, for a taken number, and for
    a point of the agenda that goes though minutes are written to it.
    """
    row = guards.lock(meeting, expected_version)
    guards.check_planned(row)
    was = [getattr(row, name) for name in _WHEN]
    for name, value in values.items():
        setattr(row, name, value)
    guards.place_in_year(row, row.planned_on)
    row.save()
    save_version(row, [], expected=expected_version)
    _write_agenda(row, agenda)
    joined, stayed, left = _write_attendees(row, attendees)
    is_moved = was != [getattr(row, name) for name in _WHEN]
    deed = gettext_noop("Meeting moved") if is_moved else gettext_noop("Meeting changed")
    record(row, deed, by=by, reason=tidings.when_of(row) if is_moved else "")
    if row.is_ahead:
        tidings.tell(row, tidings.INVITED, by=by, people=joined)
        tidings.tell(row, tidings.RELEASED, by=by, people=left)
        if is_moved:
            tidings.tell(row, tidings.MOVED, by=by, people=stayed)
    return row


@transaction.atomic
def add_point(meeting, title, *, by):
    """Add one point to the end of the agenda of a planned meeting. Raises MoveRefused once it is held or cancelled."""
    row = guards.lock(meeting)
    guards.check_planned(row)
    last = row.points.aggregate(last=Max("position"))["last"] or 0
    point = AgendaPoint.objects.create(meeting=row, position=last + 1, title=title)
    save_version(row, [], expected=row.version)
    record(row, gettext_noop("Agenda changed"), by=by, reason=title)
    return point


def _write_agenda(meeting, lines):
    """Make the points read as ``lines``: equal ones keep their minutes, then reworded ones by their order."""
    left = list(meeting.points.all())
    kept = {}
    for place, line in enumerate(lines):
        same = next((point for point in left if point.title == line), None)
        if same is not None:
            left.remove(same)
            kept[place] = same
    for place, line in enumerate(lines):
        point = kept.get(place) or (left.pop(0) if left else AgendaPoint(meeting=meeting))
        point.position, point.title = place + 1, line
        point.save()
    for point in left:
        if point.has_minutes:
            message = _("Minutes are written to the point “%(point)s”. Leave it on the agenda, or empty its minutes.")
            raise MoveRefused({"agenda": message % {"point": point.title}})
        point.delete()


def _write_attendees(meeting, employments):
    """Invite exactly ``employments``, the chair and the secretary; returns the keys of (joined, stayed, left)."""
    wanted = {row.pk for row in employments} | {meeting.chair_id, meeting.secretary_id} - {None}
    before = set(meeting.attendance.values_list("employment", flat=True))
    meeting.attendance.exclude(employment__in=wanted).delete()
    Attendance.objects.bulk_create(Attendance(meeting=meeting, employment_id=pk) for pk in sorted(wanted - before))
    return wanted - before, wanted & before, before - wanted

"""Two meetings: the set-up session at the start, held with its minutes, and the next one, a week ahead."""

from programs.council.models import Meeting
from programs.council.services import mark_held, plan_meeting
from programs.council.states import MeetingKind
from reports.demo.clock import as_of
from reports.demo.script import wording

INVITED_DAYS_BEFORE = 7
AHEAD_DAYS = 6


def hold_session(scene, term):
    """The set-up session of the mentors of the term, with its minutes."""
    part, day = wording().session, term.after(10)
    mentors = [entry.employment for entry in scene.mentors.values()]
    with as_of(term.after(10 - INVITED_DAYS_BEFORE)):
        meeting = _plan(scene, part, MeetingKind.SEMINAR, day, mentors)
    minutes = zip(meeting.points.all(), part.minutes, strict=True)
    with as_of(day):
        texts = {point.pk: (line.heard, line.decided) for point, line in minutes}
        version = Meeting.objects.get(pk=meeting.pk).version
        keepers = [scene.workers["director"], scene.workers["curator"]]
        present = {"present": [*keepers, *mentors[1:]], "excused": mentors[:1]}
        mark_held(meeting, by=scene.curator, held_on=day, expected_version=version, texts=texts, **present)


def plan_next(scene):
    """A round table next week."""
    with as_of(scene.days.ago(3)):
        invited = [scene.workers[who] for who in ("mentor", "mentee", "council")]
        _plan(scene, wording().round_table, MeetingKind.ROUND_TABLE, scene.days.ahead(AHEAD_DAYS), invited)


def _plan(scene, part, kind, day, invited):
    values = {"kind": kind, "number": None, "title": part.title, "planned_on": day, "time": None, "place": part.place}
    values |= {"chair": scene.workers["director"], "secretary": scene.workers["curator"]}
    agenda = [line.title for line in part.minutes]
    return plan_meeting(scene.organization, by=scene.curator, values=values, agenda=agenda, attendees=invited)

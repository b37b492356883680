"""Meetings in every state of their life."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from programs.council import services
from programs.council.states import MeetingKind
from tests.world import DAY

LATER = DAY + timedelta(days=7)
AGENDA = ("План работы", "Отчёт наставников")


def make_meeting(place, /, *, agenda=AGENDA, attendees=None, by=None, **fields):
    """A meeting of the council a week ahead with the mentor invited, the council member in the chair."""
    values = {
        "kind": MeetingKind.COUNCIL,
        "number": None,
        "title": f"Итоги месяца {place.organization.slug}",
        "planned_on": LATER,
        "time": None,
        "place": "",
        "chair": place.council.employment,
        "secretary": None,
    }
    invited = [place.mentor.employment] if attendees is None else attendees
    by = by or place.curator.user
    return services.plan_meeting(place.organization, by=by, values=values | fields, agenda=agenda, attendees=invited)


def make_held(place, /, *, by=None, on=DAY, **fields):
    """A meeting of today, held, with its minutes and a file."""
    meeting = make_meeting(place, planned_on=on, **fields)
    texts = {point.pk: ("Доклад", "Принять к сведению") for point in meeting.points.all()}
    kwargs = {"present": [place.mentor.employment], "texts": texts, "file": scan()}
    by = by or place.curator.user
    return services.mark_held(meeting, by=by, held_on=on, expected_version=meeting.version, **kwargs)


def scan(name="Протокол.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.4 x", "application/pdf")


def planned(world):
    return {"pk": make_meeting(world.home).pk}


def held(world):
    return {"pk": make_held(world.home).pk}

"""Events and files for the tests of the room."""

import datetime

from django.core.files.base import ContentFile

from programs.plans.models import Event, Evidence
from tests.world import MOMENT


def make_event(program, **fields):
    """A meeting of the program, planned for October."""
    values = {"content": "Разбор занятия", "planned_on": datetime.date(2026, 10, 20)}
    return Event.objects.create(program=program, **(values | fields))


def make_evidence(event, by, name="Конспект.pdf", content=b"%PDF-1.7 text"):
    """A file of the event."""
    return Evidence.objects.create(
        event=event, file=ContentFile(content, name=name), name=name, size=len(content), by=by, at=MOMENT
    )

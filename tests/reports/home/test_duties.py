"""«Today»: a line leads to exactly what it counts."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from people.models import User
from programs.models import Event, Item, Roadmap, Stage
from programs.plans.states import ProgramState
from programs.roadmap.states import RoadmapState
from tests.world import DAY

pytestmark = pytest.mark.django_db
YESTERDAY = DAY - datetime.timedelta(days=1)


@pytest.fixture
def place(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def _visit(role, address):
    user = User.objects.get(login=f"{role}@school-3.example")
    user.language = "en"
    user.save()
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client.get(address)


def _lines(role):
    context = _visit(role, "/o/school-3/").context
    return {line.title: line for line in [*context["urgent"], *context["others"]]}


def _everything_late(place):
    place.program.state = ProgramState.RUNNING
    place.program.save()
    Event.objects.create(program=place.program, content="Вводная встреча", planned_on=YESTERDAY)
    for entry in (place.mentor_entry, place.mentee_entry):
        entry.refreshed_on = DAY.replace(year=DAY.year - 2)
        entry.save()
    plan = Roadmap.objects.create(
        organization=place.organization,
        school_year=2026,
        state=RoadmapState.RUNNING,
        approved_on=DAY,
        approved_by=place.director.user,
    )
    stage = Stage.objects.create(roadmap=plan, position=1, name="Подготовка условий")
    Item.objects.create(stage=stage, content="Издать приказ", due_on=YESTERDAY)
    Item.objects.create(stage=stage, content="Провести семинар", due_on=DAY + datetime.timedelta(days=30))


def test_every_line_leads_to_a_list_that_is_really_narrowed(place):
    _everything_late(place)
    narrowed = {}
    for line in _lines("curator").values():
        parts = urlsplit(line.url)
        if parts.query:
            page = _visit("curator", line.url).context["page"]
            assert set(parse_qs(parts.query)) <= set(page.form.fields), line.url
            narrowed[parts.path.removeprefix("/o/school-3")] = parts.query
    plan = Roadmap.objects.get()
    assert narrowed == {
        "/programs/": "overdue=true",
        "/mentors/": "only=stale",
        "/mentees/": "only=stale",
        f"/roadmaps/{plan.pk}/": "overdue=true",
    }


def test_the_strip_says_that_the_next_day_has_passed(place):
    _everything_late(place)
    assert "0 of 2 done · was due on" in _visit("curator", "/o/school-3/").content.decode()

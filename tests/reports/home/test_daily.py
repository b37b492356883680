"""The day's duties: done once however often they run, and one refusal does not stop the rest."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from mentoring.lib.moves import MoveRefused
from people.consents.states import ConsentState
from people.models import Notice
from programs.models import Event, Item, Roadmap, Stage
from programs.roadmap.services.reminding import OVERDUE
from programs.roadmap.states import RoadmapState
from reports.home import daily
from tests.world import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def _overdue_year(place):
    yesterday = DAY - datetime.timedelta(days=1)
    for content in ("Вводная встреча", "Разбор урока"):
        Event.objects.create(program=place.program, content=content, planned_on=yesterday)
    plan = Roadmap.objects.create(
        organization=place.organization,
        school_year=2026,
        state=RoadmapState.RUNNING,
        approved_on=DAY,
        approved_by=place.director.user,
    )
    stage = Stage.objects.create(roadmap=plan, position=1, name="Подготовка условий")
    Item.objects.create(stage=stage, content="Издать приказ", due_on=yesterday)


def test_reminders_go_to_those_concerned_once_however_often_the_day_is_ticked(world):
    _overdue_year(world.home)
    call_command("tick")
    call_command("tick")
    told = {(notice.user.login, notice.sentence) for notice in Notice.objects.all()}
    assert told == {
        ("mentor@school-3.example", daily.OVERDUE_EVENTS),
        ("mentee@school-3.example", daily.OVERDUE_EVENTS),
        ("curator@school-3.example", OVERDUE),
    }
    assert Notice.objects.count() == 3


def test_a_consent_that_ran_out_is_closed(world):
    consent = world.home.mentor_consent
    consent.valid_until = DAY - datetime.timedelta(days=1)
    consent.save()
    call_command("tick")
    consent.refresh_from_db()
    assert consent.state == ConsentState.EXPIRED


def test_one_refusal_is_told_and_the_other_organizations_get_their_day(world, monkeypatch):
    _overdue_year(world.other)

    def refuse(organization):
        raise MoveRefused("a consent is missing")

    monkeypatch.setattr("reports.management.commands.tick.DAILY", (refuse, daily.remind_of_events))
    with pytest.raises(CommandError, match="school-3: a consent is missing"):
        call_command("tick")
    assert Notice.objects.filter(organization=world.other.organization).count() == 2

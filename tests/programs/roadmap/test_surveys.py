"""Items a survey fulfils."""

import pytest

from mentoring.lib.moves import MoveRefused
from people.models import Campaign
from people.surveys.services import close_campaign, drop_campaign, keep_campaigns
from programs.models import ItemEvidence
from programs.roadmap import services
from programs.roadmap.states import ItemState
from tests.people.surveys.factories import campaign_of, every_kind
from tests.programs.roadmap.factories import item_of, make_draft, make_running
from tests.world import DAY, world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, running=make_running)


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def item(home):
    return item_of(home.running)


def _survey(home, **fields):
    return campaign_of(home, every_kind(home), chosen=[home.mentee.employment], **fields)


def test_an_item_is_done_when_the_survey_tied_to_it_closes(home, item, settings):
    by_hand, by_itself = _survey(home), _survey(home)
    other = item_of(item.stage.roadmap, position=item.position + 1, stage=item.stage)
    services.tie_survey(item, by_hand, by=home.curator.user)
    services.tie_survey(item, by_hand, by=home.curator.user)
    services.tie_survey(other, by_itself, by=home.curator.user)
    item.refresh_from_db()
    assert item.state == ItemState.PLANNED
    close_campaign(by_hand, by=home.curator.user)
    settings.MENTORING_TODAY = by_itself.closes_on.replace(day=by_itself.closes_on.day + 1)
    keep_campaigns(home.organization)
    for row, survey, day in ((item, by_hand, DAY), (other, by_itself, by_itself.closes_on)):
        row.refresh_from_db()
        assert (row.state, row.done_on, [proof.campaign for proof in row.evidence.all()]) == ("done", day, [survey])


def test_a_survey_closed_before_fulfils_at_once(home, item):
    survey = _survey(home)
    close_campaign(survey, by=home.curator.user)
    services.tie_survey(item, survey, by=home.curator.user)
    item.refresh_from_db()
    assert item.state == ItemState.DONE


def test_the_tie_is_carried_into_a_revision_and_goes_with_a_dropped_survey(home, item):
    planned = _survey(home, opened=False)
    services.tie_survey(item, planned, by=home.curator.user)
    services.revise_roadmap(item.stage.roadmap, by=home.director.user, reason="Новые сроки")
    assert ItemEvidence.objects.filter(campaign=planned).count() == 2
    drop_campaign(Campaign.objects.get(pk=planned.pk), by=home.curator.user)
    assert ItemEvidence.objects.count() == 0


def test_a_survey_of_another_organization_and_a_roadmap_not_in_force_are_refused(world, home, item):
    with pytest.raises(MoveRefused):
        services.tie_survey(item, _survey(world.other), by=home.curator.user)
    with pytest.raises(MoveRefused):
        services.tie_survey(item_of(make_draft(home, 2027)), _survey(home), by=home.curator.user)
    assert ItemEvidence.objects.count() == 0

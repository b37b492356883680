"""What surveys put on the first page, and of whom."""

import pytest

from people.accounts.actor import actor_in
from people.surveys.services import close_campaign
from reports.home.duties import duties_of
from tests.people.surveys.factories import answered_survey
from tests.world import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def asked(place, person):
    found = duties_of(actor_in(person.user, place.organization))
    return [duty.title for duty in found if "surveys/" in duty.url]


def test_a_survey_stands_with_whoever_is_asked_and_its_proposals_with_the_curator(world):
    home = world.home
    campaign = answered_survey(home)
    assert asked(home, home.staff) == ["Вас просят ответить: Запросы педагогов"]
    assert asked(home, home.mentee) == asked(home, home.director) == asked(world.other, world.other.curator) == []
    assert asked(home, home.curator) == ["1 ответ на опрос стал предложением для банка"]
    close_campaign(campaign, by=home.curator.user)
    assert asked(home, home.staff) == []
    assert asked(home, home.curator) == [
        "1 ответ на опрос стал предложением для банка",
        "Опрос «Запросы педагогов» закрыт",
    ]

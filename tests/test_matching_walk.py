"""S4: from the ranking of mentors to pairs and groups that everybody in them agreed to."""

import pytest

from tests.path_steps import one_mentee, other_ways, whole_bank
from tests.path_steps.place import DAY
from tests.path_steps.walk import Walk

pytestmark = pytest.mark.walk


@pytest.fixture
def walk(new_page, settings):
    """An organization at work."""
    settings.MENTORING_TODAY = DAY
    return Walk("school-3", new_page)


def test_a_mentor_is_chosen_against_the_ranking_and_both_agree(walk):
    walk.go(one_mentee.STEPS, one_mentee.SEEN)


def test_the_whole_bank_is_assigned_and_whoever_declines_is_not_left_alone(walk):
    walk.go(whole_bank.STEPS, whole_bank.SEEN)


def test_a_link_goes_both_ways_a_meeting_is_single_and_a_mentor_comes_from_another_organization(walk):
    walk.go(other_ways.STEPS, other_ways.SEEN)

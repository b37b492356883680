"""S8, change: another mentor, a mentor who leaves, a longer, other and shorter program, an end ahead of time."""

import pytest

from tests.path_steps import changing, replacing
from tests.path_steps.place import DAY
from tests.path_steps.walk import Walk

pytestmark = pytest.mark.walk
REPLACEMENT = (
    replacing.begin,
    replacing.ask,
    replacing.put_visa,
    replacing.mediate,
    replacing.grant,
    replacing.propose,
    replacing.accept,
    replacing.draft,
    replacing.sign,
    replacing.come_the_day,
    replacing.go_on,
)
CHANGES = (
    changing.begin,
    changing.ask_for_longer,
    changing.ask_for_other,
    changing.agree_to_other,
    changing.ask_for_shorter,
    changing.order_changes,
    changing.read_versions,
    changing.leave,
    changing.end,
    changing.decide,
    changing.order_ends,
)
# What is asked for on a phone, what the head decides, and a program with its changes; other walks show the rest.
SEEN = {replacing.ask, replacing.grant, changing.ask_for_other, changing.read_versions}


@pytest.fixture
def walk(new_page, settings):
    """An organization whose council mediates where a mentor is to be replaced."""
    settings.MENTORING_TODAY = DAY
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    walk = Walk("lyceum-136", new_page)
    walk.settings = settings
    return walk


def test_a_mentee_gets_another_mentor_and_the_program_goes_on(walk):
    walk.go(REPLACEMENT, SEEN)


def test_both_change_their_program_a_mentor_leaves_and_the_curator_ends_a_pair(walk):
    walk.go(CHANGES, SEEN)

"""The room's tests stand on one day of October, in the first organization of the cast."""

import pytest
from django.utils import translation

from people.accounts.actor import actor_in
from tests.world import DAY


@pytest.fixture
def home(home, settings):
    """The home organization of the world on 15 October 2026; refusals speak English here."""
    settings.MENTORING_TODAY = DAY
    with translation.override("en"):
        yield home


@pytest.fixture
def actors(home):
    """Everybody of the cast as the door sees them."""
    return {role.value: actor_in(person.user, home.organization) for role, person in home.people.items()}

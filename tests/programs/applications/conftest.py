"""The room's tests stand on one day of October, in the first organization of the cast."""

import pytest
from django.utils import translation

from tests.world import DAY, build_world


@pytest.fixture
def home(db, settings):
    """The home organization of the world on 15 October 2026; refusals speak English here."""
    settings.MENTORING_TODAY = DAY
    with translation.override("en"):
        yield build_world().home

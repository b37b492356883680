"""The day everything here happens on, and the cast."""

import pytest

from tests.world import DAY


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = DAY

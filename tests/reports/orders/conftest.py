"""What the tests of orders that change pairs share: the day, the school."""

import pytest

from tests.reports.orders.changing import TODAY
from tests.world import make_organization, populate


@pytest.fixture
def day_of_changes(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture
def school():
    return populate(make_organization("school-3", preset="school-3"))

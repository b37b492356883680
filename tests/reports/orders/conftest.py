"""What the tests of orders that change pairs share: the day, the school."""

import pytest

from tests.reports.orders.changing import TODAY


@pytest.fixture
def day_of_changes(settings):
    settings.MENTORING_TODAY = TODAY

"""What the tests of orders share: the day of those that change pairs, papers whose words are read and not laid out."""

import pytest

from tests.reports.orders.changing import TODAY
from tests.reports.orders.factories import papers_as_pages


@pytest.fixture
def day_of_changes(settings):
    settings.MENTORING_TODAY = TODAY


@pytest.fixture
def pages():
    with papers_as_pages():
        yield

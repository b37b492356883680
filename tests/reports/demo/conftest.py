"""The demonstration loaded once for the tests that only look at it."""

import datetime

import pytest
from django.test import override_settings

from reports.demo.loading import load_demonstration
from tests.world import lasting

TODAY = datetime.date(2026, 10, 15)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Load it inside a transaction that is rolled back after the last test; returns the organizations' names said."""
    said = []
    with override_settings(DEMO=True, MENTORING_TODAY=TODAY), lasting(django_db_blocker):
        load_demonstration(say=said.append)
        yield said


@pytest.fixture
def demo(loaded, db, settings):
    """The loaded demonstration on its day; what a test changes is taken back."""
    settings.DEMO, settings.MENTORING_TODAY = True, TODAY
    return loaded

"""The day everything here happens on, and the cast."""

import pytest

from tests.world import DAY


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = DAY


@pytest.fixture
def enter(client):
    """Sign in as somebody."""

    def sign_in(user):
        client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return sign_in

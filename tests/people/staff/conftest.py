import pytest

from tests.world import DAY


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def enter(client):
    """``enter(who)`` signs the client in as somebody of the cast."""

    def as_(who):
        client.force_login(who.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return as_

import pytest

from tests.world import DAY, build_world


@pytest.fixture
def world(db, settings):
    settings.MENTORING_TODAY = DAY
    return build_world()


@pytest.fixture
def home(world):
    return world.home


@pytest.fixture
def enter(client):
    """``enter(who)`` signs the client in as somebody of the cast."""

    def as_(who):
        client.force_login(who.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return as_

import pytest

from tests.people.consents.factories import make_draft
from tests.programs.applications.factories import make_application
from tests.programs.council.factories import planned
from tests.programs.roadmap.factories import running
from tests.world import DAY


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def full(world):
    """The world with one thing of every kind that papers are made of."""
    make_draft(world.home.mentor.employment)
    make_application(world.home)
    planned(world)
    running(world)
    return world


@pytest.fixture
def agreements(home):
    return [make_draft(home.mentor.employment), make_draft(home.staff.employment)]


@pytest.fixture
def enter(client):
    """``enter(who)`` signs the client in as somebody of the cast."""

    def as_(who):
        client.force_login(who.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return as_

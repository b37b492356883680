"""The world built once for the tests of a module: it stands in a transaction around theirs.

`world` and its first organization, `home` or `school`, are fresh copies: what a test does to them, and to the rows,
ends with it. A module or room of another world overrides `make_world`. Where rows are committed, each test builds it.
"""

import pickle
from contextlib import ExitStack

import pytest

from tests.world import build_world, lasting

COMMITTED = {"transactional_db", "live_server"}
ITEM = pytest.StashKey()
STANDING = pytest.StashKey()


def _commits(item):
    """Whether what `item` writes is seen by other connections: nothing may stand around it."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or not COMMITTED.isdisjoint(item.fixturenames)


class Standing:
    """One world: built at once and kept, or, after `leave`, built anew for whoever asks."""

    def __init__(self, make):
        self._make = make
        self._around = ExitStack()
        self._kept = None

    def keep(self, blocker):
        self._around.enter_context(lasting(blocker))
        self._kept = pickle.dumps(self._make())

    def leave(self):
        self._kept = None
        self._around.close()

    def fresh(self):
        return pickle.loads(self._kept) if self._kept else self._make()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    stash = item.session.stash
    stash[ITEM] = item
    if STANDING in stash and _commits(item):
        stash[STANDING].leave()


@pytest.fixture(scope="module")
def make_world():
    """What builds the world of the module; asked before any fixture of a single test."""
    return build_world


@pytest.fixture(scope="module")
def standing(request, make_world, django_db_setup, django_db_blocker):
    stash = request.session.stash
    stash[STANDING] = Standing(make_world)
    if not _commits(stash[ITEM]):
        stash[STANDING].keep(django_db_blocker)
    yield stash[STANDING]
    stash[STANDING].leave()


@pytest.fixture
def world(standing, db):
    return standing.fresh()


@pytest.fixture
def home(world):
    return world.home


@pytest.fixture
def school(home):
    return home

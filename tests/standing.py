"""The world built once for the tests of a module: it stands in a transaction around theirs.

`world` and its first organization, `home` or `school`, are fresh copies: what a test does to them, and to the rows,
ends with it. A module or room of another world overrides `make_world`. Where rows are committed, each test builds it.
"""

import pickle
from contextlib import ExitStack

import pytest
from django.db import connection, transaction
from django.test import SimpleTestCase

from tests.world import build_world

COMMITTED = {"transactional_db", "live_server"}
ITEM = pytest.StashKey()
STANDING = pytest.StashKey()


def _commits(item):
    """Whether nothing may stand around `item`: others see what it writes, or its class closes the connection."""
    if issubclass(item.cls or object, SimpleTestCase):
        return True
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or not COMMITTED.isdisjoint(item.fixturenames)


class Standing:
    """One world: built at once and kept, or, after `leave`, built anew for whoever asks."""

    def __init__(self, make, blocker):
        self._make, self._blocker = make, blocker
        self._around = ExitStack()
        self._kept = None

    def keep(self):
        with self._blocker.unblock(), ExitStack() as around:
            around.enter_context(transaction.atomic())
            around.callback(transaction.set_rollback, True)
            self._kept = pickle.dumps(self._make())
            # Now, and not again at the end of every test.
            connection.check_constraints()
            self._around = around.pop_all()

    def leave(self):
        self._kept = None
        with self._blocker.unblock():
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
def standing_world(request, make_world, django_db_setup, django_db_blocker):
    stash = request.session.stash
    stash[STANDING] = Standing(make_world, django_db_blocker)
    if not _commits(stash[ITEM]):
        stash[STANDING].keep()
    yield stash[STANDING]
    stash[STANDING].leave()


@pytest.fixture
def world(standing_world, db):
    return standing_world.fresh()


@pytest.fixture
def home(world):
    return world.home


@pytest.fixture
def school(home):
    return home

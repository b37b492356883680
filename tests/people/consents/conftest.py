"""The real first wordings stand in the first organization of the cast."""

import pytest

from tests.people.consents.factories import take_default_texts
from tests.world import world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(texts=lambda home: take_default_texts(home.organization))

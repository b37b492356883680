"""One world and one opening of every page for all who attack it."""

from contextlib import closing

import pytest

from programs.plans.services import seed_templates
from tests.attacks.hearing import hearing
from tests.bare import plain_refusals, unframed
from tests.crawl import PAGES, Things, cookies_of_all, known_on, open_page, visitors_known
from tests.known import asked_once
from tests.programs.matching.factories import make_plan_of
from tests.programs.orders.factories import agreed_pair
from tests.world import CANARY, build_world, lasting, make_employment


@pytest.fixture(autouse=True)
def _files_apart():
    """The files of things that stand for several pages stand as long."""


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker):
    """Two organizations with everything a form may choose; who visits them is signed in."""
    with lasting(django_db_blocker), plain_refusals(), hearing():
        world = build_world()
        for place, name in ((world.home, "Ахметова"), (world.other, CANARY)):
            seed_templates(place.organization)
            agreed_pair(place)
            make_plan_of(place, (place.mentee_entry, place.mentor_entry, 80.0), title=name)
            make_employment(place.organization, name)
        world.cookies = cookies_of_all(world)
        world.known = visitors_known(world)
        # Forms that stand on several pages are attacked where they are met first.
        world.attacked = set()
        with closing(Things(world)) as world.things:
            yield world


@pytest.fixture(scope="package", params=PAGES)
def place(world, request):
    """One page after the other, opened once for all tests."""
    name = request.param
    with unframed(name), asked_once(known_on(world, name)), open_page(world, name) as place:
        yield place

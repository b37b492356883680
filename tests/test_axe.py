"""No page of any role breaks a rule of axe: at the width of a desk and of a phone, and in the low-vision looks.

Those who work at a desk and on a phone alike are read at both widths, the others, who open the same pages, at the
narrow one, where more can go wrong.
"""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as project
from django.test import Client

from people.accounts.states import Role
from people.consents.services import request_consent
from people.consents.states import Purpose
from tests.programs.plans.factories import make_event
from tests.programs.roadmap.factories import make_running
from tests.reports.orders.factories import submitted
from tests.world import CAST, DAY, build_world

# What axe reads does not depend on the database.
pytestmark = pytest.mark.walk
AXE = Axe().axe_script
WIDTHS = (1280, 360)
AT_BOTH_WIDTHS = {Role.CURATOR, Role.MENTOR}
# Half of the work of axe: colours are the same at either width, so they are read once.
WITHOUT_COLOURS = "{resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}}"
EVERYTHING = "{resultTypes: ['violations']}"
LOOKS = ("large", "contrast", "dark-contrast")
VISITORS = {role.value: (lambda world, role=role: world.home.people[role].user) for role in CAST}
VISITORS |= {"observer": lambda world: world.observer, "admin": lambda world: world.admin}
RAIL = "nav.rail a[href]"
# The first thing of a list, wherever its row or its card leads.
FIRST_THING = "main .list tbody a[href^='/'], main .card h2 a[href^='/']"


@pytest.fixture
def world(live_server, settings):
    settings.MENTORING_TODAY = DAY
    world = build_world()
    make_event(world.home.program, content="Урок вдвоём")
    make_running(world.home)
    submitted(world.home)
    for person in world.home.people.values():
        request_consent(person.employment, Purpose.DISCLOSURE, by=world.home.curator.user)
    return world


def _enter(page, address, user, look="normal"):
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    session = client.cookies[project.SESSION_COOKIE_NAME].value
    cookies = {project.SESSION_COOKIE_NAME: session, "look": look}
    page.context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])


def _addresses(page, links):
    found = page.locator(links).evaluate_all("links => links.map(link => link.href)")
    return list(dict.fromkeys(urlsplit(address).path for address in found))


def _faults(page, widths=WIDTHS):
    """The rules the open page breaks at ``widths``, each with the first element at fault."""
    page.evaluate(AXE)
    for width, rules in zip(widths, (EVERYTHING, WITHOUT_COLOURS), strict=False):
        page.set_viewport_size({"width": width, "height": 800})
        for rule in page.evaluate(f"axe.run({rules})")["violations"]:
            yield f"{urlsplit(page.url).path} at {width}: {rule['id']} {rule['nodes'][0]['html']}"


def _walk(page, widths):
    """The first page, everything in the rail and the first thing of each of these."""
    page.goto("/")
    todo, done, faults = [(urlsplit(page.url).path, True)], set(), []
    while todo:
        address, is_list = todo.pop(0)
        if address in done:
            continue
        done.add(address)
        page.goto(address)
        faults += _faults(page, widths)
        if is_list:
            todo += [(each, True) for each in _addresses(page, RAIL)]
            todo += [(each, False) for each in _addresses(page, FIRST_THING)[:1]]
    return faults, done


@pytest.mark.parametrize("who", VISITORS)
def test_the_pages_of_a_role_break_no_rule(world, page, live_server, who):
    _enter(page, live_server.url, VISITORS[who](world))
    faults, done = _walk(page, WIDTHS if who in AT_BOTH_WIDTHS else WIDTHS[1:])
    assert faults == []
    assert len(done) > 1


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_for_weak_eyes_breaks_no_rule(world, page, live_server, look):
    _enter(page, live_server.url, world.home.mentor.user, look)
    page.goto("/")
    assert page.locator("html").get_attribute("data-look") == look
    assert list(_faults(page)) == []


@pytest.mark.parametrize("address", ["/sign-in/", "/join/", "/nowhere/"])
def test_a_page_for_visitors_breaks_no_rule(page, address):
    page.goto(address)
    assert list(_faults(page)) == []

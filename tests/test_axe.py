"""No page of any role breaks a rule of axe: at the width of a desk and of a phone, and in the low-vision looks.

The curator and the mentor, who work at a desk and on a phone alike, are read at both widths. The others open the same
pages: they are read on their own first page and where those two may not go, at the narrow width, where more can go
wrong. The frame around every page is read on the first page of each.
"""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as project
from django.test import Client
from django.urls import resolve

from people.accounts.states import Role
from people.consents.services import request_consent
from people.consents.states import Purpose
from tests.programs.plans.factories import make_event
from tests.programs.roadmap.factories import make_running
from tests.reports.orders.factories import submitted
from tests.test_access import ROWS
from tests.world import CAST, DAY, build_world

# What axe reads does not depend on the database.
pytestmark = pytest.mark.walk
AXE = Axe().axe_script
WIDTHS = (1280, 360)
LEADING = {Role.CURATOR.value, Role.MENTOR.value}
# Half of the work of axe: colours are the same at either width, so they are read once.
WITHOUT_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
RUN = """([context, options]) => axe.run(context, {resultTypes: ["violations"], selectors: false, ...options}).then(
  ({violations}) => violations.map(each => `${each.id} ${each.nodes[0].html}`))"""
WHOLE, INNER = {"include": [["html"]]}, {"exclude": [["nav.rail"], ["header.top"]]}
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


def _faults(page, widths=WIDTHS, within=WHOLE):
    """The rules the open page breaks at ``widths``, each with the first element at fault."""
    page.evaluate(AXE)
    for width, options in zip(widths, ({}, WITHOUT_COLOURS), strict=False):
        page.set_viewport_size({"width": width, "height": 800})
        for broken in page.evaluate(RUN, [within, options]):
            yield f"{urlsplit(page.url).path} at {width}: {broken}"


def _is_read_by_others(who, address):
    """Whether the curator or the mentor reads the page in the place of ``who``."""
    return who not in LEADING and not LEADING.isdisjoint(ROWS[resolve(address).view_name].get.split())


def _walk(page, who):
    """The first page, everything in the rail and the first thing of each of these."""
    page.goto("/")
    first, widths = urlsplit(page.url).path, WIDTHS if who in LEADING else WIDTHS[1:]
    todo, done, faults = [(first, True)], set(), []
    while todo:
        address, is_list = todo.pop(0)
        if address in done or (address != first and _is_read_by_others(who, address)):
            continue
        done.add(address)
        page.goto(address)
        faults += _faults(page, widths, WHOLE if address == first else INNER)
        if is_list:
            todo += [(each, True) for each in _addresses(page, RAIL)]
            todo += [(each, False) for each in _addresses(page, FIRST_THING)[:1]]
    return faults, done


@pytest.mark.parametrize("who", VISITORS)
def test_the_pages_of_a_role_break_no_rule(world, page, live_server, who):
    _enter(page, live_server.url, VISITORS[who](world))
    faults, done = _walk(page, who)
    assert faults == []
    assert len(done) > (10 if who in LEADING else 0)


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

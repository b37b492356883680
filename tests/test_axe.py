"""No page of any role breaks a rule of axe or scrolls sideways: at a desk, on a phone, and in the low-vision looks.

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
# Half of the work of axe: colours are the same at either width and on many pages, so they are read once.
WITHOUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in ("color-contrast", "link-in-text-block")}}
RUN = """([context, options]) => axe.run(
  context, {resultTypes: ["violations"], selectors: false, preload: false, ...options}
).then(
  ({violations}) => violations.map(each => `${each.id} ${each.nodes[0].html}`))"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
# Text that stands in the same elements of the same colours all the way up is as easy to read as the last time.
MARK = """known => {
  const grounds = new Map(), met = new Set(known)
  const ground = element => {
    if (!element) return ""
    if (!grounds.has(element)) {
      const style = getComputedStyle(element)
      const own = [element.tagName, element.className, style.color, style.backgroundColor, style.backgroundImage,
        style.opacity, style.fontSize, style.fontWeight, style.display, style.visibility]
      grounds.set(element, `${own} ${ground(element.parentElement)}`)
    }
    return grounds.get(element)
  }
  const hash = text => [...text].reduce((sum, each) => (sum * 31 + each.charCodeAt()) % 9007199254740, 7)
  for (const each of document.querySelectorAll("body *")) {
    const said = [...each.childNodes].map(node => node.nodeType === Node.TEXT_NODE ? node.data : "").join("")
    if (!said.trim() && !each.matches("input, select, textarea")) continue
    // Of a word that is seen axe is sure; of a sign, or what belongs to a field, it may not be.
    const isSure = /[\\p{L}\\p{N}]{2}/u.test(said) && each.checkVisibility() && !each.closest(":disabled, label")
    const sum = isSure ? hash(ground(each)) : null
    if (!met.has(sum)) each.dataset.unread = ""
    if (sum !== null) met.add(sum)
  }
  axe.configure({rules: [{id: "color-contrast", selector: "[data-unread]"}]})
  return [...met]
}"""
# What has been met on the pages read by this process.
MET = set()
WHOLE, INNER = {"include": [["html"]]}, {"exclude": [["nav.rail"], ["header.top"]]}
LOOKS = ("large", "contrast", "dark-contrast")
VISITORS = {role.value: (lambda world, role=role: world.home.people[role].user) for role in CAST}
VISITORS |= {"observer": lambda world: world.observer, "admin": lambda world: world.admin}
RAIL = "nav.rail a[href]"
# A text as pale as its ground and a field without a label.
SPOIL = """() => {
  const pale = document.querySelector("main p, main label")
  pale.style.color = "#ddd"
  document.querySelector("main form").append(document.createElement("input"))
}"""
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


@pytest.fixture
def page(new_page):
    """A page with axe in it from the start."""
    page = new_page()
    page.add_init_script(AXE)
    return page


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
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if width == widths[0]:
            MET.update(page.evaluate(MARK, list(MET)))
        if page.evaluate(SIDEWAYS):
            yield f"{urlsplit(page.url).path} at {width}: scrolls sideways"
        for broken in page.evaluate(RUN, [within, {} if width == widths[0] else WITHOUT_COLOURS]):
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
            todo += [(each, True) for each in _addresses(page, RAIL) if each != "/"]
            todo += [(each, False) for each in _addresses(page, FIRST_THING)[:1]]
    return faults, done


@pytest.mark.parametrize("who", sorted(LEADING))
def test_the_pages_of_a_role_break_no_rule(world, page, live_server, who):
    _enter(page, live_server.url, VISITORS[who](world))
    faults, done = _walk(page, who)
    assert faults == []
    assert len(done) > 10


def test_the_pages_of_the_others_break_no_rule(world, page, live_server):
    for who in VISITORS.keys() - LEADING:
        _enter(page, live_server.url, VISITORS[who](world))
        faults, done = _walk(page, who)
        assert (who, faults) == (who, [])
        assert done


def test_a_look_for_weak_eyes_breaks_no_rule(world, page, live_server):
    for look in LOOKS:
        _enter(page, live_server.url, world.home.mentor.user, look)
        page.goto("/")
        assert page.locator("html").get_attribute("data-look") == look
        assert (look, list(_faults(page))) == (look, [])


def test_the_pages_for_visitors_break_no_rule(page):
    for address in ("/sign-in/", "/join/", "/nowhere/"):
        page.goto(address)
        assert list(_faults(page)) == []


def test_a_fault_is_found_on_a_page_read_before(page):
    page.goto("/sign-in/")
    assert list(_faults(page)) == []
    page.reload()
    page.evaluate(SPOIL)
    found = {each.split()[3] for each in _faults(page)}
    assert found == {"color-contrast", "label"}

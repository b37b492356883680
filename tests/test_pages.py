"""Every page that links lead to, role by role: it answers, speaks Russian, has one heading and no inline code."""

import re
from functools import cache
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.test import Client, override_settings
from django.urls import resolve, reverse

from people.accounts.states import Role
from people.consents.services import request_consent
from people.consents.states import Purpose
from people.models import ConsentText
from people.organizations.signals import organization_opened
from people.staff.services import start_import
from programs.applications.states import ApplicationKind
from programs.plans.states import EventState, ProgramState
from tests.bare import unframed
from tests.known import asked_once
from tests.page_reader import Page
from tests.people.staff.lists import people
from tests.people.surveys.factories import answered_survey
from tests.programs.applications.factories import make_application
from tests.programs.council.factories import make_held, make_meeting
from tests.programs.matching.factories import make_small_plan
from tests.programs.mentorships.factories import make_proposal
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event, make_evidence
from tests.programs.roadmap.factories import make_draft, make_running
from tests.reports.orders.factories import draft, signed, submitted
from tests.world import CAST, DAY, build_world, lasting, make_program

pytestmark = [pytest.mark.django_db, pytest.mark.walk]
MOST = 70
# Django's own first line of a list to choose from.
NAMELESS = ">---------<"
ALLOWED = {
    "UTC",
    "SWOT",
    "TOML",
    "Word",
    "PDF",
    "XLSX",
    "CSV",
    "Excel",
    "SHA",
    "QR",
    "DOCX",
    "PPTX",
    "JPG",
    "JPEG",
    "PNG",
    "VK",
}
# Addresses of people, of pages and of zones, file names, fingerprints, one-time codes.
IGNORED = re.compile(
    r"\S+@\S+|UTF-8|https?://\S+|\w+/\w+|[\w-]*\.(?:xlsx|csv|pdf|toml)|\b[0-9a-f]{64}\b|\$\w+|school-3|lyceum-136|ivanova\.a|\bSheet\b|\(\.\w+\)"
)


def furnish(world):
    """Add to the cast what a running year brings: catalog, roadmap, orders in every state, events, files."""
    home = world.home
    home.organization.short_name = home.organization.full_name = "Средняя школа"
    home.organization.save()
    organization_opened.send(type(home.organization), organization=home.organization)
    ConsentText.objects.filter(organization=home.organization).update(title="Согласие")
    make_running(home)
    for make in (draft, submitted, signed):
        make(home)
    event = make_event(home.program, planned_on=DAY, state=EventState.HELD, held_on=DAY)
    make_evidence(event, home.mentor.user)
    make_event(home.program)
    make_event(make_program(agreed_pair(home, home.mentor_entry), state=ProgramState.DRAFT))
    make_proposal(home, mentor=home.mentor_entry)
    make_small_plan(home)
    make_draft(home, 2027)
    request_consent(home.staff.employment, Purpose.TRANSFER, by=home.curator.user)
    answered_survey(home)
    make_meeting(home)
    make_held(home)
    make_application(home, ApplicationKind.RESIGNATION)
    make_application(home, ApplicationKind.CORRECTION, changes={"note": {"goal": "Другая"}}, filed_by=home.mentee.user)
    start_import(home.organization, people(("101", "Орлова Зоя Ивановна", "учитель", "13")), by=home.curator.user)
    return world


def users_of(world):
    users = {role.value: world.home.people[role].user for role in CAST}
    return users | {"observer": world.observer, "admin": world.admin}


def is_paper(path):
    """Whether an address answers with a paper that takes half a second to print."""
    return path.endswith(("/pdf/", "/paper/"))


@cache
def kind_of(address):
    """What is the same for cards of different things and for filters with different values."""
    parts = urlsplit(address)
    names = frozenset(name for name, _value in parse_qsl(parts.query, keep_blank_values=True))
    return resolve(parts.path).view_name, names


def page_of(response):
    """What the answer says, None where it is no page."""
    return Page(response.content.decode()) if response.headers["Content-Type"].startswith("text/html") else None


def crawl(client, start, filters):
    """Follow one link of every kind from ``start``, the nearest first: [(address, response, page)].

    Filtered lists come last, and only those of which nobody has met the kind: ``filters``.
    """
    waiting, filtered, kinds, seen = [start], [], {kind_of(start)}, []
    while (waiting or filtered) and len(seen) < MOST:
        address = (waiting or filtered).pop(0)
        if "?" in address:
            if kind_of(address) in filters:
                continue
            filters.add(kind_of(address))
        with unframed(kind_of(address)[0]):
            response = client.get(address, follow=True)
        page = page_of(response)
        seen.append((address, response, page))
        here = response.redirect_chain[-1][0] if response.redirect_chain else address
        for link in page.links if page else ():
            target = urljoin(here, link).partition("#")[0]
            if target.startswith("/") and not is_paper(urlsplit(target).path) and kind_of(target) not in kinds:
                kinds.add(kind_of(target))
                (filtered if "?" in target else waiting).append(target)
    return seen


def faults_of(address, response, page):
    """What is wrong with one answer, in words."""
    if response.status_code >= 400:
        return [f"{address}: {response.status_code}"]
    if page is None:
        return []
    faults = [] if page.language == "ru" else [f"in the language {page.language!r}"]
    if page.headings != 1:
        faults.append(f"{page.headings} headings of the first level")
    if not page.title.partition("·")[0].strip():
        faults.append("no title")
    if NAMELESS in response.content.decode():
        faults.append("a choice of nothing without a name")
    if page.inline:
        faults.append(f"inline {sorted(set(page.inline))}")
    if latin := page.latin(ALLOWED, IGNORED):
        faults.append(f"not Russian: {sorted(latin)}")
    return [f"{address}: {fault}" for fault in faults]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A year at work, for every role the same: who only reads changes nothing in it."""
    with lasting(django_db_blocker), override_settings(MENTORING_TODAY=DAY):
        world = furnish(build_world())
        world.filters = set()
        yield world


@pytest.fixture(autouse=True)
def _files_apart():
    """The files of the world stand for all roles."""


@pytest.mark.parametrize("who", [*(role.value for role in Role if role in CAST), "observer", "admin"])
def test_every_page_a_role_can_reach_answers_in_good_russian(world, who):
    client = Client()
    client.force_login(users_of(world)[who], backend="people.accounts.backends.LoginNameBackend")
    # Whoever reads changes nothing about himself.
    with asked_once({}):
        seen = crawl(client, reverse("reports:start"), world.filters)
    assert len(seen) > 2
    faults = [fault for each in seen for fault in faults_of(*each)]
    assert faults == [], "\n".join(faults)

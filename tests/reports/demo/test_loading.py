"""Refusals, all or nothing, any day of the year, a machine that cannot print."""

import datetime
import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from people.accounts.states import Role
from people.models import Consent, Notice, Organization, Person, User
from programs.models import Event, Item, Mentorship, Order, Program, Roadmap
from programs.plans.states import EventState
from programs.roadmap.states import RoadmapState
from reports.demo import loading
from reports.demo.clock import as_of
from reports.demo.loading import NotLoadable, load_demonstration
from reports.demo.script import installation
from tests.world import make_organization

pytestmark = pytest.mark.django_db
# The smallest of the organizations.
SMALLEST = "malinovskaya"


@pytest.fixture
def only(monkeypatch):
    """`only(*slugs)`: the demonstration with these organizations alone, where they are enough."""

    def narrow(*slugs):
        organizations = [part for part in installation().organizations if part.slug in slugs]
        part = installation().model_copy(update={"organizations": organizations})
        monkeypatch.setattr(loading, "installation", lambda: part)

    return narrow


def test_it_is_refused_where_the_demonstration_is_off(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="MENTORING_DEMO=1"):
        call_command("load_demo")

    assert not User.objects.exists()


def test_it_never_comes_beside_a_real_organization(settings):
    settings.DEMO = True
    make_organization("gymnasium-1", preset="school-3")

    with pytest.raises(CommandError, match="MENTORING_DATA"):
        call_command("load_demo", stdout=io.StringIO())
    with pytest.raises(NotLoadable):
        load_demonstration()

    assert [row.slug for row in Organization.objects.all()] == ["gymnasium-1"]
    assert not User.objects.exists()


@pytest.mark.walk
def test_a_load_that_breaks_off_leaves_nothing_and_gives_the_clock_back(settings, monkeypatch, only):
    day = settings.MENTORING_TODAY = datetime.date(2026, 10, 15)
    tables = (Organization, User, Person, Consent, Notice, Mentorship, Order)

    def stop(scene, made, term):
        assert all(table.objects.exists() for table in tables)
        with as_of(term.ordered_on):
            raise RuntimeError("the power went")

    only(SMALLEST)
    monkeypatch.setattr(loading.pairs, "order_pairs", stop)
    with pytest.raises(RuntimeError):
        load_demonstration()

    for table in tables:
        assert not table.objects.exists(), table
    assert day == settings.MENTORING_TODAY


# The last day of a school year and its first, one for each engine. Of the two organizations one is that with a roadmap
# waiting for the head; all five stand on one day next door.
DAYS = [
    pytest.param("2027-08-31", {"lastochka", SMALLEST}, marks=pytest.mark.strict),
    pytest.param("2026-09-01", {"lastochka", SMALLEST}, marks=pytest.mark.walk),
]


@pytest.mark.parametrize(("day", "organizations"), DAYS)
def test_the_year_is_alive_on_any_day(settings, only, day, organizations):
    today = settings.MENTORING_TODAY = datetime.date.fromisoformat(day)
    only(*organizations)
    load_demonstration()

    def places(rows, path="organization__slug"):
        return set(rows.values_list(path, flat=True))

    assert places(Organization.objects.all(), "slug") == organizations
    programs = Program.objects.filter(state="running")
    where = "program__mentorship__organization__slug"
    for events in (
        Event.objects.overdue(today),
        Event.objects.filter(program__in=programs, state=EventState.PLANNED, planned_on__gte=today),
        Event.objects.filter(program__in=programs, state=EventState.HELD),
    ):
        assert places(events, where) == organizations
    for state in ("submitted", "registered"):
        assert places(Order.objects.filter(state=state)) == organizations
    assert places(Mentorship.objects.filter(state="completed")) == organizations
    assert places(Roadmap.objects.filter(state=RoadmapState.SUBMITTED)) == organizations - {SMALLEST}
    running = Roadmap.objects.filter(state=RoadmapState.RUNNING)
    is_first_day = day == "2026-09-01"
    # On the first day of the school year one roadmap still waits, and nothing can be late.
    assert places(running) == ({SMALLEST} if is_first_day else organizations)
    for roadmap in () if is_first_day else running:
        assert any(item.is_overdue(today) for item in Item.objects.filter(stage__roadmap=roadmap))
    assert not Mentorship.objects.filter(state="active", ends_on__lt=today).exists()


@pytest.mark.walk
def test_without_the_libraries_for_papers_nothing_is_signed_and_that_is_said(settings, monkeypatch, only):
    # In one of them only an order approves the roadmap, in the other the council votes: neither is signed.
    organizations = {SMALLEST, "cdutt"}
    only(*organizations)
    settings.DEMO = True
    sentence = "Install libpango."
    monkeypatch.setattr(loading, "pdf_ready", lambda: [sentence])
    monkeypatch.setattr("reports.management.commands.load_demo.pdf_ready", lambda: [sentence])
    out = io.StringIO()
    call_command("load_demo", stdout=out)

    assert sentence in out.getvalue()
    assert set(Order.objects.values_list("state", flat=True)) == {"submitted", "draft"}
    assert not Mentorship.objects.filter(state__in=["active", "completed", "terminated"]).exists()
    assert set(Roadmap.objects.values_list("organization__slug", "state")) == {
        (SMALLEST, "submitted"),
        ("cdutt", "running"),
        ("cdutt", "closed"),
    }
    assert set(Organization.objects.values_list("slug", flat=True)) == organizations


def test_its_accounts_cannot_sign_in_once_the_demonstration_is_off(settings, rf, monkeypatch, only):
    only(SMALLEST)
    monkeypatch.setattr(loading, "play", lambda scene: None)
    monkeypatch.setattr(loading, "bring_together", lambda scenes: None)
    monkeypatch.setattr(loading.programs, "attach_evidence", lambda scene: None)
    load_demonstration()
    request = rf.post("/")

    def tries(login):
        return authenticate(request, username=login, password="nastavnik-demo")

    settings.DEMO = False
    assert tries("admin@demo.example") is None and tries(f"director@{SMALLEST}.example") is None
    settings.DEMO = True
    assert tries(f"director@{SMALLEST}.example").memberships.get().role == Role.DIRECTOR

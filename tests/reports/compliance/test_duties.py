"""Every duty: met in an organization in order, broken once by each breach and by nothing else."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.states import Disclosed
from people.models import (
    Agreement,
    Consent,
    Disclosure,
    LegalOverride,
    Membership,
    MenteeEntry,
    MentorEntry,
    RegulationVersion,
)
from people.organizations.regulations import load_regulation
from people.organizations.services import draft_regulation
from programs.appointments.models import Appointment
from programs.appointments.states import Duty
from programs.models import Item, Mentorship, Order, OrderSeries, OrderSubject, Program, Roadmap
from programs.orders.states import OrderKind, OrderState
from programs.plans.states import ProgramState
from programs.roadmap.states import RoadmapState
from reports.compliance.duties import BY_CODE, standings
from reports.compliance.ground import MET, NOT_ASKED, OVERRIDDEN, UNMET, WAITING
from tests.people.consents.factories import disclose, make_agreement
from tests.programs.roadmap.factories import make_draft, make_running
from tests.world import MOMENT, START, make_employment, make_mentee_entry, make_mentorship, world_with

pytestmark = pytest.mark.django_db

RULES = """
[council]
presence = "required"
[publication]
what = [{ code = "banks", label = "Базы" }]
"""
LAX = "\n[consent]\nmentor_required = false\nseparate = false\n[agreement]\nrequired = false\n"


def rule(home, text):
    settings = load_regulation(text).model_dump(mode="json")
    RegulationVersion.objects.filter(organization=home.organization).update(settings=settings)


def registered(home, number=1, kind=OrderKind.CURATOR):
    series, _made = OrderSeries.objects.get_or_create(organization=home.organization, year=2026)
    user = home.director.user
    values = {"heading": "О назначении", "basis": "", "control": "", "drafted_by": user, "drafted_at": MOMENT}
    signed = {"series": series, "number": number, "number_text": str(number), "signed_on": START, "signed_at": MOMENT}
    return Order.objects.create(
        organization=home.organization, kind=kind, state=OrderState.REGISTERED, signer=user, **values, **signed
    )


@pytest.fixture(scope="module")
def make_world():
    return world_with(diligence=do_everything)


def do_everything(home):
    """What an organization has done that keeps its strict regulation and the law in all."""
    rule(home, RULES)
    order = registered(home)
    given = {"order": order, "starts_on": START}
    Appointment.objects.create(employment=home.curator.employment, duty=Duty.CURATOR, title="куратор", **given)
    Appointment.objects.create(
        employment=home.council.employment, duty=Duty.COUNCIL, title="председатель", function="chair", **given
    )
    Mentorship.objects.update(ordered_on=START)
    today = home.organization.today()
    MentorEntry.objects.update(refreshed_on=today)
    MenteeEntry.objects.update(refreshed_on=today)
    for person in (home.mentor, home.mentee):
        disclose(person.employment, Disclosed.NAME)
    make_agreement(home.mentor.employment, by=home.curator.user)
    roadmap = make_running(home)
    Item.objects.filter(stage__roadmap=roadmap).update(due_on=None)


def states(home):
    rows = [row for _label, group in standings(home.organization, home.organization.today()) for row in group]
    return {check.code: standing.state for check, standing, _source in rows}


def test_every_duty_is_met_where_everything_is_done(home):
    assert states(home) == dict.fromkeys(BY_CODE, MET)


def no_version(home):
    RegulationVersion.objects.filter(organization=home.organization).update(
        valid_from=datetime.date(2024, 9, 1), valid_until=datetime.date(2025, 8, 31)
    )


def open_draft(home):
    draft_regulation(home.organization, by=home.curator.user)


def curator_without_order(home):
    Membership.objects.create(user=home.staff.user, organization=home.organization, role=Role.CURATOR, starts_on=START)


def curator_of_a_wrong_post(home):
    type(home.curator.employment).objects.filter(pk=home.curator.employment.pk).update(post="учитель химии")


def no_council(home):
    Appointment.objects.filter(duty=Duty.COUNCIL).delete()


def withdraw(person, purpose):
    return lambda home: Consent.objects.filter(person=getattr(home, person).person, purpose=purpose).delete()


def stale(model):
    return lambda home: model.objects.update(refreshed_on=datetime.date(2025, 1, 1))


def nameless(home):
    Disclosure.objects.all().delete()


def unsigned(home):
    Agreement.objects.update(state="draft")


def begun_before_the_order(home):
    Mentorship.objects.update(ordered_on=START + datetime.timedelta(days=1))


def unread(home):
    order = registered(home, 2, OrderKind.ASSIGNMENT)
    OrderSubject.objects.create(order=order, employment=home.mentor.employment, role=Role.MENTOR)


def no_program(home):
    Program.objects.update(state=ProgramState.DRAFT, approved_on=None)


def too_long(home):
    Program.objects.update(ends_on=datetime.date(2028, 5, 31))


def no_roadmap(home):
    Item.objects.all().delete()
    Roadmap.objects.filter(organization=home.organization).delete()


def late_item(home):
    item = Item.objects.filter(stage__roadmap__organization=home.organization).first()
    Item.objects.filter(pk=item.pk).update(starts_on=None, due_on=START)


BREACHES = {
    "regulation": (no_version, {"regulation": UNMET}),
    "amendments": (open_draft, {"amendments": WAITING}),
    "curator": (curator_without_order, {"curator": UNMET}),
    "curator_post": (curator_of_a_wrong_post, {"curator_post": UNMET}),
    "council": (no_council, {"council": UNMET}),
    "processing": (withdraw("mentee", "processing"), {"processing": UNMET}),
    "mentor_consents": (withdraw("mentor", "mentor"), {"mentor_consents": UNMET}),
    "mentee_consents": (withdraw("mentee", "mentee"), {"mentee_consents": UNMET}),
    "disclosure": (withdraw("mentor", "disclosure"), {"disclosure": UNMET}),
    "disclosure_without_name": (nameless, {"disclosure": UNMET}),
    "agreements": (unsigned, {"agreements": UNMET}),
    "mentors_refreshed": (stale(MentorEntry), {"mentors_refreshed": UNMET}),
    "mentees_refreshed": (stale(MenteeEntry), {"mentees_refreshed": UNMET}),
    "orders": (begun_before_the_order, {"orders": UNMET}),
    "acquaintance": (unread, {"acquaintance": UNMET}),
    "programs": (no_program, {"programs": UNMET}),
    "length": (too_long, {"length": UNMET}),
    "roadmap": (no_roadmap, {"roadmap": UNMET}),
    "overdue": (late_item, {"overdue": UNMET}),
}


@pytest.mark.parametrize(("breach", "expected"), BREACHES.values(), ids=BREACHES)
def test_one_breach_breaks_its_own_duty_only(home, breach, expected):
    breach(home)
    assert states(home) == dict.fromkeys(BY_CODE, MET) | expected


def test_a_breach_is_counted_and_named(home):
    withdraw("mentee", "processing")(home)
    standing = BY_CODE["processing"].compute(home.organization, home.organization.today())
    assert (standing.count, standing.names) == (1, (home.mentee.person.short_name,))


def test_a_roadmap_on_its_way_is_waited_for(home):
    no_roadmap(home)
    make_draft(home)
    assert states(home)["roadmap"] == WAITING


def test_what_a_regulation_does_not_ask_for_is_no_breach(home):
    rule(home, "[curator]\nrequired = false\n[consent]\nmentee_required = false\n[publication]\nwhat = []")
    Appointment.objects.all().delete()
    Membership.objects.filter(role=Role.CURATOR).delete()
    Consent.objects.exclude(purpose__in=("processing", "mentor")).delete()
    asked = dict.fromkeys(BY_CODE, MET)
    free = dict.fromkeys(("curator", "council", "mentee_consents", "disclosure"), NOT_ASKED)
    assert states(home) == asked | free


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("consent.mentor_required", "mentor_consents"),
        ("consent.separate", "separate"),
        ("agreement.required", "agreements"),
    ],
)
def test_a_departure_of_the_head_is_shown_with_reason_and_name(home, key, code):
    rule(home, RULES + LAX)
    assert states(home) == dict.fromkeys(BY_CODE, MET)
    LegalOverride.objects.create(
        organization=home.organization,
        key=key,
        reason="Особая причина",
        starts_on=START,
        by=home.director.user,
        at=MOMENT,
    )
    assert states(home) == dict.fromkeys(BY_CODE, MET) | {code: OVERRIDDEN}
    note = BY_CODE[code].compute(home.organization, home.organization.today()).note
    assert "Особая причина" in note
    assert home.director.person.full_name in note


# The number of questions is the same on either engine.
def test_more_pairs_ask_no_more_queries(home):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            standings(home.organization, home.organization.today())
        return len(captured)

    def another_pair(name):
        entry = make_mentee_entry(make_employment(home.organization, name), state=EntryState.PAIRED)
        make_mentorship(home.mentor_entry, entry, ordered_on=START)

    another_pair("Новый")
    before = queries()
    for number in range(4):
        another_pair(f"Новый{number}")
    found = BY_CODE["programs"].compute(home.organization, home.organization.today())
    assert (found.count, len(found.names), found.rest) == (5, 3, 2)
    assert queries() == before


def test_the_page_shows_what_is_wrong_and_a_button_only_to_those_who_may_press_it(home, client):
    no_roadmap(home)
    url = reverse("reports:compliance", args=[home.organization.slug])
    button = reverse("programs:roadmap_create", args=[home.organization.slug])
    pages = {}
    for who in ("curator", "director"):
        client.force_login(getattr(home, who).user, backend="people.accounts.backends.LoginNameBackend")
        pages[who] = client.get(url, {"state": "unmet"})
    assert [row["check"].code for _label, rows in pages["curator"].context["groups"] for row in rows] == ["roadmap"]
    assert button in pages["curator"].content.decode()
    assert button not in pages["director"].content.decode()


def test_other_organizations_do_not_count(home):
    assert RoadmapState.RUNNING in Roadmap.objects.values_list("state", flat=True)
    other = RegulationVersion.objects.exclude(organization=home.organization).get().organization
    assert BY_CODE["roadmap"].compute(other, other.today()).state == UNMET

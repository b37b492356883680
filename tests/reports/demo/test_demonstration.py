"""What the demonstration promises, organization by organization."""

import hashlib
import io
import re
from collections import Counter
from datetime import timedelta
from importlib.resources import files
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db.models import Q
from django.urls import reverse

from people.accounts.states import Role
from people.consents.selectors import required_purposes
from people.history.models import Move
from people.models import (
    Authority,
    Consent,
    Employment,
    MenteeEntry,
    MentorEntry,
    Notice,
    Organization,
    Person,
    RegulationVersion,
    User,
)
from people.network.models import NetworkGrant
from people.network.selectors import open_offers
from people.organizations.selectors import head_on, regulation_on
from programs.applications.models import Application
from programs.appointments.selectors import council_on, curators_on, curators_without_order
from programs.council.models import PairVote
from programs.matching.models import MatchPlan
from programs.mentorships.models import CounterProposal, SympathyAnswer
from programs.models import Event, Evidence, Item, Member, Mentorship, Order, OrderSubject, Program, Roadmap
from programs.orders.states import BY_LINES, FOUNDING
from programs.plans.models import Helper
from programs.plans.states import EventState
from programs.roadmap.states import ItemState, RoadmapState
from programs.support.models import SupportCase, SupportContact
from programs.support.selectors import unpaired
from reports.demo.accounts import PASSWORD
from reports.models import FrozenDocument
from tests.reports.demo.conftest import TODAY
from tests.reports.demo.promises import LIVING, PROMISED

# How it loads is asked of both engines next door; what then stands there is the same on either.
pytestmark = pytest.mark.walk
SLUGS = ("school-3", "lastochka", "cdutt", "malinovskaya", "lyceum-136")
ROLES = ("director", "curator", "council", "psychologist", "mentor", "mentee", "staff", "sysadmin")

TABLES = (
    Consent,
    Employment,
    Event,
    Evidence,
    FrozenDocument,
    Item,
    Member,
    MenteeEntry,
    MentorEntry,
    Mentorship,
    Move,
    Notice,
    Order,
    Organization,
    Person,
    Program,
    RegulationVersion,
    Roadmap,
    User,
)


def organization(slug):
    return Organization.objects.get(slug=slug)


def states(rows):
    return set(rows.values_list("state", flat=True))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_organization_shows_what_is_promised(demo, slug):
    place = organization(slug)

    assert {
        "staff": place.employments.count(),
        "pairs": states(place.mentorships),
        "orders": states(place.orders),
        "programs": states(Program.objects.filter(mentorship__organization=place)),
        "consents": states(place.consents),
        "roadmaps": set(place.roadmaps.values_list("school_year", "state")),
    } == PROMISED[slug]
    assert states(MentorEntry.objects.of_organization(place)) >= {"active", "paired", "candidate"}
    assert states(MenteeEntry.objects.of_organization(place)) == {"active", "paired", "candidate"}
    assert set(place.consents.values_list("method", flat=True)) == {"", "electronic", "paper"}
    assert place.is_demo
    assert {version.preset for version in place.regulations.all()} == {slug}


FOUNDED = {
    "school-3": {"orders": ["O1", "O1"], "council": 0, "editions": 3},
    "lastochka": {"orders": ["O1", "O2"], "council": 0, "editions": 2},
    "cdutt": {"orders": ["O1", "O3", "O1"], "council": 3, "editions": 2},
    "malinovskaya": {"orders": ["O1", "O3", "O1"], "council": 3, "editions": 2},
    "lyceum-136": {"orders": ["O1", "O2", "O3", "O1"], "council": 4, "editions": 2},
}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_organization_is_founded_by_signed_orders(demo, slug):
    place = organization(slug)
    orders = place.orders.filter(state="registered", kind__in=FOUNDING).order_by("signed_on", "number")

    assert {
        "orders": list(orders.values_list("kind", flat=True)),
        "council": council_on(place, TODAY).count(),
        "editions": place.regulations.in_force().count(),
    } == FOUNDED[slug]
    assert [row.employment.email for row in curators_on(place, TODAY)] == [f"curator@{slug}.example"]
    assert not curators_without_order(place, TODAY)
    assert not OrderSubject.objects.filter(order__in=orders, acquaintance__isnull=True).exists()


def test_every_edition_but_the_adopted_ones_differs_from_the_one_before(demo):
    changed = RegulationVersion.objects.filter(changes__key__in=["release_clause", "agreement.mentor_notice_days"])

    assert set(changed.values_list("organization__slug", "number")) == {
        ("school-3", 2),
        ("school-3", 3),
        ("malinovskaya", 2),
        ("lyceum-136", 2),
    }


def test_each_further_kind_of_order_stands_in_one_organization(demo):
    orders = Order.objects.filter(kind__in=BY_LINES)

    assert set(orders.values_list("organization__slug", "kind", "state")) == {
        ("malinovskaya", "O9", "registered"),
        ("cdutt", "O10", "registered"),
        ("cdutt", "O12", "registered"),
        ("school-3", "O13", "registered"),
        ("lyceum-136", "O15", "registered"),
    }
    assert Item.objects.filter(evidence__order__kind="O10", state=ItemState.DONE).exists()


@pytest.mark.parametrize("slug", SLUGS)
def test_numbers_of_orders_grow_with_the_days(demo, slug):
    signed = organization(slug).orders.filter(state="registered").order_by("signed_at", "pk")
    numbers = [(order.signed_on.year, order.number) for order in signed]

    assert numbers == sorted(set(numbers))


def test_groups_and_reverse_pairs_are_among_them(demo):
    active = Mentorship.objects.filter(state="active")

    assert set(active.values_list("structure", "direction")) == {
        ("pair", "forward"),
        ("group", "forward"),
        ("pair", "reverse"),
    }


def test_what_is_asked_for_and_agreed_on_stands_at_its_step(demo):
    def rows(table, *columns):
        return set(table.objects.values_list(*columns))

    assert rows(Application, "organization__slug", "kind", "state") == {
        ("school-3", "replacement", "visaed"),
        ("lyceum-136", "replacement", "mediation"),
        ("lyceum-136", "resignation", "filed"),
        ("cdutt", "extension", "filed"),
        ("malinovskaya", "correction", "granted"),
    }
    assert rows(NetworkGrant, "home__slug", "host__slug", "state") == {
        ("lastochka", "school-3", "active"),
        ("school-3", "lastochka", "asked"),
    }
    assert rows(PairVote, "mentorship__organization__slug", "state") == {("cdutt", "open")}
    assert rows(CounterProposal, "mentorship__organization__slug", "state") == {("cdutt", "waiting")}
    assert rows(MatchPlan, "organization__slug", "state") == {("school-3", "draft")}
    assert rows(Helper, "employment__organization__slug", "state") == {("school-3", "asked"), ("cdutt", "asked")}
    assert rows(SympathyAnswer, "mentorship__organization__slug", "feeling") == {("cdutt", 5), ("lyceum-136", 2)}


def test_whoever_looks_for_a_mentor_elsewhere_finds_one(demo):
    for slug in ("school-3", "lastochka"):
        assert open_offers(organization(slug)).exists()
    guest = organization("school-3").employments.get(is_external=True)
    assert guest.mentor_entry.state == "active"


def test_nobody_without_a_mentor_is_forgotten(demo):
    for slug in SLUGS:
        place = organization(slug)
        cases = SupportCase.objects.open().filter(organization=place)
        assert set(cases.values_list("mentee_entry", flat=True)) == set(unpaired(place).values_list("pk", flat=True))
    talked = SupportContact.objects.values_list("case__organization__slug", flat=True)
    assert set(talked) == set(SLUGS) - {"malinovskaya"}


def test_a_group_takes_somebody_in_and_two_people_mentor_each_other(demo):
    joining = Mentorship.objects.get(joins__isnull=False)
    assert (joining.organization.slug, joining.state) == ("lastochka", "mentee_agreed")

    one, other = Mentorship.objects.filter(organization__slug="lyceum-136", state="proposed", focus__contains="–")
    assert {one.mentor, other.mentor} == {member.person for pair in (one, other) for member in pair.current_members}


def test_all_authorities_stand_in_their_tree(demo):
    parents = {row.name.split()[0]: row.parent and row.parent.kind for row in Authority.objects.all()}
    above = dict(Organization.objects.values_list("slug", "authority__kind"))

    assert parents["Региональный"] is None
    assert organization("lyceum-136").authority.parent.kind == "region"
    assert above == dict.fromkeys(SLUGS, "municipality")
    assert organization("lastochka").authority == organization("school-3").authority


def test_every_listed_account_signs_in_with_the_one_password(demo, client):
    logins = [f"{role}@{slug}.example" for slug in SLUGS for role in ROLES]
    logins += ["observer@ufa.example", "observer@bashkortostan.example", "admin@demo.example"]

    for login in logins:
        client.post(reverse("people:sign_in"), {"username": login, "password": PASSWORD})
        assert client.session.get("_auth_user_id") == str(User.objects.get(login=login).pk), login
        client.logout()


def test_every_account_is_marked_as_a_demonstration_and_lives_at_example(demo):
    assert not User.objects.filter(is_demo=False).exists()
    assert not User.objects.exclude(login__endswith=".example").exists()
    assert not Employment.objects.exclude(email="").exclude(email__endswith=".example").exists()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_mentor_account_has_a_running_program_with_something_behind_and_ahead(demo, slug):
    program = Program.objects.get(
        mentorship__mentor_entry__employment__email=f"mentor@{slug}.example",
        mentorship__members__mentee_entry__employment__email=f"mentee@{slug}.example",
        state="running",
    )
    planned = program.events.filter(state=EventState.PLANNED)

    assert program.events.overdue(TODAY).count() == 1
    assert planned.filter(planned_on__range=(TODAY, TODAY + timedelta(days=14))).exists()
    assert all(program.events.filter(state=EventState.HELD).values_list("remark", flat=True))
    assert not program.events.filter(Q(direction=None) | Q(task="") | Q(expected_result="")).exists()
    assert [row.name for row in Evidence.objects.filter(event__program=program)] == ["План занятия.pdf"]
    order = program.mentorship.orders.get()
    assert not order.subjects.filter(employment__email=f"mentor@{slug}.example", acquaintance__isnull=False).exists(), (
        "the mentor still has the order to acknowledge"
    )
    assert order.subjects.filter(acquaintance__method="electronic").exists()


@pytest.mark.parametrize("slug", SLUGS)
def test_everybody_with_an_account_finds_something_new(demo, slug):
    waiting = Counter(Notice.objects.unread().filter(organization__slug=slug).values_list("user__login", flat=True))

    assert {f"{role}@{slug}.example" for role in ROLES} <= set(waiting)
    assert max(waiting.values()) < 20


def test_the_head_of_the_kindergarten_has_a_roadmap_to_approve(demo):
    assert Roadmap.objects.get(state=RoadmapState.SUBMITTED).organization.slug == "lastochka"


def test_running_roadmaps_have_items_done_overdue_and_ahead(demo):
    for roadmap in Roadmap.objects.filter(state=RoadmapState.RUNNING):
        items = Item.objects.filter(stage__roadmap=roadmap)
        assert items.filter(state=ItemState.DONE).exists()
        assert [item for item in items if item.is_overdue(TODAY)]
        assert items.filter(state=ItemState.PLANNED, due_on__gte=TODAY).exists()


def test_signed_orders_are_frozen_and_signed_by_the_head_of_their_day(demo):
    for order in Order.objects.filter(state="registered"):
        paper = bytes(order.frozen.pdf)
        assert paper.startswith(b"%PDF-")
        assert hashlib.sha256(paper).hexdigest() == order.frozen.sha256
        assert head_on(order.organization, order.signed_on).employment.person == order.signer.person
        assert order.signed_at.astimezone(ZoneInfo(order.organization.time_zone)).date() == order.signed_on


def test_everybody_has_read_last_years_orders_and_somebody_still_has_to_read_this_years(demo):
    unread = OrderSubject.objects.filter(order__state="registered", acquaintance__isnull=True)

    assert set(unread.values_list("order__signed_on__year", flat=True)) == {TODAY.year}
    assert set(unread.values_list("order__organization__slug", flat=True)) == set(SLUGS)


def test_active_pairs_have_every_consent_and_their_entries_follow(demo):
    for pair in Mentorship.objects.filter(state="active").with_people():
        regulation = regulation_on(pair.organization, TODAY)
        sides = [(pair.mentor_entry, Role.MENTOR)]
        sides += [(member.mentee_entry, Role.MENTEE) for member in pair.current_members]
        for entry, role in sides:
            given = Consent.objects.in_force(TODAY).filter(person=entry.employment.person)
            assert entry.state == "paired"
            assert set(required_purposes(role, regulation)) <= set(given.values_list("purpose", flat=True))


def test_nothing_has_happened_in_the_future_or_before_the_opening(demo):
    moments = Move.objects.order_by("at").values_list("at", flat=True)

    assert moments.last().date() <= TODAY
    assert moments.first().date() >= TODAY.replace(year=2025, month=8, day=1)
    assert not Notice.objects.filter(at__date__gt=TODAY).exists()
    assert not Employment.objects.filter(starts_on__gt=TODAY).exists()


def test_names_of_all_kinds_are_there(demo):
    people = Person.objects.all()
    names = Counter(people.values_list("last_name", "first_name", "patronymic"))

    assert {"Салтыкова-Небольсина", "Черных", "Дюма", "Шевченко", "Кара-оглы"} <= {last for last, *_ in names}
    assert [name for name, times in names.items() if times > 1] and people.filter(patronymic="").exists()
    assert Employment.objects.filter(is_teacher=False).exclude(post__icontains="директор").exists()


def test_one_mentee_of_each_organization_is_in_the_sensitive_category(demo):
    rows = MenteeEntry.objects.select_related("employment__organization")
    sensitive = Counter(row.employment.organization.slug for row in rows if "burnout" in row.categories)

    assert sensitive == dict.fromkeys(SLUGS, 1)


def test_nobody_is_employed_against_nature(demo):
    for work in Employment.objects.select_related("person"):
        age_at_hiring = work.starts_on.year - work.person.birth_date.year
        assert 17 < age_at_hiring < 70, work
        if work.experience_since:
            assert work.experience_since.year - work.person.birth_date.year >= 18, work
            assert work.experience_since <= work.starts_on or work.experience_since.year == work.starts_on.year, work


def test_no_living_person_of_the_regulations_is_named():
    folder = files("reports.demo") / "data"
    texts = chain(folder.glob("*.toml"), folder.glob("*/*.toml"), folder.glob("*/*.csv"))
    words = {word for text in texts for word in re.findall("[А-ЯЁа-яё]+", text.read_text("utf-8"))}
    hashes = {hashlib.sha256(word.casefold().rstrip("а").encode()).hexdigest() for word in words}

    assert len(words) > 1000
    assert not hashes & LIVING


def test_loading_again_says_so_and_changes_nothing(demo):
    def counts():
        return {table.__name__: table.objects.count() for table in TABLES}

    before, out = counts(), io.StringIO()
    call_command("load_demo", stdout=out)

    assert counts() == before
    assert PASSWORD in out.getvalue() and "@lyceum-136.example" in out.getvalue()
    assert "observer@ufa.example" in out.getvalue()


def test_progress_names_every_organization(demo):
    assert demo == [organization(slug).short_name for slug in SLUGS]

"""Closing and merging organizations: what runs forbids it, what teachers have goes with them, papers stay readable."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.states import Role
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.states import EntryState
from people.history.models import Move
from people.organizations.services.ending import close_organization, merge_organization, reopen_organization
from people.staff.models import Employment
from people.staff.selectors import career_of
from programs.mentorships.states import MentorshipState
from programs.models import Member, Mentorship, Order, Program
from programs.orders.states import OrderState
from programs.plans.states import ProgramState
from tests.world import DAY, MOMENT

YESTERDAY = DAY - datetime.timedelta(days=1)


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


@pytest.fixture
def quiet(world):
    """The organization with everything brought to an end."""
    Program.objects.filter(pk=world.home.program.pk).update(state=ProgramState.COMPLETED)
    Member.objects.filter(mentorship=world.home.mentorship).update(is_active=False)
    Mentorship.objects.filter(pk=world.home.mentorship.pk).update(state=MentorshipState.COMPLETED, ended_on=DAY)
    for model in (MentorEntry, MenteeEntry):
        model.objects.filter(employment__organization=world.home.organization).update(state=EntryState.ACTIVE)
    return world


def _merge(world, on=DAY):
    return merge_organization(world.home.organization, world.other.organization, by=world.admin, on=on)


def test_what_runs_is_named_with_its_number_and_nothing_is_written(world):
    organization = world.home.organization
    Order.objects.create(
        organization=organization,
        kind="O4",
        state=OrderState.SUBMITTED,
        drafted_by=world.home.curator.user,
        drafted_at=MOMENT,
    )
    before = list(Employment.objects.values_list("pk", "organization", "ends_on"))
    for deed in (_merge, lambda world: close_organization(organization, by=world.admin, on=DAY)):
        with pytest.raises(ValidationError) as refusal:
            deed(world)
        said = " ".join(refusal.value.messages)
        assert said.count("1 ") == 3
    assert list(Employment.objects.values_list("pk", "organization", "ends_on")) == before
    organization.refresh_from_db()
    assert organization.closed_on is None


def test_a_teacher_goes_on_in_the_receiving_organization(quiet):
    old = quiet.home.mentor.employment
    old.subject, old.category = "математика", "first"
    old.save()
    _merge(quiet)
    old.refresh_from_db()
    new = Employment.objects.get(organization=quiet.other.organization, person=old.person)
    assert (old.ends_on, new.starts_on, new.ends_on, new.is_primary) == (YESTERDAY, DAY, None, True)
    assert [(row.post, row.subject, row.category, row.experience_since) for row in (old, new)] == [
        ("учитель математики", "математика", "first", datetime.date(2015, 9, 1))
    ] * 2
    assert actor_in(quiet.home.mentor.user, quiet.other.organization).roles == {Role.STAFF}
    assert not actor_in(quiet.home.mentor.user, quiet.home.organization).roles
    assert set(MentorEntry.objects.filter(employment=old).values_list("state", flat=True)) == {EntryState.ARCHIVED}


def test_the_history_of_both_organizations_stands_on_one_card(quiet, client):
    _merge(quiet)
    new = Employment.objects.get(organization=quiet.other.organization, person=quiet.home.mentor.person)
    client.force_login(quiet.other.curator.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(f"/o/lyceum-136/staff/{new.pk}/")
    career = career_of(new)
    assert [row.organization.slug for row in career] == ["lyceum-136", "school-3"]
    assert [line["who"] for line in page.context["path"]] == ["lyceum-136", "school-3"]
    deeds = [move.deed for row in reversed(career) for move in Move.objects.of(row)]
    assert deeds == ["Left with the merger", "Came with the merger"]
    assert len(page.context["timeline"]) == len(deeds)


def test_roles_end_and_the_head_and_curator_read_what_nobody_writes_any_more(quiet, client):
    _merge(quiet)
    organization = quiet.home.organization
    held = Membership.objects.filter(organization=organization).active_on(DAY).values_list("role", flat=True)
    assert set(held) == {Role.DIRECTOR, Role.CURATOR}
    client.force_login(quiet.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    assert client.get("/o/school-3/organization/").status_code == 200
    before = Membership.objects.count()
    assert client.post("/o/school-3/organization/edit/", {}).status_code == 403
    assert client.post(f"/o/school-3/accounts/{quiet.home.staff.user.pk}/close/").status_code == 403
    assert Membership.objects.count() == before


def test_whoever_works_in_both_keeps_one_main_work(quiet):
    both = Employment.objects.create(
        organization=quiet.other.organization, person=quiet.home.mentor.person, post="педагог"
    )
    _merge(quiet)
    rows = Employment.objects.filter(organization=quiet.other.organization, person=both.person).order_by("pk")
    assert list(rows.values_list("post", "is_primary")) == [("педагог", True), ("учитель математики", False)]


@pytest.mark.parametrize("days", [1, -5000])
def test_a_day_ahead_or_before_the_beginning_is_refused(quiet, days):
    with pytest.raises(ValidationError):
        _merge(quiet, DAY + datetime.timedelta(days=days))


def test_nobody_is_merged_into_itself_or_into_a_closed_one(quiet):
    home = quiet.home.organization
    with pytest.raises(ValidationError):
        merge_organization(home, home, by=quiet.admin, on=DAY)
    _merge(quiet)
    with pytest.raises(ValidationError):
        merge_organization(quiet.other.organization, home, by=quiet.admin, on=DAY)
    with pytest.raises(ValidationError):
        reopen_organization(home, by=quiet.admin)


def test_a_closing_by_the_page_asks_for_the_name_and_can_be_taken_back(quiet, client):
    client.force_login(quiet.admin, backend="people.accounts.backends.LoginNameBackend")
    organization = quiet.home.organization
    base = f"/installation/organizations/{organization.pk}/"
    wrong = client.post(f"{base}end/", {"on": DAY.isoformat(), "name": "другая"})
    assert list(wrong.context["form"].errors) == ["name"]
    assert client.post(f"{base}end/", {"on": DAY.isoformat(), "name": " School-3 "}).status_code == 302
    organization.refresh_from_db()
    assert organization.is_closed
    assert client.get(base).status_code == 200
    client.post(f"{base}reopen/")
    organization.refresh_from_db()
    assert not organization.closed_on

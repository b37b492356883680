"""A new head by invitation: one head on every day, whenever the code is used, each with the basis."""

import datetime

import pytest
from django.test import Client

from people.accounts.actor import actor_in
from people.accounts.models import Invitation, Membership
from people.accounts.services import join
from people.accounts.states import Role
from people.organizations.selectors import head_on, heads_of
from people.organizations.services import invite_keeper
from tests.world import DAY

pytestmark = pytest.mark.django_db
PASSWORD = "longer-than-eight"
FIRST = DAY + datetime.timedelta(days=5)
NAMES = {"first_name": "Анна", "patronymic": "Игоревна", "gender": "female", "post": "директор"}


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def _invited(world, login="new", starts_on=FIRST, last_name="Новикова", basis="приказ № 7"):
    values = NAMES | {"last_name": last_name, "login": login, "basis": basis, "starts_on": starts_on}
    return invite_keeper(world.home.organization, by=world.admin, role=Role.DIRECTOR, **values)


def _directors(world, settings, day):
    """Who may act as the head on ``day``."""
    settings.MENTORING_TODAY = day
    users = {row.user for row in Membership.objects.filter(role=Role.DIRECTOR).select_related("user")}
    return {user.login for user in users if actor_in(user, world.home.organization).has(Role.DIRECTOR)}


def test_the_present_head_keeps_the_role_until_the_day_the_new_one_begins(world, settings):
    browser = Client()
    browser.force_login(world.home.director.user, backend="people.accounts.backends.LoginNameBackend")
    invitation = _invited(world)
    assert browser.get("/o/school-3/organization/delegations/new/").status_code == 200
    join(invitation.code, password=PASSWORD)
    eve = FIRST - datetime.timedelta(days=1)
    present = {world.home.director.user.login}
    assert [_directors(world, settings, day) for day in (DAY, eve, FIRST)] == [present, present, {"new"}]
    assert [head_on(world.home.organization, day).employment for day in (eve, FIRST)] == [
        world.home.director.employment, invitation.employment,
    ]  # fmt: skip


def test_whoever_joins_late_takes_the_role_on_that_day_and_nobody_holds_it_between(world, settings):
    invitation = _invited(world)
    late = FIRST + datetime.timedelta(days=2)
    assert _directors(world, settings, FIRST) == set()
    settings.MENTORING_TODAY = late
    join(invitation.code, password=PASSWORD)
    assert _directors(world, settings, late) == {"new"}


@pytest.mark.parametrize("second_day", [FIRST, FIRST + datetime.timedelta(days=3)])
def test_of_two_who_were_invited_only_one_is_the_head_on_any_day(world, settings, second_day):
    codes = [_invited(world).code, _invited(world, "other-new", second_day, "Иная").code]
    for code in codes:
        join(code, password=PASSWORD)
    days = [FIRST + datetime.timedelta(days=number) for number in range(5)]
    assert [_directors(world, settings, day) for day in days] == [
        {"new"} if day < second_day else {"other-new"} for day in days
    ]


def test_the_list_of_heads_names_the_basis_of_each(world):
    Membership.objects.filter(user=world.home.director.user).update(basis="приказ № 1")
    invitation = _invited(world)
    named = ["приказ № 7", "приказ № 1"]
    assert [head.basis for head in heads_of(world.home.organization)] == named
    join(invitation.code, password=PASSWORD)
    assert [head.basis for head in heads_of(world.home.organization)] == named
    client = Client()
    client.force_login(world.home.director.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get("/o/school-3/organization/heads/").content.decode()
    assert all(basis in page for basis in named)


def test_the_form_asks_for_the_day_where_somebody_heads_already(world, client):
    client.force_login(world.admin, backend="people.accounts.backends.LoginNameBackend")
    url = f"/installation/organizations/{world.home.organization.pk}/"
    sent = NAMES | {"last_name": "Новикова", "login": "new", "basis": "приказ", "role": "director"}
    assert list(client.post(url, sent).context["form"].errors) == ["starts_on"]
    curator = sent | {"role": "curator", "starts_on": FIRST.isoformat()}
    assert list(client.post(url, curator).context["form"].errors) == ["starts_on"]
    assert not Invitation.objects.exists()
    assert client.post(url, sent | {"starts_on": FIRST.isoformat()}).status_code == 302
    world.home.organization.heads.all().delete()
    assert client.post(url, sent | {"login": "first", "last_name": "Первая"}).status_code == 302
    assert world.home.organization.heads.get().starts_on == DAY

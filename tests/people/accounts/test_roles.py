"""Roles with days: given ahead and to a day, never twice, never the ordered ones; places of somebody in several."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.selectors import first_place, places_of
from people.accounts.services import grant_role
from people.accounts.states import Role
from people.staff.models import Employment
from tests.world import DAY, START

pytestmark = pytest.mark.django_db
LATER = DAY + datetime.timedelta(days=5)


@pytest.fixture
def world(world, settings, client):
    settings.MENTORING_TODAY = DAY
    client.force_login(world.home.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    return world


def _sent(user, **changes):
    return {"user": user.pk, "role": "psychologist", "starts_on": LATER.isoformat(), "basis": "приказ"} | changes


def test_a_role_ahead_waits_for_its_day_and_is_listed(world, client):
    user = world.home.staff.user
    days = {"ends_on": (LATER + datetime.timedelta(days=2)).isoformat()}
    assert client.post("/o/school-3/accounts/roles/", _sent(user, **days)).status_code == 302
    assert not actor_in(user, world.home.organization).has(Role.PSYCHOLOGIST)
    membership = Membership.objects.get(user=user)
    assert [row.pk for row in client.get("/o/school-3/accounts/roles/all/?show=ahead").context["page"].rows] == [
        membership.pk
    ]
    client.post(f"/o/school-3/accounts/roles/{membership.pk}/end/")
    assert not Membership.objects.filter(user=user).exists()


@pytest.mark.parametrize("role", ["director", "curator", "observer", "mentor", "owner"])
def test_the_system_administrator_makes_no_director_nor_curator_whatever_is_posted(world, client, role):
    before = Membership.objects.count()
    response = client.post("/o/school-3/accounts/roles/", _sent(world.home.staff.user, role=role))
    assert list(response.context["form"].errors) == ["role"]
    assert Membership.objects.count() == before


@pytest.mark.parametrize(("start", "end"), [(DAY, None), (START, None), (START, START), (LATER, DAY)])
def test_days_that_overlap_or_run_backwards_are_refused(world, start, end):
    user, organization = world.home.psychologist.user, world.home.organization
    values = {"by": world.home.sysadmin.user, "starts_on": start, "ends_on": end}
    with pytest.raises(ValidationError):
        grant_role(user, organization, Role.PSYCHOLOGIST, **values)


def test_the_end_of_a_role_ends_the_sessions(world, client):
    from django.test import Client

    browser = Client()
    browser.force_login(world.home.council.user, backend="people.accounts.backends.LoginNameBackend")
    membership = Membership.objects.get(user=world.home.council.user)
    client.post(f"/o/school-3/accounts/roles/{membership.pk}/end/")
    assert browser.get("/o/school-3/")["Location"].startswith("/sign-in/")


def test_the_menu_names_every_place_with_the_roles(world, client):
    user = world.home.council.user
    Employment.objects.create(
        organization=world.other.organization, person=world.home.council.person, post="педагог", starts_on=START
    )
    Membership.objects.create(user=user, authority=world.city, role=Role.OBSERVER, starts_on=START)
    urls = [url for _name, url, _roles in places_of(user)]
    assert urls == ["/o/school-3/", "/o/lyceum-136/", f"/t/{world.city.pk}/"]
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get("/o/school-3/").content.decode()
    assert all(f'href="{url}"' in page for url in urls[1:])


def test_the_form_of_a_role_begins_today_as_a_browser_reads_it(world, client):
    page = client.get("/o/school-3/accounts/roles/").content.decode()
    assert f'value="{DAY.isoformat()}"' in page


def test_whoever_left_has_no_rights_any_more_though_the_role_has_no_last_day(world, client):
    curator, organization = world.home.curator, world.home.organization
    curator.employment.ends_on = DAY - datetime.timedelta(days=1)
    curator.employment.save()
    assert actor_in(curator.user, organization).roles == frozenset()
    assert (places_of(curator.user), first_place(curator.user)) == ([], None)
    client.force_login(curator.user, backend="people.accounts.backends.LoginNameBackend")
    assert client.get("/o/school-3/").status_code == 404


def test_the_head_of_a_closed_organization_reads_on_without_working_there(world):
    director, organization = world.home.director, world.home.organization
    director.employment.ends_on = organization.closed_on = DAY - datetime.timedelta(days=1)
    director.employment.save()
    organization.save()
    assert actor_in(director.user, organization).roles == {Role.DIRECTOR}


def test_the_account_of_whoever_left_is_found_and_closed(world, client):
    gone = world.home.staff
    gone.employment.ends_on = DAY - datetime.timedelta(days=1)
    gone.employment.save()
    rows = client.get("/o/school-3/accounts/?show=left").context["page"].rows
    assert [row.pk for row in rows] == [gone.employment.pk]
    client.post(f"/o/school-3/accounts/{gone.user.pk}/close/")
    gone.user.refresh_from_db()
    assert not gone.user.is_active


def test_whoever_works_elsewhere_now_keeps_the_account(world, client):
    gone = world.home.staff
    gone.employment.ends_on = DAY - datetime.timedelta(days=1)
    gone.employment.save()
    Employment.objects.create(organization=world.other.organization, person=gone.person, post="педагог")
    assert not client.get("/o/school-3/accounts/?show=left").context["page"].rows
    assert client.post(f"/o/school-3/accounts/{gone.user.pk}/close/").status_code == 404


def test_nobody_ends_the_own_role_of_the_system_administrator(world, client):
    membership = Membership.objects.get(user=world.home.sysadmin.user)
    client.post(f"/o/school-3/accounts/roles/{membership.pk}/end/")
    membership.refresh_from_db()
    assert membership.ends_on is None

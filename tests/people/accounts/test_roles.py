"""Roles with days: given ahead and to a day, never twice, never the ordered ones; places of somebody in several."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.selectors import places_of
from people.accounts.services import grant_role
from people.accounts.states import Role
from people.staff.models import Employment
from tests.world import DAY, START, build_world

pytestmark = pytest.mark.django_db
LATER = DAY + datetime.timedelta(days=5)


@pytest.fixture
def world(settings, client):
    settings.MENTORING_TODAY = DAY
    world = build_world()
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

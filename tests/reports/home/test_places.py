"""The frame of a page: the way back for an observer, for the administrator of the installation, between places."""

import pytest

from people.accounts.models import Membership
from people.accounts.states import Role
from people.staff.models import Employment
from tests.world import DAY, START

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def _frame(client, user, address):
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client.get(address).context["shell"]


def _ways(frame):
    return [(way.url, way.current) for way in frame.rail]


def test_an_observer_inside_an_organization_sees_the_way_back(world, client):
    frame = _frame(client, world.observer, "/o/lyceum-136/regulation/")
    assert _ways(frame) == [
        (f"/t/{world.city.pk}/", False),
        ("/o/lyceum-136/organization/", False),
        ("/o/lyceum-136/regulation/", True),
    ]
    assert frame.organization == str(world.other.organization)
    assert 'href="/o/lyceum-136/"' not in client.get("/o/lyceum-136/organization/").content.decode()


def test_the_administrator_of_the_installation_finds_the_tree_in_the_rail(world, client):
    frame = _frame(client, world.admin, f"/installation/authorities/{world.city.pk}/")
    assert _ways(frame) == [("/installation/", False), ("/installation/authorities/", True)]


def test_whoever_observes_and_works_switches_both_ways(world, client):
    Employment.objects.create(
        organization=world.other.organization, person=world.home.council.person, post="педагог", starts_on=START
    )
    user = world.home.council.user
    Membership.objects.create(user=user, authority=world.city, role=Role.OBSERVER, starts_on=START)
    frame = _frame(client, user, f"/t/{world.city.pk}/")
    assert [url for _name, url, _roles in frame.organizations] == ["/o/school-3/", "/o/lyceum-136/"]


def test_the_administrator_who_works_in_an_organization_gets_back_to_the_installation(world, client):
    user = world.home.council.user
    user.is_installation_admin = True
    user.save()
    frame = _frame(client, user, "/o/school-3/")
    assert [url for _name, url, _roles in frame.organizations] == ["/installation/"]
    frame = _frame(client, user, "/installation/")
    assert [url for _name, url, _roles in frame.organizations] == ["/o/school-3/"]

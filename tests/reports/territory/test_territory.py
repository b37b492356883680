"""The territory shows figures of the organizations below it and nobody's name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import Membership, Person
from people.organizations.models import Authority
from reports.territory.selectors import authorities_below, picture_of
from tests.world import DAY, make_organization, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def _page(client, user, authority):
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client.get(reverse("reports:territory", args=[authority.pk]))


def test_the_tree_below_a_region_reaches_every_depth(world):
    district = Authority.objects.create(kind="municipality", name="Район", parent=world.city)
    Authority.objects.create(kind="region", name="Другая область")
    assert {node.name for node in authorities_below(world.region)} == {"Республика", "Город", district.name}


def test_figures_are_counted_by_organization_and_summed(world):
    make_organization("empty", preset="school-3", authority=world.city)
    lines, totals = picture_of(world.region, DAY)
    coverage = {organization.slug: (figures[0].numerator, figures[0].denominator) for organization, figures in lines}
    assert coverage == {"lyceum-136": (1, 8), "empty": (0, 0)}
    assert (totals[0].numerator, totals[0].denominator) == (1, 8)


def test_an_observer_of_the_region_looks_into_its_cities_but_not_the_other_way(client, world):
    above = make_user("observer@region.example")
    Membership.objects.create(user=above, authority=world.region, role="observer", starts_on=DAY)
    assert _page(client, above, world.city).status_code == 200
    assert _page(client, world.observer, world.region).status_code == 404


def test_no_name_stands_on_the_page(client, world):
    text = _page(client, world.observer, world.city).content.decode()
    for person in Person.objects.all():
        assert person.first_name not in text


# The number of questions is the same on either engine.
def test_a_hundred_organizations_cost_as_many_queries_as_one(client, world, django_assert_num_queries):
    with CaptureQueriesContext(connection) as one:
        picture_of(world.city, DAY)
    for number in range(10):
        make_organization(f"more-{number}", preset="school-3", authority=world.city)
    with django_assert_num_queries(len(one)):
        picture_of(world.city, DAY)

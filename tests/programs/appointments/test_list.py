"""The list of duties: those of today and of before, and what is to be done where none is given."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.accounts.states import Role
from programs.appointments.models import Appointment
from programs.appointments.states import Duty
from programs.models import Order, OrderSeries
from tests.world import make_employment

pytestmark = pytest.mark.django_db

PAGE = "/o/school-3/duties/"


def client_of(place, role):
    client = Client()
    user = place.people[role].user
    user.language = "en"
    user.save()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def given(place, employment, number, starts_on, ends_on=None):
    """A curator by a registered order of that number."""
    day = place.organization.today()
    series, _made = OrderSeries.objects.get_or_create(organization=place.organization, year=day.year)
    order = Order.objects.create(
        organization=place.organization, kind="O2", heading="О назначении куратора", basis="…", control="…",
        state="registered", drafted_by=place.sysadmin.user, drafted_at=f"{day}T09:00Z", series=series, number=number,
        number_text=str(number), signed_on=day, signed_at=f"{day}T09:00Z", signer=place.director.user,
    )  # fmt: skip
    return Appointment.objects.create(
        order=order, employment=employment, duty=Duty.CURATOR, title="куратор", starts_on=starts_on, ends_on=ends_on
    )


def page_of(place, role=Role.CURATOR, query=""):
    response = client_of(place, role).get(PAGE + query)
    assert response.status_code == 200
    return response.content.decode()


def test_those_of_today_and_of_before_are_told_apart(school):
    day = school.organization.today()
    month = datetime.timedelta(days=30)
    given(school, school.curator.employment, 1, day - month, day - datetime.timedelta(days=1))
    given(school, school.mentor.employment, 2, day)
    given(school, school.staff.employment, 3, day + month)
    for query, names in (("", "Соколова Ковальчук Шевченко"), ("?standing=now", "Ковальчук"),
                         ("?standing=over", "Соколова"), ("?standing=ahead", "Шевченко"),
                         ("?q=ковал", "Ковальчук")):  # fmt: skip
        table = page_of(school, query=query).partition("<tbody>")[2].partition("</tbody>")[0]
        shown = {name for name in ("Соколова", "Ковальчук", "Шевченко") if name in table}
        assert shown == set(names.split()), query


def test_a_curator_without_an_order_is_pointed_out_to_those_who_prepare_one(school):
    for role, told in ((Role.CURATOR, True), (Role.SYSADMIN, True), (Role.DIRECTOR, True), (Role.STAFF, False)):
        page = page_of(school, role)
        assert ("held without an order by" in page) == told
        assert ("Prepare the order" in page) == (role in (Role.CURATOR, Role.SYSADMIN))
    given(school, school.curator.employment, 1, school.organization.today())
    assert "held without an order" not in page_of(school)


def test_a_draft_gives_nothing_yet(school):
    row = given(school, school.mentor.employment, 1, school.organization.today())
    Order.objects.filter(pk=row.order_id).update(signed_on=None, state="draft", number=None)
    assert "Ковальчук" not in page_of(school, Role.STAFF)
    assert "1 order on duties is being prepared" in page_of(school)


def test_the_list_costs_the_same_whatever_its_length(school):
    day, client = school.organization.today(), client_of(school, Role.STAFF)
    costs = []
    for first, last in ((1, 4), (4, 31)):
        for number in range(first, last):
            given(school, make_employment(school.organization, f"Кураторова{number}"), number, day)
        with CaptureQueriesContext(connection) as seen:
            client.get(PAGE)
        costs.append(len(seen))
    assert costs[0] == costs[1]

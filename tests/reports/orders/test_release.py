"""An order that only ends duties: the day of the form is the day of the release, in the text and in effect."""

import datetime
from functools import partial

import pytest
from django.urls import reverse

from people.models import Membership
from programs.models import Appointment, Order
from programs.orders.services import update_order
from programs.orders.states import OrderKind
from reports.orders.forms import CuratorForm
from reports.orders.services import content_of, send_order, sign_order
from tests.reports.orders.founding import curator, curator_signed, drafted, tomorrow
from tests.reports.orders.test_appointments import deputy
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, build_school, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return partial(build_school, "cdutt")


def begun_today(school):
    employment = deputy(school)
    make_user("curator@example", employment=employment)
    return curator_signed(school, curator(employment, school.organization.today())).appointments.get()


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_duty_begun_today_ends_on_the_eve_of_a_later_day_of_the_form(school, client):
    duty, day = begun_today(school), tomorrow(school, 9)
    client.force_login(school.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("reports:order_curator_draft", args=[school.organization.slug])
    sent = client.post(address, {"releases": [duty.pk], "starts_on": day.isoformat(), "ends_on": ""})
    assert sent.status_code == 302
    order = Order.objects.latest("pk")
    assert f"с {day:%d.%m.%Y} от" in plain(order.points[0]["text"])
    # Whatever is written by hand, the day stays with the draft.
    texts = {"heading": order.heading, "basis": order.basis, "control": order.control}
    points = [{"text": "Освободить от обязанностей.", "depth": 1}]
    order = update_order(order, by=school.sysadmin.user, expected_version=order.version, points=points, **texts)
    assert content_of(order).released_from == day
    form = CuratorForm(organization=school.organization, order=order, content=content_of(order))
    assert form.initial["starts_on"] == day
    sign_order(send_order(order, by=school.sysadmin.user), by=school.director.user, password=PASSWORD)
    last = day - datetime.timedelta(days=1)
    assert Appointment.objects.get(pk=duty.pk).ends_on == last
    assert Membership.objects.get(user__login="curator@example").ends_on == last


def test_a_release_on_the_very_day_a_duty_begins_says_which_day_to_change(school):
    duty = begun_today(school)
    content = {"releases": (duty,), "released_from": school.organization.today()}
    assert "Choose a later day in “Duties from”" in refusal_of(drafted, school, OrderKind.CURATOR, **content)

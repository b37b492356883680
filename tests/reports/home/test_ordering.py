"""«Today» of the curator: pay and monitoring that no order is about yet."""

import datetime

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from people.accounts.actor import actor_in
from programs.models import Item, Order, Roadmap, Stage
from programs.orders.states import OrderKind
from programs.roadmap.states import RoadmapState
from reports.home.duties.ordering import monitoring_without_order, pay_without_order
from reports.orders.forms.lines import MonitoringForm, PaymentForm
from reports.orders.services import give_up_order
from tests.amending import amend
from tests.reports.orders.lines import line, lines_draft, monitoring, paid_agreement, payment
from tests.world import DAY

pytestmark = pytest.mark.django_db
MATERIAL = {"incentives.items": [{"code": "payment", "label": "Выплаты", "material": True}]}


@pytest.fixture
def school(home, settings):
    settings.MENTORING_TODAY = DAY
    amend(home.organization, {"incentives.items": [], "monitoring.survey_months": []})
    with override("en"):
        yield home


def duties(collect, place, day=DAY):
    found = collect(actor_in(place.curator.user, place.organization), day)
    return [(one.title, one.url.removeprefix("/o/school-3/orders/"), one.detail) for one in found]


def test_pay_is_asked_for_only_where_mentors_are_paid_and_until_a_draft_names_it(school):
    paid_agreement(school, school.mentor.employment)
    assert duties(pay_without_order, school) == []
    amend(school.organization, MATERIAL)
    title, url, detail = duties(pay_without_order, school)[0]
    assert (title, url) == ("1 paid agreement is in force without an order on pay", "new/payment/")
    assert detail.replace("\u00a0", " ") == "Ковальчук М. П."
    form = PaymentForm(organization=school.organization, by=school.curator.user)
    assert [row["employment"] for row in form.proposed_rows("people")] == [school.mentor.employment.pk]
    order = lines_draft(school, OrderKind.PAYMENT, payment(line(school.mentor.employment)))
    assert duties(pay_without_order, school) == []
    give_up_order(order, by=school.curator.user)
    assert len(duties(pay_without_order, school)) == 1


# The number of questions is the same on either engine.
def test_however_many_agreements_cost_the_same_queries(school):
    amend(school.organization, MATERIAL)
    actor, spent = actor_in(school.curator.user, school.organization), []
    for person in (school.mentor, school.staff, school.psychologist):
        paid_agreement(school, person.employment)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(pay_without_order(actor, DAY)) == 1
        spent.append(len(queries))
    assert spent[1] == spent[2]


def test_monitoring_is_asked_for_in_its_months_and_a_fortnight_before(school):
    assert duties(monitoring_without_order, school) == []
    amend(school.organization, {"monitoring.survey_months": [11, 12]})
    november = ("No order on monitoring yet: 11.2026", "new/monitoring/?month=2026-11", "")
    december = ("No order on monitoring yet: 12.2026", "new/monitoring/?month=2026-12", "")
    seen = {day: duties(monitoring_without_order, school, datetime.date(2026, *day)) for day in
            [(10, 15), (10, 20), (11, 25), (12, 20)]}  # fmt: skip
    assert seen == {(10, 15): [], (10, 20): [november], (11, 25): [november, december], (12, 20): [december]}
    order = lines_draft(school, OrderKind.MONITORING, monitoring(school))
    assert duties(monitoring_without_order, school, datetime.date(2026, 11, 25)) == [november]
    give_up_order(Order.objects.get(pk=order.pk), by=school.curator.user)
    assert duties(monitoring_without_order, school, datetime.date(2026, 12, 20)) == [december]


@pytest.mark.parametrize(
    ("month", "days"),
    [
        ("2026-12", (datetime.date(2026, 12, 1), datetime.date(2026, 12, 31))),
        ("2026-10", (DAY, datetime.date(2026, 10, 31))),
        ("2026-13", (None, None)),
        ("", (None, None)),
    ],
)
def test_the_draft_begins_with_the_month_asked_for(school, month, days):
    form = MonitoringForm(organization=school.organization, by=school.curator.user, asked=QueryDict(f"month={month}"))
    proposed = form.proposed()
    assert (proposed.get("starts_on"), proposed.get("ends_on")) == days


def test_an_item_of_the_running_roadmap_asks_for_the_order_that_fulfils_it(school):
    plan = Roadmap.objects.create(
        organization=school.organization,
        school_year=2026,
        state=RoadmapState.RUNNING,
        approved_on=DAY,
        approved_by=school.director.user,
    )
    stage = Stage.objects.create(roadmap=plan, position=1, name="Мониторинг")
    values = {"stage": stage, "content": "Мониторинг программ", "order_kind": OrderKind.MONITORING}
    Item.objects.create(due_on=datetime.date(2026, 10, 20), **values)
    Item.objects.create(due_on=datetime.date(2027, 4, 20), **values)
    found = [("No order on monitoring yet: 10.2026", "new/monitoring/?month=2026-10", "Мониторинг программ")]
    assert duties(monitoring_without_order, school) == found
    Item.objects.update(state="cancelled")
    assert duties(monitoring_without_order, school) == []

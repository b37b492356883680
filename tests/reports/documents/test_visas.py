"""The sheet of visas: who answered when and how, what they want mended, room for a hand."""

import datetime

import pytest
from django.test import Client

from people.accounts.actor import actor_in
from people.accounts.states import Role
from programs.models import Order
from programs.orders.services import ask_for_visas, give_visa
from programs.orders.states import OrderKind
from reports.documents.catalog import kind_of
from reports.documents.papers import pdf
from reports.documents.visas import visas_paper
from reports.orders.services import give_up_order, return_by_visa, send_order, sign_order
from tests.reports.orders.factories import draft
from tests.world import DAY, PASSWORD

pytestmark = pytest.mark.django_db
# Half past ten in Volgograd.
MOMENT = datetime.datetime(2026, 11, 20, 7, 30, tzinfo=datetime.UTC)


@pytest.fixture
def school(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


@pytest.fixture
def clock(monkeypatch):
    """Sets the moment of every deed that follows."""

    def at(moment):
        for module in ("programs.orders.services.visas", "people.history.services"):
            monkeypatch.setattr(f"{module}.now", lambda: moment)

    at(MOMENT)
    return at


def asked(place, *people):
    return ask_for_visas(draft(place), [person.employment for person in people], by=place.curator.user)


def plain(text):
    return text.replace("\u00a0", " ")


def lines(order):
    return [tuple(map(plain, row)) for row in visas_paper(Order.objects.get(pk=order.pk)).parts[0].table.rows]


def told(order):
    """What stands under the table: {heading: paragraphs}."""
    parts = visas_paper(Order.objects.get(pk=order.pk)).parts[1:]
    return {part.heading: tuple(map(plain, part.paragraphs)) for part in parts}


def test_a_draft_leaves_room_to_sign_by_hand_and_an_answer_has_its_moment(school, clock):
    order = asked(school, school.staff, school.psychologist)
    paper = visas_paper(order)
    assert plain(paper.subtitle) == f"к проекту приказа «{order.heading}»"
    assert paper.facts == (("Исполнитель", school.curator.employment.person.full_name),)
    assert {row[2:] for row in lines(order)} == {("", "Н. М. Сафиуллина", ""), ("", "О. И. Шевченко", "")}
    send_order(order, by=school.curator.user)
    give_visa(order, school.staff.employment, by=school.staff.user)
    (row,) = [row for row in lines(order) if row[3] == "О. И. Шевченко"]
    assert row[1:] == ("Учитель химии", "согласовано в системе", "О. И. Шевченко", "20.11.2026 10:30")
    assert told(order) == {}


def test_a_remark_is_enclosed_and_stays_on_the_sheet_of_the_next_edition(school, clock):
    order = send_order(asked(school, school.staff), by=school.curator.user)
    clock(MOMENT + datetime.timedelta(hours=1))
    return_by_visa(order, school.staff.employment, by=school.staff.user, remark="Не та дата")
    assert lines(order)[0][2] == "Замечания прилагаются\nвнесены в системе"
    assert told(order) == {"Замечания": ("Шевченко О. И., 20.11.2026 11:30: Не та дата",)}
    clock(MOMENT + datetime.timedelta(hours=2))
    send_order(order, by=school.curator.user)
    clock(MOMENT + datetime.timedelta(hours=3))
    give_visa(order, school.staff.employment, by=school.staff.user)
    assert lines(order)[0][4] == "20.11.2026 13:30"
    assert told(order) == {"Замечания к прежним редакциям проекта": ("20.11.2026 11:30, Шевченко О. И.: Не та дата",)}


def test_a_signed_order_keeps_its_paper_and_says_whose_visa_is_missing(school):
    order = send_order(asked(school, school.staff, school.psychologist), by=school.curator.user)
    give_visa(order, school.staff.employment, by=school.staff.user)
    order = sign_order(order, by=school.director.user, password=PASSWORD, without_visas=True)
    frozen = bytes(order.frozen.pdf)
    paper = visas_paper(order)
    assert plain(paper.subtitle).startswith(f"к приказу от 15 октября 2026 г. № {order.number_text} «")
    assert {row[3]: row[2].split(" в ")[0] for row in lines(order)} == {
        "Н. М. Сафиуллина": "визы", "О. И. Шевченко": "согласовано",
    }  # fmt: skip
    assert pdf(paper) == pdf(visas_paper(order))
    assert bytes(Order.objects.get(pk=order.pk).frozen.pdf) == frozen


def test_the_sheet_is_made_of_orders_that_asked_and_pay_is_for_those_who_decide(school):
    order, given_up = asked(school, school.staff), asked(school, school.staff)
    draft(school)
    give_up_order(given_up, by=school.curator.user)
    rows = kind_of("visas").rows
    actors = {role: actor_in(school.people[role].user, school.organization) for role in (Role.CURATOR, Role.SYSADMIN)}
    assert list(rows(actors[Role.CURATOR])) == [order]
    assert list(rows(actors[Role.SYSADMIN])) == []
    send_order(order, by=school.curator.user)
    order = sign_order(order, by=school.director.user, password=PASSWORD, without_visas=True)
    assert list(rows(actors[Role.SYSADMIN])) == [order]
    order.subjects.create(employment=school.sysadmin.employment, role=Role.STAFF)
    Order.objects.filter(pk=order.pk).update(kind=OrderKind.PAYMENT)
    assert list(rows(actors[Role.SYSADMIN])) == []
    assert list(rows(actors[Role.CURATOR])) == [order]


def test_the_card_of_the_order_leads_to_the_sheet_in_both_forms(school):
    order = asked(school, school.staff)
    client = Client()
    client.force_login(school.curator.user, backend="people.accounts.backends.LoginNameBackend")
    address = f"/o/school-3/papers/visas/{order.pk}/pdf/"
    page = client.get(f"/o/school-3/orders/{order.pk}/").content.decode()
    assert f'href="{address}"' in page and f'href="{address}?as=docx"' in page
    assert [client.get(f"{address}{form}").content[:4] for form in ("", "?as=docx")] == [b"%PDF", b"PK\x03\x04"]

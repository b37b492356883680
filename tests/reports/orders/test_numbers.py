"""Thirty signatures at once: thirty numbers without gaps; without the lock the same must fail."""

import threading
import time
from copy import copy

import pytest
from django.db import connection, connections
from django.db.models import QuerySet

from people.accounts.states import Role
from people.models import RegulationVersion
from programs.mentorships.states import MentorshipState
from programs.models import Order, OrderSeries, OrderSubject
from programs.orders.services import register_order
from programs.orders.states import OrderState
from reports.models import FrozenDocument
from reports.orders import services
from tests.programs.orders.factories import agreed_pair, make_mentor
from tests.reports.orders.factories import submitted
from tests.world import PASSWORD, make_organization, populate

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 30


def at_once(works):
    """Run the works at the same moment, each on a connection of its own; return what they raised."""
    start, faults = threading.Barrier(len(works)), []

    def run(work):
        try:
            start.wait()
            work()
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def waiting_orders(count):
    school = populate(make_organization("school-3", preset="school-3"))
    mentor = make_mentor(school.organization)
    first = submitted(school, agreed_pair(school, mentor))
    pairs = [agreed_pair(school, mentor, state=MentorshipState.IN_ORDER) for _ in range(count - 1)]
    return school, [first, *(like(first, pair) for pair in pairs)]


def like(order, pair):
    """Another order of the same words on the desk of the head, about ``pair``."""
    other = copy(order)
    other.pk = None
    other.save(force_insert=True)
    other.lines.create(mentorship=pair)
    named = {pair.mentor_entry.employment: Role.MENTOR, pair.members.get().mentee_entry.employment: Role.MENTEE}
    other.subjects.bulk_create(OrderSubject(order=other, employment=work, role=role) for work, role in named.items())
    return other


def signatures(school, orders):
    return [
        lambda pk=order.pk: services.sign_order(
            Order.objects.get(pk=pk), by=type(school.director.user).objects.get(pk=school.director.user.pk),
            password=PASSWORD,
        )
        for order in orders
    ]  # fmt: skip


def numbers():
    rows = Order.objects.filter(state=OrderState.REGISTERED).order_by("number")
    return list(rows.values_list("number", flat=True))


def test_thirty_orders_signed_at_once_get_thirty_numbers_without_a_gap():
    school, orders = waiting_orders(AT_ONCE)
    assert at_once(signatures(school, orders)) == []
    assert numbers() == list(range(1, AT_ONCE + 1))
    assert FrozenDocument.objects.count() == AT_ONCE
    assert OrderSeries.objects.get().next_number == AT_ONCE + 1


def test_without_the_lock_the_same_goes_wrong(monkeypatch):
    """The proof that the test above sees the lock: taken out, signatures get in each other's way."""
    school, orders = waiting_orders(8)
    if connection.vendor == "postgresql":
        monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_options: rows)
    else:
        options = connections.settings["default"]["OPTIONS"] | {"transaction_mode": "DEFERRED", "timeout": 0.1}
        monkeypatch.setitem(connections.settings["default"], "OPTIONS", options)

    def slowly(_paper):
        time.sleep(0.3)
        return b"%PDF-"

    monkeypatch.setattr("reports.documents.freezing.pdf", slowly)
    faults = at_once(signatures(school, orders))
    assert faults or numbers() != list(range(1, 9))


def test_one_order_signed_from_eight_tabs_is_signed_once():
    school, orders = waiting_orders(1)
    faults = at_once(signatures(school, orders * 8))
    assert [type(fault).__name__ for fault in faults] == ["MoveRefused"] * 7
    assert numbers() == [1]
    assert OrderSeries.objects.get().next_number == 2


def test_one_pair_drafted_into_eight_orders_stands_in_one():
    school = populate(make_organization("school-3", preset="school-3"))
    pair = agreed_pair(school)
    works = [
        lambda: services.prepare_assignment(
            school.organization, [pair], by=type(school.curator.user).objects.get(pk=school.curator.user.pk)
        )
    ] * 8
    faults = at_once(works)
    assert [type(fault).__name__ for fault in faults] == ["MoveRefused"] * 7
    assert Order.objects.count() == 1


def test_one_number_typed_for_eight_orders_at_once_stands_on_one():
    school, orders = waiting_orders(8)
    version = RegulationVersion.objects.get(organization=school.organization)
    version.settings["orders"]["numbering"] = "hand"
    version.save()
    head = type(school.director.user)
    works = [
        lambda pk=order.pk: register_order(
            Order.objects.get(pk=pk), by=head.objects.get(pk=school.director.user.pk), number="348/1"
        )
        for order in orders
    ]
    faults = at_once(works)
    assert [type(fault).__name__ for fault in faults] == ["MoveRefused"] * 7
    assert list(Order.objects.exclude(number_text="").values_list("number_text", flat=True)) == ["348/1"]


def test_an_order_cancelled_by_two_at_once_is_cancelled_by_one():
    school, (order, *_others) = waiting_orders(1)
    first = services.sign_order(order, by=school.director.user, password=PASSWORD)
    drafts = []
    for _place in range(2):
        one = services.prepare_cancellation(first, by=school.curator.user, ground="в связи с ошибкой")
        drafts.append(services.send_order(one, by=school.curator.user))
        Order.objects.filter(pk=one.pk).update(cancels=None)
    Order.objects.filter(pk__in=[one.pk for one in drafts]).update(cancels=first)
    faults = at_once(signatures(school, drafts))
    assert [type(fault).__name__ for fault in faults] == ["MoveRefused"]
    assert Order.objects.get(pk=first.pk).state == OrderState.CANCELLED
    assert numbers() == [2]

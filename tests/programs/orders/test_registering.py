"""Numbers typed by hand, the number a register goes on with, the turn of the year, visas before the signature."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation
from freezegun import freeze_time

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.models import Move, Notice
from programs.models import Order, OrderSeries, OrderVisa
from programs.orders.models import number_key
from programs.orders.selectors import registers_of
from programs.orders.services import (
    ask_for_visas,
    draft_order,
    give_visa,
    refuse_visa,
    register_order,
    set_next_number,
    submit_order,
)
from programs.orders.states import OrderKind, OrderState, VisaState
from tests.programs.orders.test_number_formats import TEXT, write_numbers_as

pytestmark = pytest.mark.django_db
LATER = [{"code": "personnel", "label": "по личному составу", "kinds": ["O3"], "number_format": "{number}-к"}]


def waiting(place, kind=OrderKind.CURATOR):
    order = draft_order(place.organization, kind, by=place.curator.user, **TEXT)
    return submit_order(order, by=place.curator.user)


def registered(place, number="", **options):
    return register_order(waiting(place), by=place.director.user, number=number, **options)


def refusal_of(call, *args, **kwargs):
    with translation.override("en"), pytest.raises(MoveRefused) as refused, transaction.atomic():
        call(*args, **kwargs)
    return refused.value.message_dict if hasattr(refused.value, "error_dict") else refused.value.messages


def deeds_of(thing):
    return list(Move.objects.of(thing).values_list("deed", flat=True))


# ---------- numbers by hand ----------
def test_a_number_is_typed_as_the_register_of_the_school_has_it(school):
    write_numbers_as(school.organization, numbering="hand")
    made = [registered(school, number) for number in ("348/1", " №  41-од ", "348/2", "12")]
    assert [(order.number_text, order.number, order.is_numbered_by_hand) for order in made] == [
        ("348/1", 348, True),
        ("41-од", 41, True),
        ("348/2", 348, True),
        ("12", 12, True),
    ]
    assert OrderSeries.objects.get().next_number == 349


def test_what_is_no_number_is_refused_and_nothing_is_signed(school):
    write_numbers_as(school.organization, numbering="hand")
    order = waiting(school)
    for typed in ("", "   ", "б/н", "№", "1" * 61):
        assert set(refusal_of(register_order, order, by=school.director.user, number=typed)) == {"number"}, typed
        assert Order.objects.get(pk=order.pk).state == OrderState.SUBMITTED, typed


def test_a_number_taken_is_refused_by_the_name_of_the_order_that_has_it(school):
    write_numbers_as(school.organization, numbering="hand")
    first, order = registered(school, "41-од"), waiting(school)
    day = f"{first.signed_on:%d.%m.%Y}"
    taken = f"№ 41-од is taken: the order “{first.heading}” of {day} has it. Look up the free number."
    for typed in ("41-од", "41 – ОД", "№ 41-ОД", "41 од"):
        assert refusal_of(register_order, order, by=school.director.user, number=typed) == {"number": [taken]}, typed


def test_the_database_itself_holds_one_number_once(school):
    write_numbers_as(school.organization, numbering="hand")
    registered(school, "41-од")
    other = registered(school, "42-од")
    other.number_text = "41 – ОД"
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_numbers_that_only_look_alike_are_two():
    assert len({number_key(text) for text in ("41-1", "411", "4-11", "41/1")}) == 4


def test_a_school_back_with_the_system_goes_on_above_what_was_typed(school):
    write_numbers_as(school.organization, numbering="hand")
    registered(school, "348/1")
    write_numbers_as(school.organization, numbering="system")
    assert registered(school).number_text == "349"


def test_each_register_says_for_itself_who_gives_its_numbers(school):
    write_numbers_as(school.organization, series=[LATER[0] | {"numbering": "hand"}])
    typed = register_order(waiting(school, OrderKind.COUNCIL), by=school.director.user, number="7-к")
    assert [typed.number_text, registered(school, "7-к").number_text] == ["7-к", "1"]


# ---------- the next number ----------
def test_a_register_that_began_elsewhere_goes_on_from_the_number_entered(school):
    write_numbers_as(school.organization, series=LATER)
    set_next_number(school.organization, "", by=school.curator.user, number=348)
    assert registered(school).number_text == "348"
    rows = registers_of(school.organization, school.organization.today())
    assert [(row.code, row.highest, row.example, row.by_hand) for row in rows] == [
        ("", 348, "349", False),
        ("personnel", 0, "1-к", False),
    ]
    assert deeds_of(rows[0].series) == ["Next number set"]


def test_a_register_never_goes_back_to_a_number_used(school):
    set_next_number(school.organization, "", by=school.curator.user, number=348)
    registered(school)
    for number in (0, -4, 1, 348, 1_000_000):
        said = refusal_of(set_next_number, school.organization, "", by=school.curator.user, number=number)
        assert set(said) == {"number"}, number
        assert OrderSeries.objects.get().next_number == 349, number


def test_a_register_the_regulation_does_not_have_is_refused(school):
    assert refusal_of(set_next_number, school.organization, "canary", by=school.curator.user, number=5)
    assert not OrderSeries.objects.exists()


# ---------- the turn of the year ----------
@pytest.fixture(params=["Asia/Kamchatka", "Asia/Yekaterinburg", "Europe/Kaliningrad"])
def far_school(request, school):
    school.organization.time_zone = request.param
    school.organization.save()
    school.zone = ZoneInfo(request.param)
    return school


def local(place, *moment):
    return datetime.datetime(*moment, tzinfo=place.zone).astimezone(datetime.UTC)


def test_the_year_of_a_number_turns_at_midnight_of_the_school(far_school):
    found, days = [], ((2026, 12, 31, 23, 58), (2026, 12, 31, 23, 59, 59), (2027, 1, 1, 0, 0, 30), (2027, 1, 1, 0, 1))
    moments = [local(far_school, *day) for day in days]
    with freeze_time(moments[0]) as clock:
        for moment in moments:
            clock.move_to(moment)
            order = registered(far_school)
            assert order.signed_at == moment
            found.append((order.series.year, order.number, order.number_text, order.signed_on.isoformat()))
    assert found == [
        (2026, 1, "1", "2026-12-31"),
        (2026, 2, "2", "2026-12-31"),
        (2027, 1, "1", "2027-01-01"),
        (2027, 2, "2", "2027-01-01"),
    ]


def test_a_signature_that_waited_over_midnight_gets_the_first_number_of_the_new_year(far_school, monkeypatch):
    with freeze_time(local(far_school, 2026, 12, 31, 23, 59, 58)) as clock:
        registered(far_school)
        order = waiting(far_school)
        lock = OrderSeries.objects.select_for_update

        def locked(**options):
            """Whoever signs before holds the register of the old year until past midnight."""
            clock.move_to(local(far_school, 2027, 1, 1, 0, 0, 7))
            return lock(**options)

        monkeypatch.setattr(OrderSeries.objects, "select_for_update", locked)
        order = register_order(order, by=far_school.director.user)
    assert (order.series.year, order.number, order.signed_on) == (2027, 1, datetime.date(2027, 1, 1))
    assert order.signed_at.astimezone(far_school.zone).isoformat()[:19] == "2027-01-01T00:00:07"
    assert dict(OrderSeries.objects.values_list("year", "next_number")) == {2026: 2, 2027: 2}


# ---------- visas ----------
def with_visas(place, *people):
    order = draft_order(place.organization, OrderKind.CURATOR, by=place.curator.user, **TEXT)
    return ask_for_visas(order, [person.employment for person in people], by=place.curator.user)


def told(user):
    return set(Notice.objects.filter(user=user).values_list("sentence", flat=True))


def sees(place, person, order):
    return Order.objects.visible_to(actor_in(person.user, place.organization)).filter(pk=order.pk).exists()


def test_a_draft_goes_to_those_asked_and_then_to_the_head(school, django_capture_on_commit_callbacks):
    order = with_visas(school, school.staff, school.psychologist)
    assert not sees(school, school.staff, order)
    with django_capture_on_commit_callbacks(execute=True):
        submit_order(order, by=school.curator.user)
    asks, signs = "The order “%(heading)s” waits for your visa.", "The order “%(heading)s” waits for your signature."
    assert [told(one.user) for one in (school.staff, school.psychologist, school.director)] == [{asks}, {asks}, set()]
    assert [sees(school, one, order) for one in (school.staff, school.mentor)] == [True, False]
    for person in (school.staff, school.psychologist):
        assert told(school.director.user) == set()
        with django_capture_on_commit_callbacks(execute=True):
            give_visa(order, person.employment, by=person.user)
    assert told(school.director.user) == {signs}
    assert register_order(order, by=school.director.user).number_text == "1"
    assert not sees(school, school.staff, order)


def test_the_head_signs_without_a_visa_only_by_saying_so(school):
    order = submit_order(with_visas(school, school.staff, school.psychologist), by=school.curator.user)
    give_visa(order, school.psychologist.employment, by=school.psychologist.user)
    name = school.staff.person.short_name
    said = refusal_of(register_order, order, by=school.director.user)
    assert said == {
        "without_visas": [
            f"Not everybody asked has given a visa: {name}. Wait for them, or tick that you sign without."
        ]
    }
    register_order(order, by=school.director.user, without_visas=True)
    assert deeds_of(order)[-2:] == ["Signed without every visa", "Signed and registered"]


def test_every_sending_asks_anew(school):
    order = submit_order(with_visas(school, school.staff, school.psychologist), by=school.curator.user)
    give_visa(order, school.psychologist.employment, by=school.psychologist.user)
    refuse_visa(order, school.staff.employment, by=school.staff.user, remark="Не та дата")
    Order.objects.filter(pk=order.pk).update(state=OrderState.RETURNED)
    submit_order(Order.objects.get(pk=order.pk), by=school.curator.user)
    rows = OrderVisa.objects.values_list("state", "remark", "at")
    assert set(rows) == {(VisaState.ASKED, "", None)}


def test_nobody_answers_for_somebody_else_or_twice_or_out_of_time(school):
    order = with_visas(school, school.staff)
    staff = school.staff
    assert refusal_of(give_visa, order, staff.employment, by=staff.user)
    submit_order(order, by=school.curator.user)
    assert refusal_of(give_visa, order, staff.employment, by=school.curator.user)
    assert refusal_of(give_visa, order, school.mentor.employment, by=school.mentor.user)
    assert set(refusal_of(refuse_visa, order, staff.employment, by=staff.user, remark=" ")) == {"remark"}
    give_visa(order, staff.employment, by=staff.user)
    assert refusal_of(give_visa, order, staff.employment, by=staff.user)
    assert refusal_of(ask_for_visas, order, [], by=school.curator.user)


def test_somebody_of_another_organization_is_asked_for_no_visa(world, school):
    other = world.other
    order = with_visas(school, school.staff)
    assert set(refusal_of(ask_for_visas, order, [other.staff.employment], by=school.curator.user)) == {"employments"}
    assert list(order.visas.values_list("employment", flat=True)) == [school.staff.employment.pk]

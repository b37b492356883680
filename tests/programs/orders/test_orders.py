"""The draft, its way to the signature, the register and the acquaintance."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.states import Role
from people.consents.services import withdraw_consent
from people.history.models import Move
from people.models import Consent, Head
from people.organizations.services.heads import delegate
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Order, OrderSeries
from programs.orders.selectors import subjects_of
from programs.orders.services import (
    acknowledge,
    draft_order,
    drop_order,
    register_order,
    return_order,
    rewrite_order,
    submit_order,
    update_order,
)
from programs.orders.states import OrderKind, OrderState
from tests.programs.orders.factories import agreed_pair, make_mentor

pytestmark = pytest.mark.django_db

TEXT = {
    "heading": "О закреплении наставнических пар",
    "basis": "В целях развития наставничества",
    "points": [{"text": "Закрепить пары.", "depth": 1}, {"text": "назначить день;", "depth": 2}],
    "control": "Контроль оставляю за собой.",
}


def drafted(place, *pairs, **text):
    return draft_order(
        place.organization,
        OrderKind.ASSIGNMENT,
        by=place.curator.user,
        mentorships=pairs or [agreed_pair(place)],
        **TEXT | text,
    )


def registered(place, *pairs):
    return register_order(submit_order(drafted(place, *pairs), by=place.curator.user), by=place.director.user)


def state_of(pair):
    return Mentorship.objects.get(pk=pair.pk).state


def refusal_of(call, *args, **kwargs):
    with translation.override("en"), pytest.raises(MoveRefused) as refused, transaction.atomic():
        call(*args, **kwargs)
    return " ".join(refused.value.messages)


def test_a_draft_holds_its_pairs_and_names_each_person_once(school):
    mentor = make_mentor(school.organization)
    pairs = [agreed_pair(school, mentor), agreed_pair(school, mentor)]
    order = drafted(school, *pairs)
    assert [line.mentorship for line in order.lines.all()] == pairs
    assert [state_of(pair) for pair in pairs] == [MentorshipState.IN_ORDER] * 2
    assert sorted(one.role for one in subjects_of(order)) == ["mentee", "mentee", "mentor"]


def test_a_pair_of_another_draft_is_refused_and_nothing_is_written(school):
    first, second = agreed_pair(school), agreed_pair(school)
    drafted(school, first)
    assert "already stands in another order" in refusal_of(drafted, school, second, first)
    assert Order.objects.count() == 1
    assert state_of(second) == MentorshipState.AGREED


def test_a_pair_that_is_not_agreed_or_of_another_organization_is_refused(world, school):
    proposed = agreed_pair(school, state=MentorshipState.PROPOSED)
    assert "is not agreed any more" in refusal_of(drafted, school, proposed)
    elsewhere = agreed_pair(world.other)
    assert "does not belong to this organization" in refusal_of(drafted, school, elsewhere)


def test_a_dropped_draft_gives_its_pairs_back(school):
    pair = agreed_pair(school)
    order = drop_order(drafted(school, pair), by=school.curator.user)
    assert (order.state, state_of(pair)) == (OrderState.DROPPED, MentorshipState.AGREED)
    assert drafted(school, pair).state == OrderState.DRAFT


def test_a_rewritten_draft_keeps_lets_go_and_takes_in(school):
    kept, left, taken = (agreed_pair(school) for _ in range(3))
    order = drafted(school, kept, left)
    rewrite_order(order, by=school.curator.user, mentorships=[taken, kept], **TEXT)
    assert [line.mentorship for line in order.lines.all()] == [taken, kept]
    states = [state_of(pair) for pair in (kept, left, taken)]
    assert states == [MentorshipState.IN_ORDER, MentorshipState.AGREED, MentorshipState.IN_ORDER]


def test_the_text_is_cleaned_and_a_subpoint_needs_a_point_above_it(school):
    points = [{"text": "  первый\x00 ", "depth": 2}, {"text": " ", "depth": 1}, {"text": "второй", "depth": 2}]
    order = drafted(school, heading=" О\u202e парах \n", points=points)
    assert order.heading == "О парах"
    assert order.points == [{"text": "первый", "depth": 1}, {"text": "второй", "depth": 2}]


def test_a_text_that_cannot_be_an_order_is_refused(school):
    pair = agreed_pair(school)
    for change, sentence in (
        ({"heading": " "}, "1 to 300 characters"),
        ({"heading": "я" * 301}, "1 to 300 characters"),
        ({"points": [{"text": "я" * 4001, "depth": 1}]}, "longer than 4000"),
        ({"points": [{"text": "я", "depth": 1}] * 61}, "at most 60 points"),
    ):
        assert sentence in refusal_of(drafted, school, pair, **change)


def test_the_second_of_two_saves_is_told_and_writes_nothing(school):
    order = drafted(school)
    update_order(order, by=school.curator.user, expected_version=1, **TEXT | {"heading": "Первый"})
    with pytest.raises(StaleSave) as stale:
        update_order(order, by=school.curator.user, expected_version=1, **TEXT | {"heading": "Второй"})
    assert stale.value.current.heading == Order.objects.get().heading == "Первый"
    assert Order.objects.get().version == 2


def test_the_text_stands_still_once_it_left_the_curator(school):
    change = {"by": school.curator.user, **TEXT}
    sent = submit_order(drafted(school), by=school.curator.user)
    dropped = drop_order(drafted(school), by=school.curator.user)
    signed = registered(school)
    for order in (sent, signed, dropped):
        assert "cannot be changed" in refusal_of(update_order, order, expected_version=1, **change), order.state
        assert "cannot be changed" in refusal_of(rewrite_order, order, mentorships=[], **change), order.state
        assert "cannot be changed" in refusal_of(drop_order, order, by=school.curator.user), order.state


def test_an_order_without_points_does_not_reach_the_head(school):
    order = drafted(school, points=[])
    assert "has no points" in refusal_of(submit_order, order, by=school.curator.user)


def test_somebody_who_left_or_leaves_before_the_start_stops_the_order(school):
    pair = agreed_pair(school, starts_on=school.organization.today() + datetime.timedelta(days=30))
    order = submit_order(drafted(school, pair), by=school.curator.user)
    work = pair.mentor_entry.employment
    work.ends_on = pair.starts_on - datetime.timedelta(days=1)
    work.save()
    sentence = refusal_of(register_order, order, by=school.director.user)
    assert work.person.short_name in sentence and "works here only until" in sentence
    assert not OrderSeries.objects.filter(next_number__gt=1).exists()


def test_a_consent_withdrawn_meanwhile_stops_the_signature(school):
    pair = agreed_pair(school)
    order = submit_order(drafted(school, pair), by=school.curator.user)
    withdraw_consent(Consent.objects.get(person=pair.mentor, purpose="mentor"), by=school.curator.user)
    refusal = refusal_of(register_order, order, by=school.director.user)
    assert refusal.startswith(f"{pair.mentor.short_name} took a consent back on ")
    assert refusal.endswith("consent to be a mentor. Ask for it anew or take the pair out of the order.")
    assert Order.objects.get(pk=order.pk).state == OrderState.SUBMITTED


def test_a_pair_that_left_the_order_stops_the_signature(school):
    pair = agreed_pair(school)
    order = submit_order(drafted(school, pair), by=school.curator.user)
    Mentorship.objects.filter(pk=pair.pk).update(state=MentorshipState.AGREED)
    assert "this pair cannot be ordered" in refusal_of(register_order, order, by=school.director.user)


def test_the_head_returns_with_a_remark_and_the_curator_sends_again(school):
    order = submit_order(drafted(school), by=school.curator.user)
    assert refusal_of(return_order, order, by=school.director.user, remark=" \u200b") == "Write what is to be mended."
    return_order(order, by=school.director.user, remark="Укажите срок.")
    assert (order.state, order.return_remark) == (OrderState.RETURNED, "Укажите срок.")
    submit_order(order, by=school.curator.user)
    assert (order.state, order.return_remark) == (OrderState.SUBMITTED, "")
    deeds = list(Move.objects.of(order).values_list("deed", flat=True))
    assert deeds == ["Drafted", "Sent for signature", "Returned with a remark", "Sent for signature"]


def test_while_duties_are_handed_over_the_acting_head_signs_and_the_head_does_not(school):
    day = school.organization.today()
    delegate(
        school.organization,
        school.council.employment,
        by=school.director.user,
        absent=school.director.employment,
        role=Role.DIRECTOR,
        starts_on=day,
        ends_on=day,
        basis="приказ № 7",
    )
    order = submit_order(drafted(school), by=school.curator.user)
    assert "only the head signs" in refusal_of(register_order, order, by=school.director.user)
    assert register_order(order, by=school.council.user).signer == school.council.user


def test_only_the_head_of_the_day_signs_and_never_what_they_prepared(school):
    order = submit_order(drafted(school), by=school.curator.user)
    assert "only the head signs" in refusal_of(register_order, order, by=school.curator.user)
    Order.objects.filter(pk=order.pk).update(drafted_by=school.director.user)
    assert "prepared this order yourself" in refusal_of(register_order, order, by=school.director.user)
    Order.objects.filter(pk=order.pk).update(drafted_by=school.curator.user)
    yesterday = school.organization.today() - datetime.timedelta(days=1)
    Head.objects.update(ends_on=yesterday)
    assert "Nobody is entered" in refusal_of(register_order, order, by=school.director.user)
    Head.objects.create(
        organization=school.organization,
        employment=school.council.employment,
        post="И. о. директора",
        starts_on=yesterday,
        acting_basis="приказ № 3",
    )
    assert register_order(order, by=school.council.user).signer == school.council.user


def test_numbers_follow_each_other_and_a_rollback_gives_its_number_back(school):
    assert registered(school).number == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert registered(school).number == 2
        raise ZeroDivisionError
    assert registered(school).number == 2
    assert OrderSeries.objects.get().next_number == 3


def test_each_organization_has_its_register_and_its_way_to_write_numbers(world, school):
    lyceum = world.other
    texts = [registered(place).number_text for place in (school, lyceum, lyceum, school)]
    assert texts == ["1", "1/1", "2/1", "2"]


def test_an_order_is_signed_once(school):
    order = registered(school)
    stale = Order.objects.get(pk=order.pk)
    stale.state = OrderState.SUBMITTED
    assert "not possible while" in refusal_of(register_order, stale, by=school.director.user)
    assert OrderSeries.objects.get().next_number == 2


def test_midnight_passing_while_waiting_gives_the_number_of_the_new_year(monkeypatch, school):
    order = submit_order(drafted(school), by=school.curator.user)
    zone = ZoneInfo("Europe/Moscow")
    old, new = (datetime.datetime(*at, tzinfo=zone) for at in ((2026, 12, 31, 23, 59), (2027, 1, 1, 0, 0)))
    get_or_create = OrderSeries.objects.get_or_create
    monkeypatch.setattr("django.utils.timezone.now", lambda: old)

    def wait(**values):
        monkeypatch.setattr("django.utils.timezone.now", lambda: new)
        return get_or_create(**values)

    monkeypatch.setattr(OrderSeries.objects, "get_or_create", wait)
    register_order(order, by=school.director.user)
    assert (order.series.year, order.signed_on) == (2027, datetime.date(2027, 1, 1))


def test_each_named_person_reads_the_order_once_under_the_own_account(school):
    order = registered(school)
    subject = order.subjects.get(role="mentee")
    assert "Nobody confirms for somebody else" in refusal_of(
        acknowledge, order, subject.employment, by=school.staff.user, method="electronic"
    )
    stranger = school.staff.employment
    assert "does not name" in refusal_of(acknowledge, order, stranger, by=school.staff.user, method="electronic")
    acknowledge(order, subject.employment, by=school.curator.user, method="paper", on=order.signed_on)
    again = refusal_of(acknowledge, order, subject.employment, by=school.curator.user, method="paper")
    assert "already" in again
    assert [row.named - row.acquainted for row in Order.objects.with_acquaintance()] == [1]


def test_the_day_on_paper_lies_between_the_order_and_today(school):
    order = registered(school)
    employment = order.subjects.first().employment
    for days in (-1, 1):
        on = order.signed_on + datetime.timedelta(days=days)
        sentence = refusal_of(acknowledge, order, employment, by=school.curator.user, method="paper", on=on)
        assert sentence.startswith("The day lies between"), days


def test_nobody_reads_an_order_that_is_not_signed(school):
    order = drafted(school)
    employment = order.subjects.first().employment
    assert "not signed yet" in refusal_of(acknowledge, order, employment, by=school.curator.user, method="paper")

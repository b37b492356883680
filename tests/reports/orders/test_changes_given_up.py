"""Orders O6, O7, O8 that meet what is not so any more: nothing is signed, what was taken is given back."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command

from mentoring.lib.moves import MoveRefused
from people.consents.states import Purpose
from people.models import MentorEntry
from people.staff.services import end_employment
from programs.applications.services import take_into_order
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Order, OrderSeries, Program
from programs.orders.selectors import orderable
from programs.orders.states import OrderKind, OrderState
from reports.models import FrozenDocument
from reports.orders.selectors import waiting_for
from reports.orders.services import (
    carry_out_due_changes,
    give_back_order,
    give_up_order,
    recompose_changes,
    send_order,
)
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.reports.orders.changing import (
    EVE,
    NEW_MENTOR,
    SECOND_MENTEE,
    TODAY,
    agreement_of,
    drafted,
    granted,
    ordered,
    planned,
    replaced,
    sent,
    sign,
    standing,
    state_of,
    successor,
    withdraw,
    working,
)
from tests.reports.orders.test_signing import refusal_of
from tests.world import world_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("day_of_changes")]
O6, O7, O8 = OrderKind.REPLACEMENT, OrderKind.CHANGE, OrderKind.TERMINATION


@pytest.fixture(scope="module")
def make_world():
    return world_with(TODAY, pair=working)


def nothing_changed(order, pair, *applications):
    """The order is as it was sent, the pair works, the applications wait in it."""
    row = Order.objects.get(pk=order.pk)
    return (
        (row.state, row.number) == (OrderState.SUBMITTED, None)
        and not FrozenDocument.objects.filter(order=order).exists()
        and OrderSeries.objects.get().next_number == 2
        and standing(pair) == [(MentorshipState.ACTIVE, None)]
        and Program.objects.filter(mentorship=pair, state="running", ended_on=None).count() == 1
        and {state_of(application) for application in applications} <= {"in_order"}
    )


def test_a_new_mentor_dismissed_before_the_signature_signs_nothing(school):
    pair, fresh, application = replaced(school, takes_effect_on=TODAY)
    planned(pair)
    order = sent(school, O6)
    end_employment(fresh.mentor_entry.employment, by=school.curator.user, ends_on=EVE)
    assert "worked here until" in refusal_of(sign, school, order)
    assert nothing_changed(order, pair, application)


def test_a_consent_of_the_new_pair_taken_back_signs_nothing(school):
    pair, fresh, application = replaced(school, takes_effect_on=TODAY)
    planned(pair)
    order = sent(school, O6)
    withdraw(fresh.mentor_entry.employment, Purpose.MENTOR)
    assert "took a consent back" in refusal_of(sign, school, order)
    assert nothing_changed(order, pair, application)


def test_a_pair_that_ended_meanwhile_leaves_nothing_to_sign(school):
    pair, _fresh, application = replaced(school, takes_effect_on=TODAY)
    order = sent(school, O6)
    Mentorship.objects.filter(pk=pair.pk).update(state=MentorshipState.TERMINATED)
    assert "does not work now" in refusal_of(sign, school, order)
    assert state_of(application) == "in_order"


def test_a_failure_in_the_middle_leaves_nothing(school, monkeypatch):
    pair = school.pair
    planned(pair)
    agreement = agreement_of(pair)
    application = granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    order = sent(school, O8)

    def broken(*args, **kwargs):
        raise MoveRefused("The last step is not possible.")

    monkeypatch.setattr("reports.orders.services.enacting.carry_out", broken)
    assert refusal_of(sign, school, order) == "The last step is not possible."
    assert nothing_changed(order, pair, application)
    agreement.refresh_from_db()
    assert agreement.notice_side == ""


def test_two_orders_never_take_one_application(school):
    pair = school.pair
    application = granted(pair, ApplicationKind.TERMINATION)
    first = drafted(school, O8)
    key = f"a{application.pk}"
    assert "does not wait for an order any more" in refusal_of(drafted, school, O8, key)
    assert "Only a granted application" in refusal_of(take_into_order, application, first, by=school.curator.user)
    # Returned, the order gives it back; whichever of two orders sends it first has it.
    send_order(first, by=school.curator.user)
    give_back_order(first, by=school.director.user, remark="Уточните день")
    assert state_of(application) == "granted"
    second = drafted(school, O8, key)
    assert "stands in this order no more" in refusal_of(send_order, first, by=school.curator.user)
    give_up_order(second, by=school.curator.user)
    send_order(Order.objects.get(pk=first.pk), by=school.curator.user)
    application.refresh_from_db()
    assert (application.state, application.order) == (ApplicationState.IN_ORDER, first)


def test_a_dropped_order_gives_back_the_application_and_the_new_pair(school):
    _pair, fresh, application = replaced(school)
    give_up_order(drafted(school, O6), by=school.curator.user)
    assert (state_of(application), standing(fresh)[0][0]) == ("granted", MentorshipState.AGREED)
    assert [one.key for one in waiting_for(O6, school.organization)] == [f"s{fresh.pk}"]


def test_a_line_taken_out_of_a_draft_is_given_back(school):
    pairs = [school.pair, working(school, make_mentor(school.organization, *NEW_MENTOR))]
    stays, goes = [granted(pair, ApplicationKind.TERMINATION) for pair in pairs]
    order = drafted(school, O8)
    recompose_changes(order, [f"a{stays.pk}"], by=school.curator.user)
    assert (state_of(stays), state_of(goes)) == ("in_order", "granted")
    assert [change.application for change in order.changes.all()] == [stays]


def test_a_pair_that_takes_over_from_one_at_work_is_not_for_an_order_on_assignment(school):
    _pair, fresh, _application = replaced(school)
    assert fresh not in orderable(school.organization)


def test_nobody_is_bound_longer_than_the_head_said(school):
    pair = school.pair
    granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    successor(school, pair, starts_on=TODAY + datetime.timedelta(days=9))
    assert "the mentor is free from" in refusal_of(drafted, school, O6)


def test_a_mentee_stands_in_an_order_once(school):
    pair = school.pair
    granted(pair, ApplicationKind.RESIGNATION)
    granted(pair, ApplicationKind.TERMINATION)
    assert "twice" in refusal_of(drafted, school, O8)


def test_an_agreement_that_names_others_stays(school, django_capture_on_commit_callbacks):
    mentor = make_mentor(school.organization, *NEW_MENTOR)
    ends, goes_on = working(school, mentor), working(school, mentor, make_mentee(school.organization, *SECOND_MENTEE))
    names = ", ".join(pair.members.get().person.full_name for pair in (ends, goes_on))
    agreement = agreement_of(ends, mentees=names)
    granted(ends, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    with django_capture_on_commit_callbacks(execute=True):
        ordered(school, O8)
    agreement.refresh_from_db()
    assert agreement.notice_side == ""
    told = school.curator.user.notices.filter(sentence__startswith="The supplementary agreement of")
    assert told.count() == 1
    assert MentorEntry.objects.get(pk=mentor.pk).state == "paired"


def test_a_new_mentor_who_leaves_before_the_day_leaves_the_old_pair_at_work(school, settings):
    day = TODAY + datetime.timedelta(days=5)
    pair, fresh, application = replaced(school, takes_effect_on=day)
    planned(pair)
    ordered(school, O6)
    end_employment(fresh.mentor_entry.employment, by=school.curator.user, ends_on=TODAY)
    settings.MENTORING_TODAY = day
    assert "worked here until" in refusal_of(carry_out_due_changes, school.organization)
    assert standing(pair, fresh) == [(MentorshipState.ACTIVE, None), (MentorshipState.IN_ORDER, None)]
    assert (state_of(application), Program.objects.get(mentorship=pair).state) == ("in_order", "running")


def test_a_new_mentor_gone_before_the_day_frees_the_pair_for_another_one(school, settings):
    day = TODAY + datetime.timedelta(days=5)
    pair, fresh, application = replaced(school, takes_effect_on=day)
    ordered(school, O6)
    end_employment(fresh.mentor_entry.employment, by=school.curator.user, ends_on=TODAY)
    settings.MENTORING_TODAY = day
    # On the day itself the order tells that it cannot be carried out, and the new pair ends with its mentor.
    with pytest.raises(CommandError, match="Ковальчук"):
        call_command("tick", stdout=io.StringIO())
    call_command("tick", stdout=io.StringIO())
    assert [state for state, _ended in standing(pair, fresh)] == ["active", "terminated"]
    assert state_of(application) == "granted"
    mentee = pair.current_members[0].mentee_entry
    mentor = make_mentor(school.organization, "Осипова", "Вера", "Ильинична", "female", "учитель химии")
    other = successor(school, pair, mentee, mentor=mentor, starts_on=day)
    ordered(school, O6)
    assert [state for state, _ended in standing(pair, other)] == ["replaced", "active"]
    assert state_of(application) == "executed"


def test_an_order_that_waits_for_its_day_lets_the_application_go_when_the_pair_ends_before(school, settings):
    day = TODAY + datetime.timedelta(days=5)
    pair = school.pair
    application = granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=day)
    ordered(school, O8)
    end_employment(pair.mentor_entry.employment, by=school.curator.user, ends_on=TODAY - datetime.timedelta(days=1))
    call_command("tick", stdout=io.StringIO())
    assert [state for state, _ended in standing(pair)] == ["terminated"]
    assert state_of(application) == "withdrawn"

"""The way through an order, the work and the end."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from people.consents.models import Consent
from people.consents.services import withdraw_consent
from programs.mentorships.models import Mentorship
from programs.mentorships.services import (
    activate_mentorship,
    agree_as_mentee,
    agree_as_mentor,
    complete_mentorship,
    enter_order,
    leave_order,
    start_due_mentorships,
    terminate_mentorship,
)
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import FIRST, make_mentor, make_proposal
from tests.world import DAY, make_mentorship, world_with


def agreed(place, **values):
    pair = make_proposal(place, **values)
    agree_as_mentor(pair, by=pair.mentor.user)
    for member in pair.members.all():
        agree_as_mentee(member, by=member.person.user)
    return pair


def in_order(place, **values):
    pair = agreed(place, **values)
    return enter_order(pair, by=place.curator.user)


def running(place, **values):
    return activate_mentorship(in_order(place, **values), by=place.director.user, on=DAY)


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, proposed=make_proposal, agreed=agreed, ordered=in_order, running=running)


def entry_states(pair):
    pair = Mentorship.objects.with_people().get(pk=pair.pk)
    return [pair.mentor_entry.state, *(member.mentee_entry.state for member in pair.members.all())]


def test_only_agreed_pairs_go_into_an_order_and_come_back_from_it(world):
    by = world.home.curator.user
    with pytest.raises(MoveRefused):
        enter_order(world.home.proposed, by=by)
    pair = world.home.ordered
    assert leave_order(pair, by=by).state == "agreed"
    with pytest.raises(MoveRefused):
        leave_order(pair, by=by)


@pytest.mark.parametrize("state", sorted(set(MentorshipState) - {MentorshipState.IN_ORDER}))
def test_what_is_in_no_order_neither_leaves_one_nor_starts_by_one(world, state):
    """The table of moves leads to «agreed» and «active» from other states as well."""
    pair = make_mentorship(world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.PROPOSED)
    Mentorship.objects.filter(pk=pair.pk).update(state=state)
    by = world.home.curator.user
    for deed in (lambda: leave_order(pair, by=by), lambda: activate_mentorship(pair, by=by, on=DAY)):
        with pytest.raises(MoveRefused):
            deed()
    pair.refresh_from_db()
    assert pair.state == state


def test_a_signed_order_starts_the_work_and_pairs_both_entries(world):
    group = running(world.home, mentees=2, kinds=["group"])
    assert (group.state, group.ordered_on) == ("active", DAY)
    assert set(group.members.values_list("is_active", flat=True)) == {True}
    assert entry_states(group) == ["paired"] * 3


def test_nothing_starts_without_an_order(world):
    for pair in (world.home.proposed, world.home.agreed):
        with pytest.raises(MoveRefused):
            activate_mentorship(pair, by=world.home.director.user, on=DAY)
        pair.refresh_from_db()
        assert (pair.ordered_on, set(pair.members.values_list("is_active", flat=True))) == (None, {False})


def test_an_order_signed_ahead_waits_for_the_first_day(world, settings):
    first = DAY + datetime.timedelta(days=5)
    pair = in_order(world.home, starts_on=first)
    by = world.home.director.user
    assert activate_mentorship(pair, by=by, on=DAY).state == "in_order"
    assert entry_states(pair) == ["active", "active"]
    for deed in (lambda: leave_order(pair, by=by), lambda: activate_mentorship(pair, by=by, on=DAY)):
        with pytest.raises(MoveRefused):
            deed()
    assert start_due_mentorships(world.home.organization) == 0
    settings.MENTORING_TODAY = first
    assert [start_due_mentorships(world.home.organization) for _ in range(2)] == [1, 0]
    pair.refresh_from_db()
    assert (pair.state, pair.ordered_on, entry_states(pair)) == ("active", DAY, ["paired", "paired"])


def test_a_pair_that_cannot_start_does_not_stop_the_others(world, settings):
    first = DAY + datetime.timedelta(days=5)
    bad, good = (in_order(world.home, starts_on=first) for _ in range(2))
    for pair in (bad, good):
        activate_mentorship(pair, by=world.home.director.user, on=DAY)
    withdraw_consent(Consent.objects.get(person=bad.mentor, purpose="mentor"), by=bad.mentor.user)
    settings.MENTORING_TODAY = first
    with pytest.raises(MoveRefused) as refusal:
        start_due_mentorships(world.home.organization)
    states = [Mentorship.objects.get(pk=pair.pk).state for pair in (bad, good)]
    assert (len(refusal.value.messages), states) == (1, ["in_order", "active"])


def test_a_mentee_who_works_with_another_mentor_by_now_stops_the_start(world):
    pair = world.home.ordered
    make_mentorship(make_mentor(world.home.organization), pair.members.get().mentee_entry)
    with pytest.raises(MoveRefused):
        activate_mentorship(pair, by=world.home.director.user, on=DAY)
    pair.refresh_from_db()
    assert (pair.state, pair.members.get().is_active) == ("in_order", False)


def test_a_consent_withdrawn_meanwhile_stops_the_start(world):
    pair = world.home.ordered
    person = pair.members.get().person
    withdraw_consent(Consent.objects.get(person=person, purpose="mentee"), by=person.user)
    with pytest.raises(MoveRefused):
        activate_mentorship(pair, by=world.home.director.user, on=DAY)


@pytest.mark.parametrize("end", [complete_mentorship, terminate_mentorship])
def test_the_end_frees_everybody_who_has_no_other_pair(world, end):
    mentor = make_mentor(world.home.organization)
    first, second = running(world.home, mentor=mentor), running(world.home, mentor=mentor)
    by = world.home.curator.user
    end(first, by=by, on=DAY, reason="План выполнен")
    assert entry_states(first) == ["paired", "active"]
    end(second, by=by, on=DAY, reason="План выполнен")
    assert entry_states(second) == ["active", "active"]
    second.refresh_from_db()
    assert (second.ended_on, second.end_reason, second.members.get().is_active) == (DAY, "План выполнен", False)


def test_an_early_end_asks_for_a_reason_and_a_day_after_the_start(world):
    pair, by = world.home.running, world.home.curator.user
    with pytest.raises(MoveRefused):
        terminate_mentorship(pair, by=by, on=DAY, reason=" ")
    with pytest.raises(MoveRefused):
        complete_mentorship(pair, by=by, on=FIRST - datetime.timedelta(days=1))
    pair.refresh_from_db()
    assert pair.state == "active"


def test_what_has_ended_does_not_start_or_end_again(world):
    pair, by = world.home.running, world.home.curator.user
    complete_mentorship(pair, by=by, on=DAY)
    deeds = [
        lambda: complete_mentorship(pair, by=by, on=DAY),
        lambda: terminate_mentorship(pair, by=by, on=DAY, reason="…"),
        lambda: activate_mentorship(pair, by=by, on=DAY),
        lambda: enter_order(pair, by=by),
    ]
    for deed in deeds:
        with pytest.raises(MoveRefused):
            deed()

"""No sequence of deeds breaks what must hold of pairs and banks."""

import datetime

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import edit_mentor
from people.history.models import Move
from people.staff.services import end_employment
from programs.mentorships import services
from programs.mentorships.models import CounterProposal, Member, Mentorship
from programs.mentorships.states import BEFORE_ORDER, LIVE, RUNNING, MentorshipState, Structure
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor
from tests.world import DAY

DEEDS = [
    "propose",
    "propose_group",
    "mentor_agrees",
    "mentee_agrees",
    "mentor_declines",
    "mentee_declines",
    "withdraw",
    "change",
    "enter",
    "leave",
    "activate",
    "complete",
    "terminate",
    "add",
    "join",
    "leave_group",
    "make_pair",
    "suspend",
    "resume",
    "wish",
    "take_wish",
    "answer_wish",
    "dismiss",
    "lower",
]
KINDS = (["traditional"], ["group", "virtual"])
step = st.tuples(st.sampled_from(DEEDS), st.integers(0, 7), st.integers(0, 7))


def _pick(rows, index):
    rows = list(rows)
    return rows[index % len(rows)] if rows else None


def _do(place, mentors, mentees, deed, first, second):
    """One deed on things chosen by two numbers; a refusal is a fine answer."""
    by = place.curator.user
    pair = _pick(Mentorship.objects.filter(mentor_entry__in=mentors).order_by("pk"), first)
    if deed.startswith("propose"):
        chosen = mentees if deed == "propose_group" else [mentees[second % len(mentees)]]
        terms = TERMS | {"mentor_entry": mentors[first % len(mentors)], "mentee_entries": chosen}
        services.propose_mentorship(place.organization, by=by, **terms)
    elif pair is None:
        return
    else:
        member = _pick(pair.members.order_by("pk"), second)
        wished = _pick(pair.counters.order_by("pk"), second)
        deeds = {
            "mentor_agrees": lambda: services.agree_as_mentor(pair, by=pair.mentor.user),
            "mentee_agrees": lambda: services.agree_as_mentee(member, by=member.person.user),
            "mentor_declines": lambda: services.decline_mentorship(pair, by=pair.mentor.user, reason="Нет"),
            "mentee_declines": lambda: services.decline_mentorship(pair, by=member.person.user, reason="Нет"),
            "withdraw": lambda: services.decline_mentorship(pair, by=by, reason="Нет"),
            "change": lambda: services.change_mentorship(
                pair, by=by, expected_version=pair.version, **(TERMS | {"focus": f"{second}"})
            ),
            "enter": lambda: services.enter_order(pair, by=by),
            "leave": lambda: services.leave_order(pair, by=by),
            "activate": lambda: services.activate_mentorship(pair, by=by, on=DAY),
            "complete": lambda: services.complete_mentorship(pair, by=by, on=DAY),
            "terminate": lambda: services.terminate_mentorship(pair, by=by, on=DAY, reason="Нет"),
            "add": lambda: services.add_mentee(pair, mentees[second % len(mentees)], by=by),
            "join": lambda: services.propose_joining(pair, mentees[second % len(mentees)], by=by, starts_on=DAY),
            "leave_group": lambda: services.leave_group(member, by=by, reason="Нет"),
            "make_pair": lambda: services.make_pair(pair, by=by, kinds=KINDS[second % 2]),
            "suspend": lambda: services.suspend_mentorship(pair, by=by, starts_on=DAY, until=DAY, reason="Отпуск"),
            "resume": lambda: services.resume_mentorship(pair, by=by),
            "wish": lambda: services.propose_change(
                pair,
                by=pair.mentor.user,
                employment=pair.mentor_entry.employment,
                terms={"kinds": KINDS[second % 2]},
                words="Иначе",
            ),
            "take_wish": lambda: wished and services.take_counter(wished, by=by),
            "answer_wish": lambda: wished and services.answer_counter(wished, by=by, answer="Нет"),
            "dismiss": lambda: _dismiss(pair, member, second, by),
            "lower": lambda: edit_mentor(
                pair.mentor_entry,
                by=by,
                values={"capacity": 1},
                strengths=[],
                expected_version=pair.mentor_entry.version,
            ),
        }
        deeds[deed]()


def _dismiss(pair, member, second, by):
    """The last day of one side was yesterday; one of several, so that somebody is left to go on with."""
    work = pair.mentor_entry.employment if second == 7 else member.mentee_entry.employment
    end_employment(work, by=by, ends_on=DAY - datetime.timedelta(days=1))


def _check(mentors, mentees):
    members = Member.objects.select_related("mentorship", "mentee_entry")
    for mentor in MentorEntry.objects.filter(pk__in=[entry.pk for entry in mentors]):
        held = members.holding_places().filter(mentorship__mentor_entry=mentor)
        # Nobody is thrown out by a smaller number, and there is no new place then.
        assert held.count() <= mentor.capacity
        assert (mentor.state == "paired") == held.filter(is_active=True).exists()
    for mentee in MenteeEntry.objects.filter(pk__in=[entry.pk for entry in mentees]):
        places = members.holding_places().filter(mentee_entry=mentee)
        assert places.count() <= 1
        assert (mentee.state == "paired") == places.filter(is_active=True).exists()
    for pair in Mentorship.objects.filter(mentor_entry__in=mentors).prefetch_related("members"):
        _check_pair(pair)


def _check_pair(pair):
    current = [member for member in pair.members.all() if member.left_on is None]
    answers = bool(pair.mentor_agreed_at), bool(current) and all(member.agreed_at for member in current)
    expected = {
        MentorshipState.PROPOSED: (False, False),
        MentorshipState.MENTOR_AGREED: (True, False),
        MentorshipState.MENTEE_AGREED: (False, True),
        MentorshipState.DECLINED: answers,
    }
    assert answers == expected.get(pair.state, (True, True))
    assert {member.is_active for member in current} == {pair.state in RUNNING}
    assert not any(member.is_active for member in pair.members.all() if member.left_on)
    assert (pair.ended_on is not None) == (pair.state not in LIVE)
    assert current
    assert all(member.mentor_person_id != member.mentee_person_id for member in current)
    _check_size(pair, current)
    _check_order(pair)


def _check_size(pair, current):
    """A group has two or more, or says that it does not; a pair has one."""
    if pair.state in LIVE and not pair.is_joining:
        assert (pair.structure == Structure.GROUP) == (len(current) > 1 or pair.is_shrunken)
        # A group of one whose kinds ask for more is asked of nobody and stands in no order.
        assert not (
            pair.is_shrunken and "group" in pair.kinds and pair.state not in (*RUNNING, MentorshipState.PROPOSED)
        )


def _check_order(pair):
    """Nothing works without an order; a wish waits only where it can still be answered or is left behind."""
    moves = set(Move.objects.of(pair).values_list("to_state", flat=True))
    if pair.state in (*RUNNING, MentorshipState.COMPLETED, MentorshipState.JOINED):
        assert MentorshipState.IN_ORDER in moves and pair.ordered_on
    assert (pair.state == MentorshipState.SUSPENDED) <= (pair.suspended_until is not None)
    waiting = CounterProposal.objects.waiting().filter(mentorship=pair)
    assert waiting.count() <= (1 if pair.state in BEFORE_ORDER else 0)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(step, min_size=5, max_size=40))
def test_no_sequence_of_deeds_breaks_an_invariant(world, steps):
    with transaction.atomic():
        organization = world.home.organization
        mentors = [make_mentor(organization, capacity=1), make_mentor(organization, capacity=3)]
        mentees = [make_mentee(organization) for _ in range(3)]
        for deed, first, second in steps:
            try:
                _do(world.home, mentors, mentees, deed, first, second)
            except MoveRefused as refusal:
                assert all(refusal.messages)
            _check(mentors, mentees)
        transaction.set_rollback(True)

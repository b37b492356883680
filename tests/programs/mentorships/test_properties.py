"""No sequence of deeds breaks what must hold of pairs and banks."""

import contextlib
import datetime
from collections import Counter, defaultdict

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import edit_mentor
from people.consents.states import Purpose
from people.history.models import Move
from people.models import Consent
from people.network.models import NetworkGrant
from people.network.services import end_grant
from people.network.states import GRANTED
from people.staff.services import end_employment
from programs.applications.models import Application
from programs.applications.services import decide_application, file_application, give_visa, propose_successor
from programs.mentorships import services
from programs.mentorships.models import CounterProposal, Member, Mentorship
from programs.mentorships.states import BEFORE_ORDER, LIVE, RUNNING, MentorshipState, Structure
from programs.orders.states import OrderKind
from programs.support.models import SupportCase
from programs.support.services import keep_cases, take_into_support
from reports.orders.selectors import waiting_for
from reports.orders.services import carry_out_due_changes, prepare_changes, send_order, sign_order
from tests.people.network.factories import make_granted, make_territory
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor
from tests.world import DAY, PASSWORD, build_world, give_consent

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
    "all_agree",
    "start",
    "start",
    "apply",
    "resign",
    "grant",
    "grant",
    "succeed",
    "succeed",
    "hand_over",
    "part",
    "support",
    "end_grant",
    "tick",
]
KINDS = (["traditional"], ["group", "virtual"])
# What an example begins with, so that few deeds reach what lies behind an order: nothing, a pair, a group at work, a
# granted application with a successor, a mentor of the network at work.
BEGUN = (
    [],
    [("propose", 0, 0), ("start", 0, 0)],
    [("propose_group", 1, 0), ("start", 0, 0), ("propose", 2, 0)],
    [("propose", 1, 0), ("start", 0, 0), ("apply", 0, 0), ("grant", 0, 1), ("succeed", 0, 0), ("all_agree", 1, 0)],
    [("propose", 1, 1), ("start", 0, 0), ("resign", 0, 0), ("grant", 0, 0), ("succeed", 0, 0), ("all_agree", 1, 0)],
    [("propose", 2, 0), ("start", 0, 0), ("propose_group", 1, 0)],
)
step = st.tuples(st.sampled_from(DEEDS), st.integers(0, 7), st.integers(0, 7))


@pytest.fixture(scope="module")
def make_world():
    return _territory


@override_settings(MENTORING_TODAY=DAY)
def _territory():
    """The world with a mentor of a neighbor granted to the home, two mentors of its own and three mentees."""
    world = build_world()
    organization = world.home.organization
    places = make_territory(world)
    guest = make_granted(places.near, places.home).guest
    for purpose in (Purpose.PROCESSING, Purpose.MENTOR):
        Consent.objects.filter(organization=organization, person=guest.person, purpose=purpose).delete()
        give_consent(guest, purpose)
    entry = MentorEntry.objects.get(employment=guest)
    entry.state = "active"
    entry.save()
    world.mentors = [make_mentor(organization, capacity=1), make_mentor(organization, capacity=3), entry]
    world.mentees = [make_mentee(organization) for _ in range(3)]
    return world


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
        deeds |= _deeds_of_applications(place, mentors, pair, member, first, second)
        deeds[deed]()


def _deeds_of_applications(place, mentors, pair, member, first, second):
    """What an application leads to, and what lies around the pairs: support, the network, the calendar."""
    organization, by = place.organization, place.curator.user
    asked = _pick(Application.objects.filter(mentorship__mentor_entry__in=mentors).open().order_by("pk"), second)
    mentor = mentors[first % len(mentors)]
    days = {"starts_on": DAY, "ends_on": TERMS["ends_on"]}
    guest = NetworkGrant.objects.get(host=organization)
    return {
        "all_agree": lambda: _all_agree(pair),
        "start": lambda: _start(pair, by),
        "apply": lambda: file_application(pair, "replacement", by=member.person.user, reason="Нет"),
        "resign": lambda: file_application(pair, "resignation", by=pair.mentor.user),
        "grant": lambda: asked and _grant(asked, place, DAY if second % 2 else None),
        "succeed": lambda: asked and propose_successor(asked, by=by, mentor_entry=mentor, **days),
        "hand_over": lambda: _order(place, OrderKind.REPLACEMENT),
        "part": lambda: _order(place, OrderKind.TERMINATION),
        "support": lambda: take_into_support(member.mentee_entry, by=by),
        "end_grant": lambda: end_grant(guest, by=by, reason="Нет"),
        "tick": lambda: _tick(organization),
    }


def _all_agree(pair):
    services.agree_as_mentor(pair, by=pair.mentor.user)
    for member in pair.members.filter(left_on=None):
        services.agree_as_mentee(member, by=member.person.user)


def _start(pair, by):
    """The whole way of a proposal to its work by an order on assignment; a successor waits for an order of its own."""
    if pair.state == MentorshipState.PROPOSED:
        _all_agree(pair)
    if pair.replaces is None:
        services.enter_order(pair, by=by)
        services.activate_mentorship(Mentorship.objects.get(pk=pair.pk), by=by, on=DAY)


def _grant(asked, place, day):
    """The visa and the head's word; ``day`` lets it take effect at once."""
    give_visa(asked, by=place.curator.user)
    decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    if day:
        Application.objects.filter(pk=asked.pk).update(takes_effect_on=day)


def _order(place, kind):
    """An order on everything that waits, drafted, sent and signed."""
    keys = [one.key for one in waiting_for(kind, place.organization)]
    order = send_order(prepare_changes(kind, place.organization, keys, by=place.curator.user), by=place.curator.user)
    sign_order(order, by=place.director.user, password=PASSWORD)


def _tick(organization):
    for deed in (carry_out_due_changes, services.start_due_mentorships, services.close_left, keep_cases):
        deed(organization)


def _dismiss(pair, member, second, by):
    """The last day of one side was yesterday; one of several, so that somebody is left to go on with."""
    work = pair.mentor_entry.employment if second == 7 else member.mentee_entry.employment
    end_employment(work, by=by, ends_on=DAY - datetime.timedelta(days=1))


def _check(mentors, mentees):
    """What must hold; every table is read once."""
    served = [entry.pk for entry in mentees]
    pairs = Mentorship.objects.filter(mentor_entry__in=mentors).prefetch_related("members")
    taken = Member.objects.holding_places().select_related("mentorship")
    held = list(taken.filter(Q(mentorship__mentor_entry__in=mentors) | Q(mentee_entry__in=mentees)))
    for mentor in MentorEntry.objects.filter(pk__in=[entry.pk for entry in mentors]):
        places = [member for member in held if member.mentorship.mentor_entry_id == mentor.pk]
        # Nobody is thrown out by a smaller number, and there is no new place then.
        assert len(places) <= mentor.capacity
        assert (mentor.state == "paired") == any(member.is_active for member in places)
    supported = set(SupportCase.objects.open().filter(mentee_entry__in=served).values_list("mentee_entry", flat=True))
    for mentee in MenteeEntry.objects.filter(pk__in=served):
        places = [member for member in held if member.mentee_entry_id == mentee.pk]
        rows = {member.mentorship_id: member.mentorship.replaces_id for member in places}
        # One mentor, and beside a mentor at work the one who is to take over.
        assert len(rows) <= 1 or sorted(row in rows for row in rows.values()) == [False, True]
        assert (mentee.state == "paired") == any(member.is_active for member in places)
        # Whoever has a mentor needs no other support.
        assert not (mentee.state == "paired" and mentee.pk in supported)
    _check_applications(mentors)
    _check_grants(mentors, held)
    moves, wishes = _moves_of(pairs), Counter(_waiting_of(mentors))
    for pair in pairs:
        _check_pair(pair)
        _check_order(pair, moves[pair.pk], wishes[pair.pk])


def _moves_of(pairs):
    """The states each pair was moved to."""
    kind = ContentType.objects.get_for_model(Mentorship)
    states = defaultdict(set)
    moves = Move.objects.filter(kind=kind, thing_id__in=[pair.pk for pair in pairs])
    for pk, state in moves.values_list("thing_id", "to_state"):
        states[pk].add(state)
    return states


def _waiting_of(mentors):
    """The pair of every wish that waits."""
    wishes = CounterProposal.objects.waiting().filter(mentorship__mentor_entry__in=mentors)
    return wishes.values_list("mentorship", flat=True)


def _check_applications(mentors):
    """Nobody waits for anything about a pair that has ended; what an order holds is let go by the order."""
    rows = Application.objects.filter(mentorship__mentor_entry__in=mentors).exclude(mentorship__state__in=RUNNING)
    assert set(rows.values_list("state", flat=True)) <= {"withdrawn", "executed", "refused", "in_order"}


def _check_grants(mentors, held):
    """The places given away are those of the grants that hold them; nobody is left in a place that was taken back."""
    employed = {entry.employment_id: entry.pk for entry in mentors}
    for grant in NetworkGrant.objects.filter(guest__in=employed).select_related("entry"):
        assert grant.entry.places_away == (grant.places if grant.state in GRANTED else 0)
        entry = employed[grant.guest_id]
        assert grant.state in GRANTED or all(member.mentorship.mentor_entry_id != entry for member in held)


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


def _check_size(pair, current):
    """A group has two or more, or says that it does not; a pair has one."""
    if pair.state in LIVE and not pair.is_joining:
        assert (pair.structure == Structure.GROUP) == (len(current) > 1 or pair.is_shrunken)
        # A group of one whose kinds ask for more is asked of nobody and stands in no order.
        assert not (
            pair.is_shrunken and "group" in pair.kinds and pair.state not in (*RUNNING, MentorshipState.PROPOSED)
        )


def _check_order(pair, moves, wishes):
    """Nothing works without an order; a wish waits only where it can still be answered or is left behind."""
    if pair.state in (*RUNNING, MentorshipState.COMPLETED, MentorshipState.JOINED):
        assert MentorshipState.IN_ORDER in moves and pair.ordered_on
    assert (pair.state == MentorshipState.SUSPENDED) <= (pair.suspended_until is not None)
    assert wishes <= (1 if pair.state in BEFORE_ORDER else 0)


# Each deed is asked on both engines by the tests of its room.
@pytest.mark.walk
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begun=st.sampled_from(BEGUN), steps=st.lists(step, min_size=10, max_size=25))
def test_no_sequence_of_deeds_breaks_an_invariant(standing_world, db, begun, steps):
    world = standing_world.fresh()
    organization, mentors, mentees = world.home.organization, world.mentors, world.mentees
    with transaction.atomic():
        for deed, first, second in [*begun, *steps]:
            try:
                _do(world.home, mentors, mentees, deed, first, second)
            except MoveRefused as refusal:
                assert all(refusal.messages)
            else:
                _check(mentors, mentees)
        # Nor did anything that was refused.
        _check(mentors, mentees)
        # The next night leaves no application in an order that can do nothing for it any more.
        with contextlib.suppress(MoveRefused):
            carry_out_due_changes(organization)
        left = Application.objects.filter(state="in_order", order__state="registered")
        assert not left.exclude(mentorship__state__in=RUNNING).exists()
        transaction.set_rollback(True)

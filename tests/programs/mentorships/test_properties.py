"""No sequence of deeds breaks what must hold of pairs and banks."""

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from programs.mentorships import services
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import LIVE, RUNNING, MentorshipState
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
]
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
        {
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
        }[deed]()


def _check(mentors, mentees):
    members = Member.objects.select_related("mentorship", "mentee_entry")
    for mentor in MentorEntry.objects.filter(pk__in=[entry.pk for entry in mentors]):
        held = members.holding_places().filter(mentorship__mentor_entry=mentor)
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
    assert (pair.ended_on is not None) == (pair.state not in LIVE)
    assert current


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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

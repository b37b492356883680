"""Two people do the same at the same moment: one wins, the other is told so."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import accept_mentorship, propose_mentorship
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, make_proposal
from tests.world import build_world

AT_ONCE = 16


def at_once(deeds):
    """Run all deeds together: how many were done, how many refused; any other error fails the test."""
    start = Barrier(len(deeds))

    def run(deed):
        start.wait()
        try:
            deed()
        except MoveRefused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as pool:
        results = list(pool.map(run, deeds))
    return results.count("done"), results.count("refused")


def proposal(place, mentor, mentee):
    """A deed that proposes the two."""
    people = {"mentor_entry": mentor, "mentee_entries": [mentee]}
    return partial(propose_mentorship, place.organization, by=place.curator.user, **people, **TERMS)


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_answers_at_once_one_counts():
    pair = make_proposal(build_world().home)
    work = pair.mentor_entry.employment

    def accept():
        accept_mentorship(Mentorship.objects.get(pk=pair.pk), by=work.person.user, employment=work, seen=1)

    assert at_once([accept] * AT_ONCE) == (1, AT_ONCE - 1)
    pair.refresh_from_db()
    assert pair.state == MentorshipState.MENTOR_AGREED
    assert list(Move.objects.of(pair).values_list("deed", flat=True)) == ["Proposed", "The mentor accepted"]


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_proposals_for_the_last_places_only_those_fit():
    place = build_world().home
    mentor = make_mentor(place.organization, capacity=3)
    deeds = [proposal(place, mentor, make_mentee(place.organization)) for _ in range(AT_ONCE)]
    assert at_once(deeds) == (3, AT_ONCE - 3)
    assert Member.objects.holding_places().filter(mentorship__mentor_entry=mentor).count() == 3


@pytest.mark.django_db(transaction=True)
def test_of_two_curators_one_gets_the_mentee():
    place = build_world().home
    mentee = make_mentee(place.organization)
    deeds = [proposal(place, make_mentor(place.organization), mentee) for _ in range(4)]
    assert at_once(deeds) == (1, 3)
    assert Member.objects.filter(mentee_entry=mentee).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_mentor_and_three_mentees_answering_at_once_are_agreed():
    group = make_proposal(build_world().home, mentees=3, kinds=["group"])
    works = [group.mentor_entry.employment, *(member.mentee_entry.employment for member in group.members.all())]
    deeds = [partial(accept_mentorship, group, by=work.person.user, employment=work, seen=1) for work in works]
    assert at_once(deeds) == (4, 0)
    group.refresh_from_db()
    assert group.state == MentorshipState.AGREED

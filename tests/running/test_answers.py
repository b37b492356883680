"""Sixteen people answer one proposal at the same moment, on a running server."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.urls import reverse

from people.history.models import Move
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import make_mentor, make_proposal
from tests.running.people import AT_ONCE, Someone, running_server
from tests.world import make_organization, populate

pytestmark = pytest.mark.django_db(transaction=True)


def group_of(place, people):
    """A proposed group of so many people, mentor and mentees, and their accounts."""
    mentor = make_mentor(place.organization, capacity=people)
    group = make_proposal(place, mentees=people - 1, mentor=mentor, kinds=["group"])
    works = [mentor.employment, *(member.mentee_entry.employment for member in group.members.all())]
    return group, [work.person.user for work in works]


def all_accept(server, place, count, **headers):
    """Everybody has the page open and presses the button together: the group, and what the server answered."""
    group, users = group_of(place, count)
    path = reverse("programs:mentorship_accept", args=[place.organization.slug, group.pk])
    people, start = [Someone(server, user) for user in users], Barrier(len(users))

    def accept(someone):
        fields = someone.form(path, "seen")
        start.wait(120)
        return someone.post(path, fields, **headers)

    with ThreadPoolExecutor(len(users)) as pool:
        answers = list(pool.map(accept, people))
    group.refresh_from_db()
    return group, answers


def test_sixteen_answers_to_one_proposal_make_it_agreed_and_not_without_the_lock():
    place = populate(make_organization("school-3", preset="school-3"))
    with running_server() as server:
        group, answers = all_accept(server, place, AT_ONCE)
        assert answers == [302] * AT_ONCE
        assert group.state == MentorshipState.AGREED
        deeds = list(Move.objects.of(group).values_list("deed", flat=True))
        assert sorted(deeds) == sorted(["Proposed", "The mentor accepted"] + ["A mentee accepted"] * (AT_ONCE - 1))
        group, answers = all_accept(server, place, 6, **{"X-Without-Lock": "1"})
        assert group.state != MentorshipState.AGREED or set(answers) != {302}

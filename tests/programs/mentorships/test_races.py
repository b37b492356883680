"""Two people do the same at the same moment: one wins, the other is told so."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from mentoring.lib.moves import MoveRefused
from people.banks.services import edit_mentor
from people.history.models import Move
from people.staff.services import end_employment
from programs.applications.services import propose_successor
from programs.matching.services import make_plan, propose_lines
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import (
    accept_mentorship,
    add_mentee,
    propose_joining,
    propose_mentorship,
    resume_mentorship,
    start_due_mentorships,
)
from programs.mentorships.states import MentorshipState
from programs.orders.services import register_order
from reports.orders.services.assignment import start_work
from tests.programs.applications.factories import make_application
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, make_proposal
from tests.programs.mentorships.test_life import agreed
from tests.reports.orders.factories import submitted
from tests.world import DAY, build_world, make_mentorship

AT_ONCE = 16
DAYS = datetime.timedelta(days=1)


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
def test_of_sixteen_added_and_joining_at_once_only_those_who_fit_come_in():
    """A proposal and a group at work of one mentor with two places left."""
    place = build_world().home
    mentor = make_mentor(place.organization, capacity=4)
    proposed = make_proposal(place, mentor=mentor)
    working = make_mentorship(mentor, make_mentee(place.organization))
    newcomers = [make_mentee(place.organization) for _ in range(8)]
    by = place.curator.user
    deeds = [partial(add_mentee, proposed, entry, by=by) for entry in newcomers]
    deeds += [partial(propose_joining, working, entry, by=by, starts_on=DAY) for entry in newcomers]
    assert at_once(deeds) == (2, 14)
    assert Member.objects.holding_places().filter(mentorship__mentor_entry=mentor).count() == 4


@pytest.mark.django_db(transaction=True)
def test_a_number_of_places_lowered_at_once_with_proposals_keeps_everybody_and_lets_nobody_more_in():
    place = build_world().home
    mentor = make_mentor(place.organization, capacity=3)
    make_proposal(place, mentor=mentor)

    def lower():
        edit_mentor(mentor, by=place.curator.user, values={"capacity": 1}, strengths=[], expected_version=1)

    deeds = [lower, *(proposal(place, mentor, make_mentee(place.organization)) for _ in range(3))]
    done, refused = at_once(deeds)
    mentor.refresh_from_db()
    held = Member.objects.holding_places().filter(mentorship__mentor_entry=mentor).count()
    assert done + refused == 4 and held <= mentor.capacity


@pytest.mark.django_db(transaction=True)
def test_a_mentor_dismissed_at_the_moment_of_the_signature_never_works_on():
    place = build_world().home
    pair = agreed(place)
    order = submitted(place, Mentorship.objects.with_people().get(pk=pair.pk))
    deeds = [
        partial(register_and_start, order, place.director.user),
        partial(end_employment, pair.mentor_entry.employment, by=place.curator.user, ends_on=DAY - DAYS),
    ]
    done, _refused = at_once(deeds)
    pair.refresh_from_db()
    # Either the order saw the leaving and refused, or the leaving saw the work and ended it.
    assert (done, pair.state) in {(1, "in_order"), (2, "terminated")}


def register_and_start(order, by):
    """The signature without its paper: the number and what it puts into force in one transaction."""
    with transaction.atomic():
        register_order(order, by=by)
        start_work(order, by=by)


@pytest.mark.django_db(transaction=True)
def test_a_mentor_and_three_mentees_answering_at_once_are_agreed():
    group = make_proposal(build_world().home, mentees=3, kinds=["group"])
    works = [group.mentor_entry.employment, *(member.mentee_entry.employment for member in group.members.all())]
    deeds = [partial(accept_mentorship, group, by=work.person.user, employment=work, seen=1) for work in works]
    assert at_once(deeds) == (4, 0)
    group.refresh_from_db()
    assert group.state == MentorshipState.AGREED


@pytest.mark.parametrize("deed", ["resume", "start"])
@pytest.mark.django_db(transaction=True)
def test_a_mentee_dismissed_at_the_moment_the_work_begins_never_works_on(deed):
    place = build_world().home
    pair = agreed(place)
    values = {"resume": {"state": "suspended", "ordered_on": DAY}, "start": {"state": "in_order", "ordered_on": DAY}}
    Mentorship.objects.filter(pk=pair.pk).update(**values[deed])
    deeds = {
        "resume": partial(resume_mentorship, pair, by=place.curator.user),
        "start": partial(start_due_mentorships, place.organization),
    }
    work = pair.current_members[0].mentee_entry.employment
    leave = partial(end_employment, work, by=place.curator.user, ends_on=DAY - DAYS)
    assert at_once([deeds[deed], leave])[0] >= 1
    pair.refresh_from_db()
    assert pair.state == MentorshipState.TERMINATED


@pytest.mark.django_db(transaction=True)
def test_a_new_mentor_a_newcomer_and_a_plan_at_once_never_take_more_places_than_there_are():
    place = build_world().home
    mentor = make_mentor(place.organization, capacity=3)
    working = make_mentorship(mentor, make_mentee(place.organization))
    application = make_application(place, state="granted")
    by, free = place.curator.user, [make_mentee(place.organization) for _ in range(2)]
    plan = make_plan(place.organization, by=by, title="План", aim="best_fit", groups=False)
    plan.lines.exclude(mentee_entry=free[0]).delete()
    plan.lines.update(mentor_entry=mentor, why="")
    terms = {**TERMS, "mentor_role": ""}
    deeds = [
        partial(propose_successor, application, by=by, mentor_entry=mentor, starts_on=DAY, ends_on=TERMS["ends_on"]),
        partial(propose_joining, working, free[1], by=by, starts_on=DAY),
        partial(propose_lines, plan, list(plan.lines.all()), by=by, expected_version=plan.version, terms=terms),
    ]
    at_once(deeds)
    assert Member.objects.holding_places().filter(mentorship__mentor_entry=mentor).count() == 3

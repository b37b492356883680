"""A figure of a past day says how it was that day, whatever has changed since."""

import datetime

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from people.banks.models import MenteeEntry
from people.banks.services import archive_entry, pause_entry, resume_entry
from people.banks.states import EntryState
from programs.mentorships.services import resume_mentorship, suspend_mentorship
from programs.mentorships.states import MentorshipState
from programs.models import Event, Mentorship, Program
from programs.plans.services import cancel_event
from programs.plans.states import EventState, ProgramState
from reports.monitoring.indicators import figures
from tests.reports.monitoring.factories import build_counted, make_counted
from tests.world import DAY

A_DAY = datetime.timedelta(days=1)
YESTERDAY = DAY - A_DAY


def numbers(place, day, code):
    (figure,) = figures(place.organization, day, [code])
    return figure.numerator, figure.denominator


@pytest.fixture(scope="module")
def make_world():
    return build_counted


@pytest.fixture
def place(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def free_entry(place):
    return MenteeEntry.objects.get(employment=place.alone)


def test_whoever_entered_the_bank_later_was_not_in_it_before(place):
    MenteeEntry.objects.filter(pk=free_entry(place).pk).update(entered_on=DAY)
    assert [numbers(place, day, "mentees_paired") for day in (YESTERDAY, DAY)] == [(3, 4), (3, 5)]


@pytest.mark.parametrize("leave", [pause_entry, archive_entry])
def test_whoever_left_the_bank_today_stood_in_it_yesterday(place, leave):
    leave(free_entry(place), by=place.user)
    assert [numbers(place, day, "mentees_paired") for day in (YESTERDAY, DAY)] == [(3, 5), (3, 4)]


def test_whoever_came_back_to_the_bank_today_was_out_of_it_yesterday(place):
    entry = free_entry(place)
    MenteeEntry.objects.filter(pk=entry.pk).update(state=EntryState.PAUSED)
    entry.refresh_from_db()
    resume_entry(entry, by=place.user)
    assert numbers(place, YESTERDAY, "mentees_paired") == (3, 4)


def test_a_pair_that_rests_since_today_worked_yesterday(place):
    suspend_mentorship(place.group, by=place.user, starts_on=DAY, until=DAY + 30 * A_DAY, reason="отпуск")
    assert [numbers(place, day, "mentee_coverage") for day in (YESTERDAY, DAY)] == [(3, 11), (1, 10)]
    assert [numbers(place, day, "load") for day in (YESTERDAY, DAY)] == [(3, 2), (1, 1)]


def test_a_pair_that_works_again_since_today_rested_yesterday(place):
    days = {"suspended_from": DAY - 7 * A_DAY, "suspended_until": DAY}
    Mentorship.objects.filter(pk=place.group.pk).update(state=MentorshipState.SUSPENDED, **days)
    resume_mentorship(place.group, by=place.user)
    assert [numbers(place, day, "mentee_coverage") for day in (YESTERDAY, DAY)] == [(1, 11), (3, 10)]


def test_a_pair_that_ended_while_it_rested_did_not_work_to_its_end(place):
    ended = {"state": MentorshipState.TERMINATED, "ended_on": DAY, "suspended_from": DAY - 7 * A_DAY}
    Mentorship.objects.filter(pk=place.group.pk).update(suspended_until=DAY, **ended)
    days = (DAY - 8 * A_DAY, DAY - 7 * A_DAY, YESTERDAY)
    assert [numbers(place, day, "mentee_coverage")[0] for day in days] == [3, 1, 1]


def test_a_program_broken_off_today_was_due_yesterday_and_one_approved_today_was_not(place):
    Program.objects.filter(pk=place.late.pk).update(state=ProgramState.TERMINATED, ended_on=DAY)
    Program.objects.filter(pk=place.done.pk).update(approved_on=DAY)
    assert [numbers(place, day, "programs_completed") for day in (YESTERDAY, DAY)] == [(0, 1), (1, 1)]


def test_an_event_of_a_program_approved_today_was_not_due_yesterday(place):
    Program.objects.filter(pk=place.running.pk).update(approved_on=DAY)
    assert [numbers(place, day, "plan_done") for day in (YESTERDAY, DAY)] == [(0, 1), (2, 5)]


def test_an_event_called_off_today_was_due_yesterday(place):
    event = Event.objects.get(program=place.running, planned_on=DAY)
    Event.objects.filter(pk=event.pk).update(planned_on=YESTERDAY)
    cancel_event(event, by=place.user, reason="болезнь")
    assert Event.objects.get(pk=event.pk).state == EventState.CANCELLED
    assert [numbers(place, day, "plan_done") for day in (YESTERDAY, DAY)] == [(2, 5), (2, 4)]


class TestRest(TestCase):
    """Of any pair that rests, on any day around its rest."""

    @classmethod
    def setUpTestData(cls):
        cls.place = make_counted()

    @effort(max_examples=25, deadline=None)
    @given(began=st.integers(0, 20), looked=st.integers(0, 40))
    def test_a_pair_works_to_the_eve_of_its_rest(self, began, looked):
        place = self.place
        rest, day = DAY - began * A_DAY, DAY - looked * A_DAY
        days = {"suspended_from": rest, "suspended_until": DAY + A_DAY}
        Mentorship.objects.filter(pk=place.pair.pk).update(state=MentorshipState.SUSPENDED, **days)
        pairs = figures(place.organization, day, ["load"])[0].denominator_rows
        works = {row.employment_id for row in pairs}
        assert (place.mentor.pk in works) == (place.pair.starts_on <= day < rest)

"""Everybody in the pair agrees under their own account; a curator who has no part in it decides."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from mentoring.lib.dates import add_months
from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.history.models import Move
from people.models import Membership
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, Program
from programs.plans.selectors import awaited_people, text_mark
from programs.plans.services import agree_program, approve_program, return_program
from programs.plans.services.guards import check_length
from programs.plans.states import ProgramState
from tests.programs.plans.factories import make_event
from tests.world import DAY, START, make_employment, make_mentee_entry, make_mentorship, make_program, make_user


@pytest.fixture
def agreed(home, draft):
    """A program both have agreed to."""
    make_event(draft)
    agree_program(draft, by=home.mentor.user)
    return agree_program(draft, by=home.mentee.user)


def test_a_program_is_agreed_when_the_last_one_agrees(home, draft, django_capture_on_commit_callbacks):
    make_event(draft)
    assert agree_program(draft, by=home.mentor.user).state == ProgramState.DRAFT
    with django_capture_on_commit_callbacks(execute=True):
        assert agree_program(draft, by=home.mentee.user).state == ProgramState.AGREED
    assert [notice.sentence for notice in home.curator.user.notices.all()] == [
        "The program %(title)s is agreed by all. Approve it or return it."
    ]


def test_a_group_waits_for_every_mentee(home):
    people = [make_employment(home.organization, name) for name in ("Первая", "Вторая")]
    users = [make_user(f"{place}@x.example", employment=work) for place, work in enumerate(people)]
    pair = make_mentorship(home.mentor_entry, *map(make_mentee_entry, people))
    program = make_program(pair, state=ProgramState.DRAFT)
    make_event(program)
    agree_program(program, by=home.mentor.user)
    assert agree_program(program, by=users[0]).state == ProgramState.DRAFT
    assert [person.last_name for person in awaited_people(Program.objects.get(pk=program.pk))] == ["Вторая"]
    assert agree_program(program, by=users[1]).state == ProgramState.AGREED


def test_nobody_agrees_twice_or_for_somebody_else(home, draft):
    make_event(draft)
    agree_program(draft, by=home.mentor.user)
    for user in (home.mentor.user, home.curator.user, home.staff.user):
        with pytest.raises(MoveRefused):
            agree_program(draft, by=user)
    assert Move.objects.of(draft).count() == 1


def test_nobody_agrees_to_a_text_they_have_not_read(home, draft):
    make_event(draft)
    seen = text_mark(draft)
    make_event(draft, content="Добавлено тем временем")
    with pytest.raises(MoveRefused, match="while you were reading"):
        agree_program(draft, by=home.mentor.user, seen=seen)


def test_an_empty_plan_and_an_event_outside_the_term_are_refused(home, draft):
    with pytest.raises(MoveRefused, match="no events"):
        agree_program(draft, by=home.mentor.user)
    make_event(draft, planned_on=START - timedelta(days=1))
    with pytest.raises(MoveRefused, match="outside"):
        agree_program(draft, by=home.mentor.user)


@given(months=st.integers(3, 12), start=st.dates(date(2024, 1, 1), date(2028, 1, 1)))
@profile(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_three_to_twelve_months_to_the_day(home, months, start):
    last = add_months(start, months) - timedelta(days=1)
    check_length(Program(mentorship=home.mentorship, starts_on=start, ends_on=last))
    shortest, longest = add_months(start, 3), add_months(start, 12)
    for wrong in (shortest - timedelta(days=2), longest):
        with pytest.raises(MoveRefused, match="from 3 to 12 months"):
            check_length(Program(mentorship=home.mentorship, starts_on=start, ends_on=wrong))


def test_a_term_too_short_is_refused_at_agreement_and_at_approval(home, agreed):
    Program.objects.filter(pk=agreed.pk).update(ends_on=date(2026, 11, 29))
    with pytest.raises(MoveRefused, match="3 to 12"):
        approve_program(agreed, by=home.curator.user)
    Program.objects.filter(pk=agreed.pk).update(state=ProgramState.DRAFT, mentor_agreed_at=None)
    with pytest.raises(MoveRefused, match="3 to 12"):
        agree_program(agreed, by=home.mentor.user)


def test_approval_starts_the_program(home, agreed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        approve_program(agreed, by=home.curator.user)
    agreed.refresh_from_db()
    assert (agreed.state, agreed.approved_on, agreed.approved_by) == (ProgramState.RUNNING, DAY, home.curator.user)
    told = "The program %(title)s is approved and runs. Mark the events as they take place."
    for person in (home.mentor, home.mentee):
        assert person.user.notices.filter(sentence=told).count() == 1


@pytest.mark.parametrize("state", [ProgramState.DRAFT, ProgramState.RUNNING, ProgramState.COMPLETED])
def test_only_an_agreed_program_is_approved_or_returned(home, agreed, state):
    Program.objects.filter(pk=agreed.pk).update(state=state, approved_on=DAY)
    with pytest.raises(MoveRefused):
        approve_program(agreed, by=home.curator.user)
    with pytest.raises(MoveRefused):
        return_program(agreed, by=home.curator.user, remark="…")


def test_a_pair_without_its_order_has_no_running_program(home, agreed):
    Mentorship.objects.filter(pk=home.mentorship.pk).update(state=MentorshipState.IN_ORDER)
    with pytest.raises(MoveRefused, match="order is not signed"):
        approve_program(agreed, by=home.curator.user)


def test_nobody_approves_or_returns_a_program_of_their_own(home, agreed, client):
    Membership.objects.create(user=home.mentor.user, organization=home.organization, role=Role.CURATOR, starts_on=START)
    for deed in (approve_program, lambda row, by: return_program(row, by=by, remark="…")):
        with pytest.raises(MoveRefused, match="another curator"):
            deed(agreed, by=home.mentor.user)
    client.force_login(home.mentor.user)
    for page in ("approve", "return"):
        assert client.post(f"/o/school-3/programs/{agreed.pk}/{page}/", {"remark": "…"}).status_code == 403


def test_a_returned_program_is_a_draft_with_a_remark_and_no_agreements(home, agreed):
    with pytest.raises(MoveRefused):
        return_program(agreed, by=home.curator.user, remark="  ")
    return_program(agreed, by=home.curator.user, remark="Добавьте расписание")
    agreed.refresh_from_db()
    values = (agreed.state, agreed.return_remark, agreed.mentor_agreed_at, agreed.mentees_agreed.count())
    assert values == (ProgramState.DRAFT, "Добавьте расписание", None, 0)
    assert [move.reason for move in Move.objects.of(agreed)][-1] == "Добавьте расписание"

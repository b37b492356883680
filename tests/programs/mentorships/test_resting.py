"""Work that rests and goes on; speed sessions; two directions of one link."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.notices.models import Notice
from programs.mentorships import selectors
from programs.mentorships.models import Mentorship
from programs.mentorships.services import (
    mark_meeting,
    propose_both_ways,
    resume_mentorship,
    set_meeting,
    suspend_mentorship,
    terminate_mentorship,
)
from programs.plans.models import Event, Program
from programs.plans.selectors import pairs_without_program
from programs.plans.services import create_program
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, make_proposal
from tests.programs.mentorships.test_life import running
from tests.programs.plans.factories import make_event
from tests.world import DAY, make_mentee_entry, make_mentor_entry, undrawn, world_with

DAYS = datetime.timedelta(days=1)
REST = {"starts_on": DAY, "until": DAY + 60 * DAYS, "reason": "Длительный отпуск"}


# ---------- rest ----------
def test_the_work_rests_and_goes_on_and_both_are_told_without_the_reason(world, django_capture_on_commit_callbacks):
    pair, by = world.home.mentorship, world.home.curator.user
    with django_capture_on_commit_callbacks(execute=True):
        row = suspend_mentorship(pair, by=by, **REST)
    told = Notice.objects.values_list("user", "values")
    assert {user for user, _values in told} == {world.home.mentor.user.pk, world.home.mentee.user.pk}
    assert "отпуск" not in str(list(told))
    assert (row.state, row.suspended_until, row.members.get().is_active) == ("suspended", REST["until"], True)
    assert resume_mentorship(pair, by=by).state == "active"
    with pytest.raises(MoveRefused):
        resume_mentorship(pair, by=by)


def test_nothing_of_a_pair_that_rests_is_overdue(world):
    home = world.home
    make_event(home.program, planned_on=DAY - DAYS)

    def late():
        rows = Program.objects.with_progress(DAY)
        return Event.objects.overdue(DAY).count(), rows.get(pk=home.program.pk).n_overdue

    counts = [late()]
    suspend_mentorship(home.mentorship, by=home.curator.user, **REST)
    counts.append(late())
    resume_mentorship(home.mentorship, by=home.curator.user)
    assert [*counts, late()] == [(1, 1), (0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("starts_on", {"starts_on": DAY + DAYS}),
        ("starts_on", {"starts_on": datetime.date(2020, 1, 1)}),
        ("until", {"until": DAY - DAYS}),
        ("reason", {"reason": " "}),
    ],
)
def test_a_rest_that_cannot_be_is_refused(world, field, values):
    with pytest.raises(MoveRefused) as refusal:
        suspend_mentorship(world.home.mentorship, by=world.home.curator.user, **(REST | values))
    world.home.mentorship.refresh_from_db()
    assert (list(refusal.value.message_dict), world.home.mentorship.state) == ([field], "active")


def test_a_rest_takes_another_period_and_only_work_rests(world):
    pair, by = world.home.mentorship, world.home.curator.user
    suspend_mentorship(pair, by=by, **REST)
    longer = REST["until"] + 30 * DAYS
    assert suspend_mentorship(pair, by=by, **(REST | {"until": longer})).suspended_until == longer
    with pytest.raises(MoveRefused):
        suspend_mentorship(make_proposal(world.home), by=by, **REST)


# ---------- speed sessions ----------
@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, session=lambda home: running(home, kinds=["speed"]))


@pytest.fixture
def session(world):
    return world.home.session


def test_a_speed_session_is_one_meeting_without_a_program(world, session, client):
    by = session.mentor.user
    settings = selectors.Regulations(world.home.organization).on(DAY)
    assert session not in pairs_without_program(Mentorship.objects.all(), settings)
    for deed in (
        lambda: mark_meeting(session, by=by, is_held=True, note="Поговорили"),
        lambda: create_program(session, by=by, title="Долгая", starts_on=session.starts_on, ends_on=session.ends_on),
    ):
        with pytest.raises(MoveRefused):
            deed()
    set_meeting(session, by=by, on=DAY, place="Кабинет 12")
    client.force_login(by, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("programs:mentorship_card", args=["school-3", session.pk])).content.decode()
    assert "Кабинет 12" in page and reverse("programs:program_create", args=["school-3", session.pk]) not in page
    assert mark_meeting(session, by=by, is_held=True, note="Разобрали урок").state == "completed"
    session.refresh_from_db()
    assert (session.ended_on, session.end_reason, session.members.get().is_active) == (DAY, "Разобрали урок", False)


def test_a_meeting_that_fell_through_waits_for_another_day(world, session):
    by = world.home.curator.user
    set_meeting(session, by=by, on=DAY, place="Кабинет 12")
    assert mark_meeting(session, by=by, is_held=False, note="Заболела").state == "active"
    with pytest.raises(MoveRefused):
        mark_meeting(session, by=by, is_held=True, note="Встретились")
    set_meeting(session, by=by, on=DAY + DAYS, place="Кабинет 12")
    with pytest.raises(MoveRefused):
        mark_meeting(session, by=by, is_held=True, note="Рано")


@pytest.mark.parametrize(
    ("field", "values"), [("on", {"on": DAY - 30 * DAYS}), ("on", {"on": DAY + 900 * DAYS}), ("place", {"place": " "})]
)
def test_a_meeting_lies_within_the_pair_and_has_a_place(world, session, field, values):
    with pytest.raises(MoveRefused) as refusal:
        set_meeting(session, by=session.mentor.user, **({"on": DAY, "place": "Кабинет 12"} | values))
    assert list(refusal.value.message_dict) == [field]


def test_a_pair_with_a_program_sets_no_single_meeting(world):
    with pytest.raises(MoveRefused):
        set_meeting(world.home.mentorship, by=world.home.mentor.user, on=DAY, place="Кабинет 12")


# ---------- two directions ----------
def both_banks(place):
    """Two people who stand in both banks."""
    old, young = make_mentor(place.organization), make_mentee(place.organization)
    make_mentee_entry(old.employment)
    make_mentor_entry(young.employment)
    return old, young


def propose(place, old, young):
    people = {"mentor_entry": old, "mentee_entries": [young]}
    return propose_both_ways(place.organization, by=place.curator.user, **people, **TERMS)


def test_two_directions_are_proposed_in_one_step_and_know_each_other(world, django_capture_on_commit_callbacks):
    forward, reverse_one = propose(world.home, *both_banks(world.home))
    assert (forward.direction, reverse_one.direction, reverse_one.kinds) == ("forward", "reverse", ["reverse"])
    assert forward.mentor == reverse_one.members.get().person
    assert selectors.counterparts(forward) == [reverse_one] and selectors.counterparts(reverse_one) == [forward]
    Mentorship.objects.filter(pk__in=(forward.pk, reverse_one.pk)).update(state="active")
    with django_capture_on_commit_callbacks(execute=True):
        terminate_mentorship(forward, by=world.home.curator.user, on=forward.starts_on, reason="Цель достигнута")
    asked = Notice.objects.filter(sentence__contains="the other direction goes on")
    assert [(notice.user, notice.url) for notice in asked] == [
        (world.home.curator.user, f"/o/school-3/mentorships/{reverse_one.pk}/")
    ]


def test_two_directions_need_both_cards_and_fall_together(world):
    old, young = make_mentor(world.home.organization), make_mentee(world.home.organization)
    with pytest.raises(MoveRefused) as refusal:
        propose(world.home, old, young)
    assert list(refusal.value.message_dict) == ["both_ways"]
    make_mentee_entry(old.employment)
    make_mentor_entry(young.employment, state="paused")
    with pytest.raises(MoveRefused):
        propose(world.home, old, young)
    assert not Mentorship.objects.filter(mentor_entry=old).exists()


@undrawn()
def test_the_path_of_a_proposal_offers_both_ways_where_both_cards_stand(world, client):
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("programs:mentorship_propose", args=["school-3"])
    old, young = both_banks(world.home)
    single = make_mentee(world.home.organization)
    offered = [
        "both_ways" in client.get(f"{url}?step=3&mentor={old.pk}&mentee={entry.pk}").context["form"].fields
        for entry in (young, single)
    ]
    assert offered == [True, False]
    days = {name: TERMS[name].isoformat() for name in ("starts_on", "ends_on")}
    sent = {"mentor": old.pk, "mentee": [young.pk], "form": TERMS["form"], "kinds": TERMS["kinds"], **days}
    client.post(url, sent | {"direction": "forward", "both_ways": "on"})
    assert set(Mentorship.objects.filter(state="proposed").values_list("direction", flat=True)) == {
        "forward",
        "reverse",
    }

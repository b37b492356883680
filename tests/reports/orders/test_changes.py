"""Orders O6, O7, O8: one signature does everything they say about pairs, programs, banks and papers, or nothing."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.utils import translation

from people.accounts.actor import actor_in
from people.consents.states import NoticeSide, Purpose
from people.models import MenteeEntry, MentorEntry
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.states import MentorshipState
from programs.models import Event, Member, Mentorship, Program
from programs.orders.states import OrderKind
from reports.home.duties.changes import order_of_applications
from reports.orders.selectors import waiting_for
from reports.orders.services import (
    carry_out_due_changes,
)
from tests.amending import amend
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.reports.orders.changing import (
    EVE,
    LAST,
    NEW_MENTOR,
    SECOND_MENTEE,
    TODAY,
    agreement_of,
    deeds_of,
    drafted,
    granted,
    ordered,
    planned,
    replaced,
    sent,
    sign,
    standing,
    state_of,
    successor,
    withdraw,
    words_of,
    working,
)
from tests.reports.orders.test_signing import refusal_of
from tests.world import world_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("day_of_changes")]
O6, O7, O8 = OrderKind.REPLACEMENT, OrderKind.CHANGE, OrderKind.TERMINATION


@pytest.fixture(scope="module")
def make_world():
    return world_with(TODAY, pair=working)


def test_a_replacement_hands_the_work_over_in_one_signature(school):
    pair, fresh, application = replaced(school, takes_effect_on=TODAY)
    program, agreement = planned(pair), agreement_of(pair)
    assigning = pair.orders.get()
    order = ordered(school, O6)
    assert standing(pair, fresh) == [(MentorshipState.REPLACED, TODAY), (MentorshipState.ACTIVE, None)]
    assert Mentorship.objects.get(pk=fresh.pk).replaces_id == pair.pk
    old, new = Program.objects.get(pk=program.pk), Program.objects.get(mentorship=fresh)
    assert (old.state, old.ended_on, old.end_reason) == ("terminated", TODAY, "by_mentee")
    assert (new.state, new.title, new.goal, new.starts_on, new.ends_on, new.continues_id, new.approved_on) == (
        "running", old.title, old.goal, TODAY, LAST, old.pk, TODAY,
    )  # fmt: skip
    assert list(old.events.values_list("content", "state")) == [
        ("Проведено 2026-09-20", "held"),
        ("Впереди 2026-10-20", "handed_over"),
        ("Впереди 2027-02-10", "handed_over"),
    ]
    # What is late comes onto the first working day, what lies ahead keeps its day.
    assert list(new.events.values_list("content", "state", "planned_on", "responsible", "carried_from__content")) == [
        ("Впереди 2026-10-20", "planned", TODAY, fresh.mentor.short_name, "Впереди 2026-10-20"),
        ("Впереди 2027-02-10", "planned", datetime.date(2027, 2, 10), fresh.mentor.short_name, "Впереди 2027-02-10"),
    ]
    entries = [pair.mentor_entry, fresh.mentor_entry, *(member.mentee_entry for member in fresh.current_members)]
    assert [type(entry).objects.get(pk=entry.pk).state for entry in entries] == ["active", "paired", "paired"]
    at_work = Member.objects.filter(mentorship__organization=school.organization, is_active=True)
    assert set(at_work.values_list("mentorship", flat=True)) == {fresh.pk, school.mentorship.pk}
    agreement.refresh_from_db()
    assert (agreement.notice_side, agreement.last_on) == (NoticeSide.EMPLOYER, EVE)
    application.refresh_from_db()
    assert (application.state, application.order) == (ApplicationState.EXECUTED, order)
    change = order.changes.get()
    assert (change.amends, change.done_on, change.successor_id) == (assigning, TODAY, fresh.pk)
    assert set(assigning.amendments.values_list("order", flat=True)) == {order.pk}
    assert dict(order.subjects.values_list("employment__person__last_name", "role")) == {
        "Кара-оглы": "mentor", "Белых": "mentee", "Ковальчук": "mentor", "Соколова": "curator",
    }  # fmt: skip
    assert deeds_of(pair)[-1] == "Replaced"
    assert deeds_of(fresh)[-2:] == ["The work started", "Took over from another pair"]


def test_a_day_to_come_is_waited_for(school, settings):
    day = TODAY + datetime.timedelta(days=5)
    pair, fresh, application = replaced(school, takes_effect_on=day)
    program = planned(pair)
    order = ordered(school, O6)
    seen = []
    for days in (4, 5, 5):
        settings.MENTORING_TODAY = TODAY + datetime.timedelta(days=days)
        call_command("tick", stdout=io.StringIO())
        seen.append((*(state for state, _ended in standing(pair, fresh)), state_of(application)))
    waits, done = ("active", "in_order", "in_order"), ("replaced", "active", "executed")
    assert seen == [waits, done, done]
    assert standing(pair)[0][1] == day
    assert Program.objects.get(pk=program.pk).ended_on == day
    assert Program.objects.get(mentorship=fresh).approved_by == order.signer


def test_the_employer_parts_a_pair_on_the_first_day_after_the_notice(school, settings):
    pair = school.pair
    agreement, fresh = agreement_of(pair), successor(school, pair)
    assert "from 27.11.2026: choose that day" in refusal_of(drafted, school, O6, on=TODAY)
    order = sent(school, O6)
    said = words_of(order)
    for words in (
        "Прекратить с 27 ноября 2026 г. закрепление",
        "на период с 27 ноября 2026 г. по",
        "Признать утратившим силу с 27 ноября 2026 г. пункт 1",
        "о работе по наставничеству с 27 ноября 2026 г., предупредив",
        "оформить не позднее дня начала работы (27 ноября 2026 г.)",
    ):
        assert words in said, words
    sign(school, order)
    assert standing(pair, fresh) == [(MentorshipState.ACTIVE, None), (MentorshipState.IN_ORDER, None)]
    settings.MENTORING_TODAY = lawful = datetime.date(2026, 11, 27)
    call_command("tick", stdout=io.StringIO())
    assert standing(pair, fresh) == [(MentorshipState.REPLACED, lawful), (MentorshipState.ACTIVE, None)]
    fresh.refresh_from_db()
    agreement.refresh_from_db()
    assert (fresh.starts_on, fresh.members.get().joined_on) == (lawful, lawful)
    assert agreement.last_on == lawful - datetime.timedelta(days=1)


def test_an_order_signed_too_late_for_its_notice_goes_back(school, settings):
    pair = school.pair
    successor(school, pair)
    order = sent(school, O6)
    settings.MENTORING_TODAY = TODAY + datetime.timedelta(days=1)
    assert "from 28.11.2026 at the earliest" in refusal_of(sign, school, order)
    assert standing(pair) == [(MentorshipState.ACTIVE, None)]


def test_in_a_group_only_the_member_concerned_goes_over(school):
    stays, goes = make_mentee(school.organization), make_mentee(school.organization, *SECOND_MENTEE)
    group = working(school, None, stays, goes)
    program = planned(group)
    member = group.members.get(mentee_entry=goes)
    application = granted(group, ApplicationKind.REPLACEMENT, member=member, takes_effect_on=TODAY)
    fresh = successor(school, group, goes)
    order = ordered(school, O6)
    assert standing(group, fresh) == [(MentorshipState.ACTIVE, None), (MentorshipState.ACTIVE, None)]
    assert set(group.members.values_list("mentee_entry", "left_on", "is_active")) == {
        (stays.pk, None, True), (goes.pk, TODAY, False),
    }  # fmt: skip
    assert set(fresh.members.values_list("mentee_entry", "is_active")) == {(goes.pk, True)}
    # The others go on with the plan; whoever left takes copies of what is ahead.
    assert list(program.events.values_list("state", flat=True)) == ["held", "planned", "planned"]
    copies = Event.objects.filter(program__mentorship=fresh)
    assert list(copies.values_list("content", "state")) == [
        ("Впереди 2026-10-20", "planned"), ("Впереди 2027-02-10", "planned"),
    ]  # fmt: skip
    assert Program.objects.get(pk=program.pk).state == "running" and state_of(application) == "executed"
    assert MentorEntry.objects.get(pk=group.mentor_entry_id).state == "paired"
    assert "в части, касающейся учителя физики Черных Льва Львовича." in words_of(order)
    assert "Белых" not in words_of(order)


def test_programs_are_extended_and_shortened_by_one_order(school):
    amend(school.organization, {"program.extension_allowed": True, "program.shortening_allowed": True})
    long, short = school.pair, working(school, make_mentor(school.organization, *NEW_MENTOR))
    programs = [planned(pair) for pair in (long, short)]
    days = (datetime.date(2027, 6, 30), datetime.date(2027, 3, 31))
    kinds = (ApplicationKind.EXTENSION, ApplicationKind.SHORTENING)
    applications = [
        granted(pair, kind, program=program, new_ends_on=day)
        for pair, kind, program, day in zip((long, short), kinds, programs, days, strict=True)
    ]
    order = ordered(school, O7)
    assert [Program.objects.get(pk=program.pk).ends_on for program in programs] == list(days)
    assert [Mentorship.objects.get(pk=pair.pk).ends_on for pair in (long, short)] == list(days)
    assert [state_of(application) for application in applications] == ["executed", "executed"]
    assert {version.order for program in programs for version in program.versions.all()} == {order}
    assert set(order.changes.values_list("done_on", flat=True)) == {TODAY}


def test_a_resignation_ends_the_pair_its_program_and_its_agreement(school):
    pair = school.pair
    program, agreement = planned(pair), agreement_of(pair)
    application = granted(pair, ApplicationKind.RESIGNATION, takes_effect_on=TODAY)
    other = granted(pair, ApplicationKind.EXTENSION, program=program, new_ends_on=datetime.date(2027, 6, 30))
    ordered(school, O8)
    assert standing(pair) == [(MentorshipState.TERMINATED, TODAY)]
    ended = Program.objects.get(pk=program.pk)
    assert (ended.state, ended.ended_on, ended.end_reason) == ("terminated", TODAY, "by_mentor")
    assert "1" in ended.result and "3" in ended.result
    agreement.refresh_from_db()
    # At once: the regulation asks for no notice of the mentor.
    assert (agreement.notice_side, agreement.last_on) == (NoticeSide.MENTOR, EVE)
    assert (state_of(application), state_of(other)) == ("executed", "withdrawn")
    entries = [(MentorEntry, pair.mentor_entry_id), (MenteeEntry, pair.members.get().mentee_entry_id)]
    assert [model.objects.get(pk=pk).state for model, pk in entries] == ["active", "active"]
    assert not Event.objects.overdue(TODAY).filter(program=program).exists()


def test_a_draft_of_a_program_ends_with_its_pair_too(school):
    pair = school.pair
    program = planned(pair, state="draft", approved_on=None)
    granted(pair, ApplicationKind.TERMINATION, takes_effect_on=TODAY)
    ordered(school, O8)
    assert Program.objects.get(pk=program.pk).state == "terminated"


def test_a_pair_without_a_consent_is_ended_without_an_application(school):
    pair = school.pair
    leaving = make_mentee(school.organization, *SECOND_MENTEE)
    group = working(school, make_mentor(school.organization, *NEW_MENTOR), make_mentee(school.organization), leaving)
    withdraw(pair.mentor_entry.employment, Purpose.MENTOR)
    withdraw(leaving.employment, Purpose.MENTEE)
    assert {one.key for one in waiting_for(O8, school.organization)} == {
        f"p{pair.pk}", f"m{group.members.get(mentee_entry=leaving).pk}",
    }  # fmt: skip
    order = ordered(school, O8)
    assert standing(pair, group) == [(MentorshipState.TERMINATED, TODAY), (MentorshipState.ACTIVE, None)]
    assert MenteeEntry.objects.get(pk=leaving.pk).state == "active"
    assert "в связи с прекращением действия согласия учителя истории Кара-оглы Тимура Али оглы" in order.basis
    assert waiting_for(O8, school.organization) == []


def test_everything_of_somebody_who_leaves_ends_on_the_day_after(school, settings):
    mentor = make_mentor(school.organization, *NEW_MENTOR)
    pairs = [working(school, mentor), working(school, mentor)]
    day = TODAY + datetime.timedelta(days=7)
    order = ordered(school, O8, leaver=mentor.employment, on=day)
    assert standing(*pairs) == [(MentorshipState.ACTIVE, None)] * 2
    settings.MENTORING_TODAY = day
    assert carry_out_due_changes(school.organization) == 2
    assert standing(*pairs) == [(MentorshipState.TERMINATED, day)] * 2
    assert set(order.subjects.values_list("role", flat=True)) == {"mentor", "mentee", "curator"}


def test_the_curator_is_told_today_which_pair_is_to_be_ended(school):
    pair = school.pair
    withdraw(pair.mentor_entry.employment, Purpose.MENTOR)
    actor = actor_in(school.curator.user, school.organization)
    with translation.override("en"):
        duties = order_of_applications(actor, TODAY)
    assert [(duty.title, duty.tone) for duty in duties] == [
        ("1 pair or place in a group is to be ended by an order", "red")
    ]
    assert str(pair) in duties[0].detail


def test_a_ground_that_means_done_completes_the_pair_once_every_event_is_marked(school):
    pair = school.pair
    program = planned(pair)
    granted(pair, ApplicationKind.TERMINATION, takes_effect_on=TODAY, ground="plan_done")
    order = sent(school, O8)
    assert "still has events without a mark" in refusal_of(sign, school, order)
    program.events.filter(state="planned").update(state="cancelled")
    sign(school, order)
    assert standing(pair) == [(MentorshipState.COMPLETED, TODAY)]
    assert Program.objects.get(pk=program.pk).state == "completed"

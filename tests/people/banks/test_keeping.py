"""Keeping the banks true: refresh with reminders, bulk steps, leaving, proposals, results written back."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from people.banks.models import EntryResult, MentorEntry
from people.banks.services import (
    archive_entry,
    archive_left,
    do_to_all,
    pause_entry,
    refresh_entry,
    remind_of_stale,
    remind_to_confirm,
    set_result_link,
    write_results,
)
from people.banks.states import EntryState
from people.history.models import Move
from people.notices.models import Notice
from people.organizations.selectors import regulation_on
from people.staff.services import end_employment
from programs.models import Member, Mentorship
from programs.plans.services import complete_program
from tests.world import (
    START,
    give_consent,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    make_user,
)

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2024, 1, 1)


@pytest.fixture
def curator(home):
    return home.curator.user


def _states(*entries):
    for entry in entries:
        entry.refresh_from_db()
    return [entry.state for entry in entries]


def test_confirming_keeps_the_day_and_who_did_it(home):
    refresh_entry(home.mentor_entry, by=home.mentor.user)
    home.mentor_entry.refresh_from_db()
    assert (home.mentor_entry.refreshed_on, home.mentor_entry.refreshed_by) == (
        home.organization.today(),
        home.mentor.user,
    )


def test_those_whose_cards_are_due_are_asked_once_a_month_and_led_to_their_card(home):
    MentorEntry.objects.filter(pk=home.mentor_entry.pk).update(refreshed_on=LONG_AGO)
    make_mentor_entry(make_employment(home.organization, "Безучётный"), refreshed_on=LONG_AGO)
    make_mentor_entry(home.staff.employment, refreshed_on=LONG_AGO, state=EntryState.ARCHIVED)
    assert [remind_of_stale(home.organization), remind_of_stale(home.organization)] == [1, 0]
    notice = Notice.objects.get()
    assert (notice.user, notice.url) == (home.mentor.user, f"/o/school-3/mentors/{home.mentor_entry.pk}/")
    assert "01.01.2024" in notice.text
    Notice.objects.update(at=notice.at - datetime.timedelta(days=31), read_at=notice.at)
    assert remind_of_stale(home.organization) == 1


def test_a_reminder_by_hand_says_why_it_is_not_sent(home, curator):
    due = make_mentor_entry(make_employment(home.organization, "Безучётный"), refreshed_on=LONG_AGO)
    fresh = make_mentor_entry(home.staff.employment)
    for entry in (due, fresh):
        with pytest.raises(MoveRefused):
            remind_to_confirm(entry, by=curator)
    make_user("late@school-3.example", employment=due.employment)
    due = MentorEntry.objects.get(pk=due.pk)
    remind_to_confirm(due, by=curator)
    with pytest.raises(MoveRefused):
        remind_to_confirm(due, by=curator)
    assert Notice.objects.count() == 1


def test_a_rehearsal_says_what_the_deed_then_does_and_leaves_no_trace(home, curator):
    free, waiting = make_mentor_entry(home.staff.employment), make_mentor_entry(home.council.employment)
    make_mentorship(waiting, make_mentee_entry(home.director.employment), state="proposed")
    entries = [free, waiting, home.mentor_entry]
    before = Move.objects.count()
    shown = do_to_all(entries, "pause", by=curator, rehearse=True)
    assert [bool(each.refusal) for each in shown] == [False, True, True]
    assert (_states(*entries), Move.objects.count()) == (["active", "active", "paired"], before)
    done = do_to_all(entries, "pause", by=curator)
    assert [each.refusal for each in done] == [each.refusal for each in shown]
    assert _states(*entries) == ["paused", "active", "paired"]


def test_candidates_become_active_together_where_the_consent_is_there(home, curator):
    given, lacking = (
        make_mentor_entry(person.employment, state=EntryState.CANDIDATE) for person in (home.staff, home.council)
    )
    give_consent(home.staff.employment)
    refusals = [bool(each.refusal) for each in do_to_all([given, lacking], "activate", by=curator)]
    assert (refusals, _states(given, lacking)) == ([False, True], ["active", "candidate"])


@pytest.mark.parametrize("step", [pause_entry, archive_entry])
def test_whom_a_proposal_counts_on_is_neither_paused_nor_archived_until_it_ends(home, curator, step):
    mentor, mentee = make_mentor_entry(home.staff.employment), make_mentee_entry(home.council.employment)
    pair = make_mentorship(mentor, mentee, state="agreed")
    for entry in (mentor, mentee):
        with pytest.raises(MoveRefused):
            step(entry, by=curator)
    Mentorship.objects.filter(pk=pair.pk).update(state="declined", ended_on=START)
    assert step(mentor, by=curator).state == step(mentee, by=curator).state


def test_whoever_leaves_is_archived_on_the_day_after_the_last_one(home, curator):
    today = home.organization.today()
    gone, going = make_employment(home.organization, "Ушедший"), make_employment(home.organization, "Уходящий")
    entries = [make_mentor_entry(gone), make_mentee_entry(gone), make_mentor_entry(going)]
    end_employment(gone, by=curator, ends_on=today - datetime.timedelta(days=1))
    end_employment(going, by=curator, ends_on=today)
    assert _states(*entries) == ["archived", "archived", "active"]
    assert archive_left(home.organization) == 0


def _complete(home, **values):
    Member.objects.filter(mentorship=home.mentorship).update(is_active=True)
    reason = {"reason": "plan_done", "on": home.organization.today(), "result": "Уроки стали увереннее"}
    return complete_program(home.program, by=home.curator.user, **(reason | values))


def test_the_result_of_a_program_stands_on_both_cards(home, settings):
    settings.MENTORING_TODAY = datetime.date(2026, 11, 21)
    reasons = regulation_on(home.organization, home.organization.today()).completion.reasons
    code = next(each.code for each in reasons if each.outcome == "completed")
    _complete(home, reason=code)
    row = EntryResult.objects.get()
    assert list(home.mentor_entry.results.all()) == list(home.mentee_entry.results.all()) == [row]
    assert (row.title, row.form, row.is_completed, row.result, row.starts_on, row.ended_on) == (
        home.program.title,
        home.mentorship.form,
        True,
        "Уроки стали увереннее",
        START,
        home.organization.today(),
    )


def test_results_are_written_once_for_each_mentee_and_keep_a_link_added_by_hand(home, curator):
    other = make_mentee_entry(home.staff.employment)
    values = {"key": "program-7", "title": "Год", "form": "teacher_teacher", "starts_on": START, "ended_on": START}

    def write(result):
        mentees = [home.mentee_entry, other]
        return write_results(home.mentor_entry, mentees, by=curator, result=result, is_completed=False, **values)

    set_result_link(write("Первое")[0], link="https://school.example/case", by=curator)
    write("Второе")
    rows = EntryResult.objects.order_by("pk").values_list("mentee_entry", "result", "link")
    assert list(rows) == [
        (home.mentee_entry.pk, "Второе", "https://school.example/case"),
        (other.pk, "Второе", ""),
    ]


def test_the_bulk_page_shows_first_and_does_what_it_showed(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    free = make_mentee_entry(home.staff.employment)
    ids = [free.pk, home.mentee_entry.pk]
    url = f"/o/{home.organization.slug}/mentees/bulk/?sort=-name"
    page = client.post(url, {"step": "archive", "ids": ids})
    assert (page.context["ready"], [each.entry for each in page.context["refused"]]) == ([free], [home.mentee_entry])
    assert _states(free) == ["active"]
    done = client.post(url, {"step": "archive", "ids": ids, "confirmed": 1})
    assert done.headers["Location"] == f"/o/{home.organization.slug}/mentees/?sort=-name"
    assert _states(free, home.mentee_entry) == ["archived", "paired"]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"step": "pause"}, "ids"),
        ({"step": "erase", "ids": [1]}, "step"),
        ({"step": "pause", "ids": ["9" * 30]}, "ids"),
    ],
)
def test_a_bulk_step_without_sense_is_refused_in_words(home, client, data, field):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    answer = client.post(f"/o/{home.organization.slug}/mentors/bulk/", data)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors


def test_all_takes_exactly_the_rows_of_the_filtered_list(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    due = make_mentor_entry(home.staff.employment, refreshed_on=LONG_AGO)
    page = client.post(f"/o/{home.organization.slug}/mentors/bulk/?only=stale", {"step": "refresh", "all": 1})
    assert page.context["ready"] == [due]


def test_the_system_administrator_archives_nobody_by_the_list_either(home, client):
    client.force_login(home.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    url = f"/o/{home.organization.slug}/mentees/bulk/"
    answer = client.post(url, {"step": "archive", "ids": [home.mentee_entry.pk], "confirmed": 1})
    assert answer.context["form"].errors.keys() == {"step"}
    assert _states(home.mentee_entry) == ["paired"]

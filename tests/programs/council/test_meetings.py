"""The life of a meeting: planned, moved, held, corrected, taken back, cancelled."""

from datetime import time, timedelta

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.actor import actor_in
from people.models import Notice
from programs.council import services
from programs.council.selectors import coming_meetings, waiting_for_mark
from programs.council.states import MeetingKind
from programs.models import Meeting
from tests.programs.council.factories import AGENDA, LATER, make_held, make_meeting, scan
from tests.world import DAY


@pytest.fixture
def home(home, settings, tmp_path):
    settings.MENTORING_TODAY, settings.MEDIA_ROOT = DAY, tmp_path
    return home


def _edit(home, meeting, *, agenda=AGENDA, attendees=None, version=None, **changes):
    names = ("kind", "number", "title", "planned_on", "time", "place", "chair", "secretary")
    values = {name: getattr(meeting, name) for name in names} | changes
    attendees = [home.mentor.employment] if attendees is None else attendees
    kwargs = {"agenda": agenda, "attendees": attendees, "expected_version": version or meeting.version}
    return services.edit_meeting(meeting, by=home.curator.user, values=values, **kwargs)


def _told(place):
    """Who was told what: {(login, sentence)}; emptied by asking."""
    rows = Notice.objects.filter(organization=place.organization)
    told = {(row.user_id, row.sentence.split("%")[0].split("“")[0].strip()) for row in rows}
    rows.delete()
    names = {person.user.pk: role.value for role, person in place.people.items()}
    return {(names[user], sentence) for user, sentence in told}


def _present(meeting):
    return dict(meeting.attendance.values_list("employment__person__user__login", "presence"))


def test_the_invited_learn_of_a_meeting_of_its_move_and_of_its_end(home):
    meeting = make_meeting(home)
    assert _told(home) == {("mentor", "You are invited to the meeting"), ("council", "You are invited to the meeting")}
    meeting = _edit(home, meeting, title="Итоги четверти")
    assert _told(home) == set()
    both = [home.mentee.employment, home.curator.employment]
    meeting = _edit(home, meeting, time=time(14, 30), attendees=both)
    assert _told(home) == {
        ("mentee", "You are invited to the meeting"),
        ("council", "The meeting"),
        ("mentor", "You need not come to the meeting"),
    }
    services.cancel_meeting(meeting, by=home.council.user, reason="Карантин")
    assert _told(home) == {("mentee", "The meeting"), ("curator", "The meeting")}
    make_meeting(home, planned_on=DAY - timedelta(days=1))
    assert _told(home) == set()


def test_minutes_go_with_the_meeting_through_a_mark_taken_back_and_a_new_agenda(home):
    meeting = make_held(home, secretary=home.staff.employment)
    login = {name: getattr(home, name).user.login for name in ("mentor", "council", "staff", "mentee")}
    assert _present(meeting) == {
        login["mentor"]: "present",
        login["council"]: "invited",
        login["staff"]: "invited",
    }
    first, second = meeting.points.all()
    services.correct_minutes(
        meeting,
        by=home.council.user,
        expected_version=meeting.version,
        present=[home.mentee.employment],
        excused=[home.mentor.employment],
        texts={first.pk: ("Иначе", "Утвердить"), second.pk: ("", "")},
        further=("Разное", "Вопросы", ""),
        file=scan("Скан.pdf"),
    )
    meeting = services.take_mark_back(Meeting.objects.get(pk=meeting.pk), by=home.curator.user)
    assert (meeting.state, meeting.held_on, meeting.marked_by, meeting.file_name) == (
        "planned",
        None,
        None,
        "Скан.pdf",
    )
    assert _present(meeting)[login["mentee"]] == "present" and _present(meeting)[login["mentor"]] == "excused"
    meeting = _edit(home, meeting, agenda=["Новый пункт", "План работы", "Разное"])
    rows = meeting.points.values_list("title", "heard", "decided")
    assert list(rows) == [("Новый пункт", "", ""), ("План работы", "Иначе", "Утвердить"), ("Разное", "Вопросы", "")]
    with pytest.raises(MoveRefused):
        _edit(home, meeting, agenda=["План работы"])
    assert meeting.points.count() == 3


def test_numbers_are_each_given_once_a_year_by_sort(home):
    first = make_meeting(home, number=1)
    with pytest.raises(MoveRefused):
        make_meeting(home, number=1)
    make_meeting(home, number=1, kind=MeetingKind.SEMINAR)
    make_meeting(home, number=1, planned_on=LATER + timedelta(days=366))
    services.cancel_meeting(first, by=home.curator.user, reason="Перенос")
    again = make_meeting(home, number=1)
    assert (again.school_year, Meeting.objects.filter(number=1).count()) == (2026, 4)


def test_the_first_page_knows_what_waits_for_a_mark_and_what_is_ahead(home):
    council = make_meeting(home, planned_on=DAY)
    seminar = make_meeting(home, planned_on=DAY - timedelta(days=1), kind=MeetingKind.SEMINAR)
    later = make_meeting(home)
    make_held(home)
    actors = {role: actor_in(getattr(home, role).user, home.organization) for role in ("curator", "council", "mentor")}
    assert {role: list(waiting_for_mark(actor)) for role, actor in actors.items()} == {
        "curator": [seminar, council],
        "council": [council],
        "mentor": [],
    }
    assert [list(coming_meetings(actors[role])) for role in ("curator", "mentor")] == [[], [council, later]]


@pytest.mark.parametrize("days", [1, -367])
def test_a_day_ahead_or_far_off_is_no_day_it_was_held(home, days):
    meeting = make_meeting(home, planned_on=DAY)
    with pytest.raises(MoveRefused):
        services.mark_held(meeting, by=home.curator.user, held_on=DAY + timedelta(days=days), expected_version=1)


def test_nobody_is_both_present_and_absent(home):
    meeting, both = make_meeting(home, planned_on=DAY), [home.mentor.employment]
    with pytest.raises(MoveRefused):
        services.mark_held(meeting, by=home.curator.user, held_on=DAY, expected_version=1, present=both, excused=both)
    assert Meeting.objects.get(pk=meeting.pk).is_planned


def test_each_step_is_made_once_and_a_late_writer_is_told(home):
    meeting = make_meeting(home, planned_on=DAY)
    stale = Meeting.objects.get(pk=meeting.pk)
    services.mark_held(meeting, by=home.curator.user, held_on=DAY, expected_version=1)
    with pytest.raises(StaleSave):
        services.mark_held(stale, by=home.council.user, held_on=DAY, expected_version=1)
    for deed in (
        lambda: _edit(home, stale, version=2),
        lambda: services.cancel_meeting(stale, by=home.curator.user, reason="Нет"),
        lambda: services.mark_held(stale, by=home.curator.user, held_on=DAY, expected_version=2),
    ):
        with pytest.raises(MoveRefused):
            deed()
    with pytest.raises(MoveRefused):
        services.cancel_meeting(make_meeting(home), by=home.curator.user, reason="\u200b ")
    dropped = services.cancel_meeting(make_meeting(home), by=home.curator.user, reason="Нет")
    for deed in (lambda: services.take_mark_back(dropped, by=home.curator.user), lambda: _edit(home, dropped)):
        with pytest.raises(MoveRefused):
            deed()

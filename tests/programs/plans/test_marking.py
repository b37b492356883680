"""Events are marked, taken back, cancelled and moved; files come in checked and go out only to the right people."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from programs.models import Evidence, Program
from programs.plans.selectors import standing_of
from programs.plans.services import cancel_event, mark_event, remove_evidence, reschedule_event, unmark_event
from programs.plans.states import EventState, ProgramState
from tests.programs.plans.factories import make_event, make_evidence
from tests.world import (
    DAY,
    END,
    START,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    make_program,
    make_user,
)

PDF = b"%PDF-1.7 text"


@pytest.fixture
def event(home):
    """An event of the running program, planned five days ahead."""
    return make_event(home.program)


def _url(page, thing):
    return reverse(f"programs:{page}", args=["school-3", thing.pk])


def _send(client, event, *files, **fields):
    return client.post(_url("event_mark", event), {"held_on": DAY.isoformat(), "files": files, **fields})


@pytest.mark.parametrize("day", [START, DAY - timedelta(days=1), DAY])
def test_an_event_is_held_between_the_start_and_today(home, event, day):
    mark_event(event, by=home.mentee.user, held_on=day, remark="Получилось")
    event.refresh_from_db()
    assert (event.state, event.held_on, event.remark) == (EventState.HELD, day, "Получилось")


@pytest.mark.parametrize("day", [START - timedelta(days=1), DAY + timedelta(days=1)])
def test_no_event_is_held_before_the_start_or_ahead(home, event, day):
    with pytest.raises(MoveRefused) as refusal:
        mark_event(event, by=home.mentor.user, held_on=day)
    assert set(refusal.value.error_dict) == {"held_on"}
    event.refresh_from_db()
    assert (event.state, event.held_on) == (EventState.PLANNED, None)


@pytest.mark.parametrize("state", [each for each in ProgramState if each != ProgramState.RUNNING])
def test_events_are_marked_only_while_the_program_runs(home, event, state):
    Program.objects.filter(pk=home.program.pk).update(state=state)
    for deed in (
        lambda: mark_event(event, by=home.mentor.user, held_on=DAY),
        lambda: unmark_event(event, by=home.mentor.user),
        lambda: cancel_event(event, by=home.mentor.user, reason="…"),
        lambda: reschedule_event(event, by=home.mentor.user, planned_on=DAY, reason="", expected_version=1),
    ):
        with pytest.raises(MoveRefused):
            deed()


def test_a_mark_is_taken_back_and_keeps_its_words_and_files(home, event):
    mark_event(event, by=home.mentor.user, held_on=DAY, remark="Рано", files=[SimpleUploadedFile("a.pdf", PDF)])
    unmark_event(event, by=home.mentor.user)
    event.refresh_from_db()
    assert (event.state, event.held_on, event.remark) == (EventState.PLANNED, None, "Рано")
    assert event.evidence.count() == 1
    with pytest.raises(MoveRefused):
        unmark_event(event, by=home.mentor.user)


def test_a_second_mark_corrects_the_first(home, event):
    mark_event(event, by=home.mentor.user, held_on=DAY)
    mark_event(event, by=home.mentee.user, held_on=START, remark="Точнее")
    event.refresh_from_db()
    assert (event.state, event.held_on, event.remark) == (EventState.HELD, START, "Точнее")
    assert [move.deed for move in Move.objects.of(event)] == ["Marked as held", "Mark corrected"]


def test_a_cancelled_event_has_a_reason_and_can_be_restored(home, event):
    with pytest.raises(MoveRefused):
        cancel_event(event, by=home.mentor.user, reason=" ")
    cancel_event(event, by=home.mentor.user, reason="Объединено с другой встречей")
    event.refresh_from_db()
    assert (event.state, event.remark) == (EventState.CANCELLED, "Объединено с другой встречей")
    unmark_event(event, by=home.mentor.user)
    event.refresh_from_db()
    assert event.state == EventState.PLANNED


def test_a_moved_event_keeps_both_days_in_the_history(home, event):
    reschedule_event(event, by=home.mentor.user, planned_on=DAY, reason="каникулы", expected_version=1)
    event.refresh_from_db()
    assert (event.planned_on, event.version) == (DAY, 2)
    assert [move.reason for move in Move.objects.of(event)] == ["20.10.2026 → 15.10.2026: каникулы"]
    with pytest.raises(StaleSave):
        reschedule_event(event, by=home.mentor.user, planned_on=START, reason="", expected_version=1)


@pytest.mark.parametrize("day", [START - timedelta(days=1), END + timedelta(days=1)])
def test_an_event_moves_only_inside_the_term(home, event, day):
    with pytest.raises(MoveRefused) as refusal:
        reschedule_event(event, by=home.mentor.user, planned_on=day, reason="", expected_version=1)
    assert set(refusal.value.error_dict) == {"planned_on"}


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (-1, ("red", "Overdue", True)),
        (0, ("amber", "Today", False)),
        (1, ("amber", "Tomorrow", False)),
        (8, ("amber", "In 8 days", False)),
        (14, ("amber", "In 14 days", False)),
        (15, ("grey", "Planned", False)),
    ],
)
def test_where_an_event_stands_follows_from_the_day(home, days, standing):
    event = make_event(home.program, planned_on=DAY + timedelta(days=days))
    with translation.override("en"):
        found = standing_of(event, home.program, DAY)
        assert (found.tone, str(found.label), found.is_overdue) == standing


def test_two_taps_mark_an_event(home, event, client):
    client.force_login(home.mentor.user)
    page = client.get(_url("event_mark", event))
    assert f'value="{DAY.isoformat()}"' in page.content.decode()
    assert _send(client, event).status_code == 302
    event.refresh_from_db()
    assert (event.state, event.held_on) == (EventState.HELD, DAY)


def test_files_are_stored_under_names_nobody_can_guess_and_come_back_as_attachments(home, event, client):
    client.force_login(home.mentee.user)
    assert _send(client, event, SimpleUploadedFile("План «Осень».pdf", PDF)).status_code == 302
    evidence = Evidence.objects.get()
    assert (evidence.name, evidence.size, evidence.by) == ("План «Осень».pdf", len(PDF), home.mentee.user)
    assert Path(evidence.file.name).stem != "План «Осень»" and Path(evidence.file.name).suffix == ".pdf"
    answer = client.get(_url("evidence_file", evidence))
    assert b"".join(answer) == PDF
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment;")


BAD_FILES = {
    "a page": SimpleUploadedFile("a.html", b"<script>alert(1)</script>"),
    "a picture that runs": SimpleUploadedFile("a.svg", b"<svg onload=alert(1)>"),
    "a program": SimpleUploadedFile("a.exe", b"MZ"),
    "a page called pdf": SimpleUploadedFile("a.pdf", b"<html>"),
    "a pdf called picture": SimpleUploadedFile("a.png", PDF),
    "no ending": SimpleUploadedFile("a", PDF),
    "nothing": SimpleUploadedFile("a.pdf", b""),
    "too large": SimpleUploadedFile("a.pdf", PDF + b"0" * (10 * 1024 * 1024)),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_refused_and_the_event_stays_unmarked(home, event, client, kind):
    client.force_login(home.mentor.user)
    file = BAD_FILES[kind]
    file.seek(0)
    answer = _send(client, event, SimpleUploadedFile("good.pdf", PDF), file, remark="Мои слова")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"files"}
    assert "Мои слова" in answer.content.decode()
    event.refresh_from_db()
    assert event.state == EventState.PLANNED
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "..\\..\\boot.pdf", "а\u202eб\n.pdf", "я" * 300 + ".pdf"])
def test_a_hostile_name_stays_a_name(home, event, name):
    file = SimpleUploadedFile("x.pdf", PDF)
    file._name = name
    mark_event(event, by=home.mentor.user, held_on=DAY, files=[file])
    evidence = Evidence.objects.get()
    assert not set(evidence.name) & set("/\\\n\u202e") and len(evidence.name) <= 255
    assert evidence.file.name.startswith("evidence/") and ".." not in evidence.file.name


def test_a_file_is_removed_with_its_name_in_the_history(home, event, django_capture_on_commit_callbacks):
    evidence = make_evidence(event, home.mentee.user)
    storage, path = evidence.file.storage, evidence.file.name
    with django_capture_on_commit_callbacks(execute=True):
        remove_evidence(evidence, by=home.mentor.user)
    assert not Evidence.objects.exists() and not storage.exists(path)
    assert [move.reason for move in Move.objects.of(event)] == ["Конспект.pdf"]


def test_another_mentor_knows_nothing_of_the_program_its_events_and_files(home, event, client):
    stranger = make_employment(home.organization, "Посторонняя")
    entry = make_mentor_entry(stranger)
    make_program(make_mentorship(entry, make_mentee_entry(make_employment(home.organization, "Иной"))))
    evidence = make_evidence(event, home.mentor.user)
    client.force_login(make_user("stranger@x.example", employment=stranger))
    pages = {"program_card": home.program, "program_edit": home.program, "event_create": home.program}
    pages |= {"event_card": event, "event_mark": event, "event_move": event, "evidence_file": evidence}
    assert {client.get(_url(page, thing)).status_code for page, thing in pages.items()} == {404}
    posts = {"program_agree": home.program, "event_unmark": event, "event_remove": event, "evidence_remove": evidence}
    assert {client.post(_url(page, thing)).status_code for page, thing in posts.items()} == {404}
    assert "Разбор занятия" not in client.get("/o/school-3/programs/").content.decode()

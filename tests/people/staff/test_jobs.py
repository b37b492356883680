"""Long lists by the background worker: progress, a job that dies, a job that cannot write."""

import os

import pytest
from django.db import connection

from mentoring.lib import progress
from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from people.staff.models import Employment
from people.staff.services import decide, drop_import, jobs, progress_of, request_load, start_import
from people.staff.states import ImportState
from tests.people.staff.lists import people
from tests.people.staff.test_judging import known


@pytest.fixture
def waiting(home, settings, tmp_path, monkeypatch, django_capture_on_commit_callbacks):
    """A list handed over to a worker that has not begun."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(jobs, "AT_ONCE", 1)
    rows = [["1", "Ильина Вера Павловна", "учитель", None], ["2", "Орлова Анна Павловна", "методист", None]]
    staff_import = start_import(home.organization, people(*rows), by=home.curator.user)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        assert request_load(staff_import, by=home.curator.user) is None
    assert len(callbacks) == 1
    staff_import.refresh_from_db()
    return staff_import


def work(staff_import, home):
    jobs.load_in_background.func(staff_import.pk, home.curator.user.pk)
    staff_import.refresh_from_db()


def added():
    return set(Employment.objects.filter(number__in=["1", "2"]).values_list("person__last_name", flat=True))


def test_a_long_list_is_loaded_by_the_worker(home, waiting):
    assert (waiting.state, added()) == (ImportState.LOADING, set())
    assert (progress_of(waiting).done, progress_of(waiting).total, progress_of(waiting).is_alive) == (0, 2, True)
    work(waiting, home)
    assert (waiting.state, added()) == (ImportState.LOADED, {"Ильина", "Орлова"})
    assert not progress_of(waiting).is_alive


def test_the_progress_is_told_while_nothing_is_written_yet(home, waiting, monkeypatch):
    told = []
    monkeypatch.setattr(jobs, "tell_progress", lambda key, done, total: told.append((done, total)))
    work(waiting, home)
    assert told[0] == (0, 2) and told == sorted(told) and told[-1][0] >= 1


def test_nobody_touches_a_list_while_it_is_loaded(home, waiting):
    by = home.curator.user
    for deed in (request_load, drop_import, lambda each, by: decide(each, {2: "same"}, by=by)):
        with pytest.raises(MoveRefused):
            deed(waiting, by=by)


def test_a_killed_job_is_begun_anew_and_writes_once(home, waiting, django_capture_on_commit_callbacks):
    """kill -9 rolls the transaction back and leaves the state and an old sign of life."""
    path = progress._path(f"staff-import-{waiting.pk}")
    os.utime(path, (0, 0))
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        assert request_load(waiting, by=home.curator.user) is None
    assert len(callbacks) == 1
    work(waiting, home)
    work(waiting, home)
    assert (waiting.state, added()) == (ImportState.LOADED, {"Ильина", "Орлова"})
    assert Employment.objects.filter(number__in=["1", "2"]).count() == 2


def test_the_page_says_that_a_job_fell_silent(home, enter, waiting):
    address = f"/o/{home.organization.slug}/staff-lists/{waiting.pk}/"
    client = enter(home.curator)
    load = f'action="{address}load/"'
    assert load not in client.get(address).content.decode()
    assert "hx-get" in client.get(address, headers={"HX-Request": "true"}).content.decode()
    progress.forget_progress(f"staff-import-{waiting.pk}")
    assert load in client.get(address).content.decode()
    assert client.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_a_staff_that_changed_meanwhile_brings_the_list_back(home, waiting):
    known(home.organization, "Орлова", "Анна", "Павловна", number="2")
    work(waiting, home)
    assert (waiting.state, waiting.trouble) == (ImportState.UPLOADED, "stale")
    assert added() == {"Орлова"}


def test_an_error_in_the_middle_writes_nothing_and_is_said(home, waiting, monkeypatch):
    monkeypatch.setattr(Move.objects, "bulk_create", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work(waiting, home)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.trouble, added()) == (ImportState.UPLOADED, "broken", set())
    assert connection.is_usable()

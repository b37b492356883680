"""Many papers by the background worker: rights asked again, failures by name, a worker that dies."""

import dataclasses
import datetime
import io
import os
from zipfile import ZipFile

import pypdf
import pytest
from django.core.files.storage import default_storage

from mentoring.lib import progress
from mentoring.lib.moves import MoveRefused
from people.models import Agreement, Employment, Membership, Notice
from reports.documents.catalog import kind_of
from reports.issued.models import IssuedPaper
from reports.printing.models import PaperJob
from reports.printing.services import ask_print, begin_anew, forget_prints, jobs, progress_of
from reports.printing.services.making import fit_name
from reports.printing.states import PrintForm, PrintState
from tests.people.consents.factories import make_draft
from tests.reports.issued.factories import issued
from tests.world import make_employment

KIND = kind_of("agreement")


@pytest.fixture
def ask(home, settings, tmp_path, django_capture_on_commit_callbacks):
    """``ask(form)``: a print of all agreements handed over to a worker that has not begun."""
    settings.DATA_DIR = tmp_path

    def asked(form=PrintForm.PDF, things=None, by=home.curator.user, kind=KIND):
        things = Agreement.objects.order_by("pk") if things is None else things
        with django_capture_on_commit_callbacks(execute=True):
            return ask_print(kind, form, things, home.organization, by=by)

    return asked


def work(job):
    jobs.make_in_background.func(job.pk)
    job.refresh_from_db()
    return job


def read(job):
    with job.result.open("rb") as file:
        return file.read()


def drawn(page):
    """What a page of a PDF shows, sign by sign."""
    return page.get_contents().get_data()


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_papers_are_bound_into_one_archive_pdf_with_a_bookmark_each(
    home, ask, agreements, django_capture_on_commit_callbacks
):
    job = ask()
    assert (progress_of(job).done, progress_of(job).total, progress_of(job).is_alive) == (0, 2, True)
    with django_capture_on_commit_callbacks(execute=True):
        work(job)
    assert (job.state, job.made, job.failures) == (PrintState.READY, 2, [])
    book = pypdf.PdfReader(io.BytesIO(read(job)))
    assert [mark.title for mark in book.outline] == [KIND.name(each) for each in agreements]
    assert [book.get_destination_page_number(mark) for mark in book.outline][0] == 0
    assert book.trailer["/Root"]["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in book.trailer["/Root"]
    assert b"pdfaid:part" in book.trailer["/Root"]["/Metadata"].get_data()
    assert not progress_of(job).is_alive
    assert Notice.objects.get(user=home.curator.user).url.endswith(f"/papers/together/{job.pk}/")


def test_a_zip_has_a_file_for_each_paper_in_its_order(home, ask, agreements):
    job = work(ask(PrintForm.ZIP))
    names = ZipFile(io.BytesIO(read(job))).namelist()
    assert names == [f"{place:03} {KIND.name(each)}.pdf" for place, each in enumerate(agreements, start=1)]


@pytest.mark.parametrize(("form", "column"), [(PrintForm.ZIP, "pdf"), (PrintForm.DOCX, "docx")])
def test_what_is_frozen_goes_out_as_it_was_frozen(home, ask, form, column):
    paper = issued(home)
    job = work(ask(form, IssuedPaper.objects.all(), kind=kind_of("certificate")))
    archive = ZipFile(io.BytesIO(read(job)))
    assert [archive.read(name) for name in archive.namelist()] == [bytes(getattr(paper.frozen, column))]


@pytest.mark.printed
def test_what_is_frozen_is_joined_page_for_page_whatever_the_data_say_by_now(home, ask):
    papers = [issued(home), issued(home)]
    Employment.objects.update(post="переименованная должность")
    job = work(ask(PrintForm.PDF, IssuedPaper.objects.order_by("pk"), kind=kind_of("certificate")))
    frozen = [page for paper in papers for page in pypdf.PdfReader(io.BytesIO(bytes(paper.frozen.pdf))).pages]
    book = pypdf.PdfReader(io.BytesIO(read(job)))
    assert [page.extract_text() for page in book.pages] == [page.extract_text() for page in frozen]
    assert [page.get_contents().get_data() for page in book.pages] == [
        page.get_contents().get_data() for page in frozen
    ]


def test_names_of_files_suit_every_system():
    assert fit_name('А/Б: "В"\x00') == "А-Б- -В"
    assert (fit_name("../.."), fit_name("/"), len(fit_name("я" * 300))) == ("-", "-", 100)


def test_what_is_gone_or_broken_is_named_and_the_rest_is_made(home, ask, agreements, monkeypatch):
    third = make_draft(make_employment(home.organization, "Третья"))
    job = ask()
    names = dict(job.keys)
    Agreement.objects.filter(pk=agreements[0].pk).delete()
    real = KIND.make

    def make(thing, actor):
        if thing.pk == agreements[1].pk:
            raise RuntimeError("no such form")
        return real(thing, actor)

    monkeypatch.setattr(jobs, "kind_of", lambda code: dataclasses.replace(KIND, make=make))
    work(job)
    assert (job.state, job.made) == (PrintState.READY, 1)
    assert job.failures == [[names[agreements[0].pk], "gone"], [names[agreements[1].pk], "unmade"]]
    assert names[third.pk] not in str(job.failures)


def test_rights_are_asked_again_when_the_papers_are_made(home, ask, agreements):
    job = ask(PrintForm.ZIP)
    Membership.objects.filter(user=home.curator.user).delete()
    work(job)
    assert (job.state, job.made, {code for _name, code in job.failures}) == (PrintState.FAILED, 0, {"gone"})
    assert not job.result


def test_somebody_who_left_gets_nothing(home, ask, agreements):
    job = ask()
    Employment.objects.filter(pk=home.curator.employment.pk).update(ends_on=datetime.date(2026, 10, 1))
    assert work(job).state == PrintState.FAILED


def test_a_button_pressed_twice_makes_one_print(home, ask, agreements):
    first = ask()
    assert ask(things=reversed(agreements)).pk == first.pk
    assert ask(PrintForm.ZIP).pk != first.pk
    assert ask(by=home.director.user).pk != first.pk
    work(first)
    assert ask().pk != first.pk


def test_a_killed_worker_is_seen_and_the_print_begun_anew(home, ask, agreements, django_capture_on_commit_callbacks):
    job = ask()
    with pytest.raises(MoveRefused):
        begin_anew(job, by=home.curator.user)
    os.utime(progress._path(f"print-{job.pk}"), (0, 0))
    assert not progress_of(job).is_alive
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        begin_anew(job, by=home.curator.user)
    assert len(callbacks) == 1
    work(job)
    done = job.result.name
    work(job)
    assert (job.state, job.result.name) == (PrintState.READY, done)


def test_a_worker_too_late_leaves_no_file_behind(home, ask, agreements, monkeypatch):
    job = ask()
    stale = PaperJob.objects.get(pk=job.pk)
    work(job)
    before = set(default_storage.listdir(f"prints/{home.organization.pk}")[1])
    monkeypatch.setattr(PaperJob, "is_making", True)
    jobs.make_in_background.func(stale.pk)
    assert set(default_storage.listdir(f"prints/{home.organization.pk}")[1]) == before


def test_a_fault_of_all_is_told_and_can_be_begun_anew(home, ask, agreements, monkeypatch):
    job = ask()
    monkeypatch.setattr(jobs, "pdf_ready", lambda: ["no fonts"])
    assert (work(job).state, job.trouble) == (PrintState.FAILED, "machine")
    monkeypatch.undo()
    begin_anew(job, by=home.curator.user)
    monkeypatch.setattr(jobs.Batch, "write", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work(job)
    job.refresh_from_db()
    assert (job.state, job.trouble) == (PrintState.FAILED, "broken")
    monkeypatch.undo()
    begin_anew(job, by=home.curator.user)
    assert (work(job).state, job.trouble) == (PrintState.READY, "")


def test_the_file_goes_after_a_week_with_every_name(home, ask, agreements, django_capture_on_commit_callbacks):
    job = work(ask())
    name = job.result.name
    assert forget_prints(home.organization) == 0
    PaperJob.objects.update(ended_at=job.ended_at - datetime.timedelta(days=8))
    with django_capture_on_commit_callbacks(execute=True):
        assert (forget_prints(home.organization), forget_prints(home.organization)) == (1, 0)
    assert not default_storage.exists(name)
    job.refresh_from_db()
    assert (job.state, job.keys, job.failures, bool(job.result)) == (PrintState.REMOVED, [], [], False)
    assert job.total == 2


def test_only_the_one_who_asked_gets_the_file(home, ask, agreements, enter):
    job = work(ask())
    address = f"/o/{home.organization.slug}/papers/together/{job.pk}/"
    response = enter(home.curator).get(f"{address}file/")
    assert b"".join(response.streaming_content).startswith(b"%PDF") and "attachment" in response["Content-Disposition"]
    assert enter(home.director).get(f"{address}file/").status_code == 404


def test_the_page_asks_for_ticked_rows_or_the_whole_list(home, agreements, enter, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    address = f"/o/{home.organization.slug}/papers/agreement/"
    client = enter(home.curator)
    client.post(address, {"ids": [agreements[1].pk], "form": "zip"})
    assert [pk for pk, _name in PaperJob.objects.get().keys] == [agreements[1].pk]
    PaperJob.objects.all().delete()
    client.post(f"{address}?q=ковальчук", {"all": "1", "form": "pdf"})
    assert [pk for pk, _name in PaperJob.objects.get().keys] == [agreements[0].pk]
    PaperJob.objects.all().delete()
    for wrong in ({"form": "pdf"}, {"ids": [999999], "form": "pdf"}, {"ids": [agreements[0].pk], "form": "exe"}):
        client.post(address, wrong)
    assert not PaperJob.objects.exists()

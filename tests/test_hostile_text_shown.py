"""Hostile text that got in all the same: pages, papers and workbooks show it as the text it is."""

import io
import re
from contextlib import closing, contextmanager
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.db.models import CharField, TextField
from django.urls import reverse
from pypdf import PdfReader
from weasyprint.urls import URLFetcher

from people.banks.models import Competence, Direction, MenteeEntry, MentorEntry
from people.staff.models import Employment, Person
from programs.models import Mentorship, Program
from reports.documents.papers import rendering
from tests.crawl import (
    PAGES,
    ROWS,
    Things,
    body_of,
    browser_of,
    cookies_of_all,
    known_on,
    readers_of,
    undone,
    visitors_known,
)
from tests.known import asked_once
from tests.world import build_world, lasting, unprinted

# Starts like a formula, loads a file and a page, and is short enough for the shortest column of words.
SHOWN = "=cmd|'/C calc'!A0 <img src=file:///etc/passwd><img src=http://a.example/x>"
MADE_ANEW = ("reports:paper_program", "reports:paper_roadmap")
PAPERS = ("reports:order_pdf", *MADE_ANEW)
CODES = ("form", "mode", "search_key", "end_reason", "category", "phone", "email", "number")

pytestmark = [pytest.mark.django_db, pytest.mark.walk]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A world whose every free text is hostile, as if it had come in by a road without a guard."""
    with lasting(django_db_blocker):
        world = build_world()
        for model in (Person, Employment, MentorEntry, MenteeEntry, Mentorship, Program, Competence, Direction):
            _spoil(model)
        world.cookies = cookies_of_all(world)
        world.known = visitors_known(world)
        with closing(Things(world)) as world.things:
            yield world


def _spoil(model):
    """Write the hostile text into every column of ``model`` that holds words."""
    for column in model._meta.concrete_fields:
        if isinstance(column, TextField | CharField) and not column.choices and column.name not in CODES:
            model._base_manager.update(**{column.name: SHOWN[: column.max_length]})


@pytest.fixture(autouse=True)
def _files_apart():
    """The files of things that stand for several pages stand as long."""


@pytest.fixture
def fetched(monkeypatch):
    """The addresses that a printed paper fetches."""
    addresses, fetch = [], URLFetcher.fetch
    # What stands in the page itself (the code of a check) is fetched from nowhere.
    monkeypatch.setattr(
        URLFetcher,
        "fetch",
        lambda self, url, headers=None: fetch(self, url, headers) if url.startswith("data:") else addresses.append(url),
    )
    return addresses


@contextmanager
def _written():
    """The pages that papers made inside would be printed from."""
    pages = []
    with unprinted():
        blank = rendering._made

        def made(renderer, paper):
            pages.append(rendering.render(paper))
            return blank(renderer, paper)

        with patch.object(rendering, "_made", made):
            yield pages


@pytest.fixture(scope="module", params=PAGES)
def place(world, request):
    """One page after the other, on the things its row wants: its name and its address."""
    return request.param, _address(world, request.param)


def _address(world, name):
    return reverse(name, kwargs=world.things.kwargs(name))


def _opened(world, name, address):
    """The answer to the first who may open the page, and its whole body."""
    with undone(), asked_once(known_on(world, name)):
        response = browser_of(world, readers_of(ROWS[name])[0]).get(address)
        return response, body_of(response)


def test_hostile_text_that_got_in_is_shown_as_text(world, place):
    with _written() as written:
        response, body = _opened(world, *place)
    assert response.status_code in (200, 302)
    assert written or place[0] not in MADE_ANEW
    assert b"<img src=file" not in body
    assert "<img src=file" not in "".join(written)
    if response.get("Content-Type", "").endswith("sheet"):
        assert _formulas(body) == set()


@pytest.fixture(scope="module", params=PAPERS)
def paper(world, request):
    """One paper after the other, made anew: what is frozen is laid out when it is signed."""
    world.things.close()
    return request.param, _address(world, request.param)


@pytest.mark.printed
def test_hostile_text_is_printed_and_fetches_nothing(world, paper, fetched):
    _response, body = _opened(world, *paper)
    assert fetched == []
    words = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(body)).pages)
    assert "<imgsrc=file:///etc/passwd>" in "".join(words.split())


def _formulas(workbook):
    """Formulas of a workbook that somebody's text made."""
    with ZipFile(io.BytesIO(workbook)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/"))
    assert b"<c " in sheets
    return {formula for formula in re.findall(rb"<f\b.*?</f>", sheets, re.DOTALL) if b"cmd" in formula}

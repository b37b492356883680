"""Hostile text that got in all the same: pages, papers and workbooks show it as the text it is."""

import io

import pytest
from django.db.models import CharField, TextField
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader
from weasyprint.urls import URLFetcher

from people.banks.models import Competence, Direction, MenteeEntry, MentorEntry
from people.staff.models import Employment, Person
from programs.models import Mentorship, Program
from tests.crawl import PAGES, ROWS, VISITORS, body_of, readers_of, signed_in, undone
from tests.world import build_world, lasting

# Starts like a formula, loads a file and a page, and is short enough for the shortest column of words.
SHOWN = "=cmd|'/C calc'!A0 <img src=file:///etc/passwd><img src=http://a.example/x>"
PAPERS = ("reports:order_pdf", "reports:paper_program", "reports:paper_roadmap")
CODES = ("form", "mode", "search_key", "end_reason", "category", "phone", "email", "number")

pytestmark = [pytest.mark.django_db, pytest.mark.walk, pytest.mark.printed]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """A world whose every free text is hostile, as if it had come in by a road without a guard."""
    with lasting(django_db_blocker):
        world = build_world()
        for model in (Person, Employment, MentorEntry, MenteeEntry, Mentorship, Program, Competence, Direction):
            _spoil(model)
        yield world


def _spoil(model):
    """Write the hostile text into every column of ``model`` that holds words."""
    for column in model._meta.concrete_fields:
        if isinstance(column, TextField | CharField) and not column.choices and column.name not in CODES:
            model._base_manager.update(**{column.name: SHOWN[: column.max_length]})


@pytest.mark.parametrize("name", PAGES)
def test_hostile_text_that_got_in_is_shown_as_text_and_fetches_nothing(world, monkeypatch, name):
    fetched, fetch = [], URLFetcher.fetch
    # What stands in the page itself (the code of a check) is fetched from nowhere.
    monkeypatch.setattr(
        URLFetcher,
        "fetch",
        lambda self, url, headers=None: fetch(self, url, headers) if url.startswith("data:") else fetched.append(url),
    )
    with undone():
        address = reverse(name, kwargs=ROWS[name].kwargs(world))
        response = signed_in(VISITORS[readers_of(ROWS[name])[0]](world)).get(address)
        kind, body = response.get("Content-Type", ""), body_of(response)
    assert response.status_code in (200, 302)
    assert fetched == []
    assert b"<img src=file" not in body
    if kind.endswith("sheet"):
        assert _formulas(body) == set()
    elif name in PAPERS:
        words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
        assert "<imgsrc=file:///etc/passwd>" in "".join(words.split())


def _formulas(workbook):
    """Formulas of a workbook that somebody's text made."""
    cells = (cell for sheet in load_workbook(io.BytesIO(workbook)) for row in sheet.iter_rows() for cell in row)
    return {cell.value for cell in cells if cell.data_type == "f" and "cmd" in str(cell.value)}

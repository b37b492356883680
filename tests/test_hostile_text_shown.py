"""Hostile text that got in all the same is printed as the text it is; pages and workbooks are asked in test_access."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader
from weasyprint.urls import URLFetcher

from tests.crawl import ROWS, VISITORS, body_of, readers_of, signed_in
from tests.spoiling import spoil
from tests.world import build_world

PAPERS = ("reports:order_pdf", "reports:paper_program", "reports:paper_roadmap")

pytestmark = [pytest.mark.django_db, pytest.mark.walk]


@pytest.fixture(scope="module")
def make_world():
    def build():
        world = build_world()
        spoil()
        return world

    return build


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


@pytest.mark.printed
@pytest.mark.parametrize("name", PAPERS)
def test_hostile_text_is_printed_and_fetches_nothing(world, name, fetched):
    address = reverse(name, kwargs=ROWS[name].kwargs(world))
    body = body_of(signed_in(VISITORS[readers_of(ROWS[name])[0]](world)).get(address))
    assert fetched == []
    words = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(body)).pages)
    assert "<imgsrc=file:///etc/passwd>" in "".join(words.split())

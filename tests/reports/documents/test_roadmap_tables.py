"""The printed roadmap of the year a regulation was written for is the table of that regulation, row by row."""

import html
import io
import re
import tomllib
from pathlib import Path

import docx
import pytest
from django.test import override_settings

from mentoring.lib.typography import tidy
from programs.roadmap.services import open_year
from reports.documents.papers import docx as word_file
from reports.documents.papers import render
from reports.documents.roadmap import roadmap_paper
from tests.world import DAY, make_organization, populate

pytestmark = pytest.mark.django_db
TABLES = sorted((Path(__file__).parent / "roadmap_tables").glob("*.toml"))


def plain(text):
    """Words as they are printed (`tidy`), with single spaces: how lines are broken belongs to the sheet."""
    return re.sub(r"\s+", " ", tidy(text).replace("\u00a0", " ").replace("\u200b", "")).strip()


@pytest.fixture(scope="module")
def make_world():
    return write_papers


def write_papers():
    """The table of each regulation and its paper of the same year, by name."""
    with override_settings(MENTORING_TODAY=DAY):
        return {path.stem: (table_in(path), paper_of(path)) for path in TABLES}


def table_in(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return table | {"rows": in_print(table["rows"]), "columns": [plain(title) for title in table["columns"]]}


def paper_of(path):
    place = populate(make_organization(f"{path.stem}-x", preset=path.stem))
    return roadmap_paper(open_year(place.organization, table_in(path)["written_for"], by=place.curator.user))


@pytest.fixture(params=TABLES, ids=lambda path: path.stem)
def printed(request, world):
    """(the table of the regulation, the paper of the same year)."""
    return world[request.param.stem]


def in_print(rows):
    """Rows as they are printed; some regulations number theirs with a full stop and some without."""
    return [[plain(row[0]).rstrip("."), *map(plain, row[1:])] for row in rows]


def by_number(rows):
    """The rows of one number read together: a stage has a row for each of its dates, the regulation one with all."""
    found = []
    for row in rows:
        if row[0]:
            found.append([[cell] for cell in row])
        else:
            found[-1] = [[*whole, cell] for whole, cell in zip(found[-1], row, strict=True)]
    return [[plain(" ".join(cells)) for cells in row] for row in found]


def test_the_printed_rows_are_those_of_the_regulation(printed):
    table, paper = printed
    assert by_number(in_print(paper.table.rows)) == table["rows"]
    assert [plain(column.title) for column in paper.table.columns] == table["columns"]
    assert plain(paper.table.note) == table.get("note", "")


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_the_word_file_has_the_same_rows(printed):
    table, paper = printed
    file = docx.Document(io.BytesIO(word_file(paper)))
    [grid] = [table for table in file.tables if len(table.columns) == len(paper.table.columns)]
    head, *rows = [_texts(row) for row in grid.rows]
    assert [plain(title) for title in head] == table["columns"]
    assert by_number(in_print(rows)) == table["rows"]
    assert "note" not in table or table["note"] in [plain(line.text) for line in file.paragraphs]


def test_the_sheet_has_the_titles_and_the_footnote_of_the_regulation(printed):
    table, paper = printed
    text = plain(html.unescape(render(paper)))
    assert [title for title in table["columns"] if f'<th scope="col">{title}</th>' not in text] == []
    assert (f'<p class="footnote">{table.get("note")}</p>' in text) == ("note" in table)


def _texts(row):
    """The text of each cell where it stands: python-docx repeats a cell that stretches over rows."""
    return ["\n".join("".join(line.xpath(".//w:t/text()")) for line in cell.p_lst) for cell in row._tr.tc_lst]

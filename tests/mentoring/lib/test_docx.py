"""Word files: the sheet of papers, a table with a repeated head and cells that stretch, any text as text."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from mentoring.lib.docx import FONT, Grid, Paragraph, make_docx

GRID = Grid(("№", "Этап", "Сроки"), (1, 3, 2), (("1.", "Отбор", "май"), ("2.", "", "август\nсентябрь")), {(0, 1): 2})


def opened(blocks=(GRID,), **options):
    return docx.Document(io.BytesIO(make_docx(blocks, title="Карта", **options)))


@pytest.mark.parametrize(
    ("lying", "sheet", "margins"), [(False, (210, 297), (30, 10, 20, 20)), (True, (297, 210), (20, 20, 30, 10))]
)
def test_the_sheet_has_the_margins_of_papers(lying, sheet, margins):
    section = opened(lying=lying).sections[0]
    found = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(each.mm) for each in found] == list(margins)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == sheet


def test_the_head_of_a_table_is_repeated_and_its_shares_fill_the_sheet():
    [table] = opened().tables
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False]
    widths = [cell.width for cell in table.rows[0].cells]
    assert sum(widths) == pytest.approx(Mm(170), rel=0.001)
    assert [round(width / widths[0]) for width in widths] == [1, 3, 2]


def test_a_cell_stretches_over_its_rows_and_lines_become_paragraphs():
    [table] = opened().tables
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc
    assert [paragraph.text for paragraph in table.cell(2, 2).paragraphs] == ["август", "сентябрь"]


def test_the_mark_stands_above_every_page_and_the_letters_are_those_of_papers():
    file = opened((Paragraph("Дорожная карта", place="center", bold=True),), mark="ПРОЕКТ")
    assert file.sections[0].header.paragraphs[0].text == "ПРОЕКТ"
    assert (file.styles["Normal"].font.name, file.core_properties.title) == (FONT, "Карта")
    assert [paragraph.text for paragraph in file.paragraphs] == ["Дорожная карта"]


@pytest.mark.parametrize("text", ["<w:p/>", "{{ x }}", "&lt;b&gt; & \"'", "=1+1", "Ҡурай ө"])
def test_hostile_text_is_text(text):
    file = opened((Paragraph(text), Grid((text,), (1,), ((text,),), {})))
    assert file.paragraphs[0].text == text
    assert [cell.text for row in file.tables[0].rows for cell in row.cells] == [text, text]

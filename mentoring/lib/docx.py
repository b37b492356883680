"""Word files (DOCX) in the look of the papers: Times metrics, margins 30/10/20/20 mm, tables with a repeated head."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT = "Liberation Serif"
SHEET = (210, 297)
# Left, right, top, bottom in mm: papers are kept for years and bound at the left.
MARGINS = (30, 10, 20, 20)
# A lying sheet is bound by its upper edge.
LYING_MARGINS = (20, 20, 30, 10)
TEXT_SIZE, CELL_SIZE = 14, 12
PLACES = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a line feed breaks the line. `indent` (mm) moves it to the right, as a corner stamp stands."""

    text: str
    place: str = "left"
    bold: bool = False
    indent: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: headings with their shares of the width, rows of texts, and the spans of cells.

    `spans` has (row, column) → how many rows the cell stretches over, itself included; `centered` are columns.
    """

    headings: Sequence[str]
    shares: Sequence[int]
    rows: Sequence[Sequence[str]]
    spans: dict[tuple[int, int], int]
    centered: frozenset[int] = frozenset()


def make_docx(blocks: Sequence[Paragraph | Grid], *, title: str, mark: str = "", lying: bool = False) -> bytes:
    """Return a Word file of the blocks; `mark` («ПРОЕКТ») stands at the top of every page."""
    file = Document()
    file.core_properties.title = title
    file.core_properties.author = ""
    _set_style(file)
    width = _set_page(file.sections[0], mark, lying)
    for block in blocks:
        if isinstance(block, Grid):
            _add_table(file, block, width)
        else:
            _write(file.add_paragraph(), block.text, place=block.place, bold=block.bold, indent=block.indent)
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def _set_style(file):
    style = file.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(TEXT_SIZE)
    for script in ("w:eastAsia", "w:cs"):
        style.element.rPr.rFonts.set(qn(script), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.1


def _set_page(section, mark, lying):
    """Set the sheet and its margins; return the width of the text in mm."""
    width, height = SHEET[::-1] if lying else SHEET
    left, right, top, bottom = LYING_MARGINS if lying else MARGINS
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    if mark:
        _write(section.header.paragraphs[0], mark, place="right", bold=True)
    return width - left - right


def _add_table(file, grid, width):
    table = file.add_table(rows=1 + len(grid.rows), cols=len(grid.headings), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_widths(table, grid.shares, width)
    _repeat(table.rows[0])
    for row in table.rows:
        _keep_whole(row)
    for cell, title in zip(table.rows[0].cells, grid.headings, strict=True):
        _write(cell.paragraphs[0], title, place="center", bold=True, size=CELL_SIZE)
    # Cells before merging: asking the table for each of them anew takes long.
    cells = [list(row.cells) for row in table.rows[1:]]
    for line, texts in zip(cells, grid.rows, strict=True):
        for across, text in enumerate(texts):
            _fill(line[across], text, "center" if across in grid.centered else "left")
    for (down, across), span in grid.spans.items():
        _join([cells[place][across] for place in range(down, down + span)])


def _set_widths(table, shares, width):
    whole = sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(width * share / whole)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Mm(width * share / whole)


def _fill(cell, text, place):
    first, *others = text.split("\n")
    _write(cell.paragraphs[0], first, place=place, size=CELL_SIZE)
    for line in others:
        _write(cell.add_paragraph(), line, place=place, size=CELL_SIZE)


def _join(cells):
    """Join cells one under another without the empty paragraphs that merging would leave."""
    for place, cell in enumerate(cells):
        joint = OxmlElement("w:vMerge")
        if place == 0:
            joint.set(qn("w:val"), "restart")
        cell._tc.get_or_add_tcPr().append(joint)


def _write(paragraph, text, *, place="left", bold=False, size=None, indent=0):
    paragraph.alignment = PLACES[place]
    if indent:
        paragraph.paragraph_format.left_indent = Mm(indent)
    run = paragraph.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)


def _repeat(row):
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row):
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))

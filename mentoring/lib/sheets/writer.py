"""Lays specifications out on sheets of a workbook."""

import io
import re
import textwrap
from collections.abc import Sequence
from itertools import groupby

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from mentoring.lib.sheets.cells import (
    FONT,
    GRID,
    HEADING_FILL,
    SIZE,
    TOTAL_FILL,
    shown_length,
    write_text,
    write_value,
)
from mentoring.lib.sheets.figures import add_charts
from mentoring.lib.sheets.specs import Column, Section, SheetSpec, Signature

_A4 = 9
_INCH = 2.54
_LINE_HEIGHT = 13.5
_MAX_TITLE = 31
_WIDEST = 45
_NARROWEST = 70
_ROWS_MEASURED = 500
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def write_workbook(specs: Sequence[SheetSpec], *, title: str = "", author: str = "") -> bytes:
    """Write the sheets, in their order, and return the bytes of the XLSX file.

    ``title`` and ``author`` go to the properties of the document, which hold nothing of the machine or
    its user. Raises ValueError when there is no sheet.
    """
    if not specs:
        raise ValueError("A workbook needs at least one sheet.")
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = author or None
    workbook.properties.title = title or None
    _set_ordinary_font(workbook)
    taken: set[str] = set()
    for spec in specs:
        _Sheet(workbook.create_sheet(_sheet_title(spec.title, taken)), spec).write()
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _set_ordinary_font(workbook: Workbook) -> None:
    """The width of a column is counted in digits of this font; Calibri, the default, is not everywhere."""
    font = Font(name=FONT, size=SIZE)
    workbook._fonts = IndexedList([font])
    workbook._named_styles["Normal"].font = font


def _sheet_title(title: str, taken: set[str]) -> str:
    """A title Excel accepts, unlike the others: 31 characters, none of ``[]:*?/\\``, no quotes at the ends."""
    clean = " ".join(_FORBIDDEN_IN_TITLE.sub(" ", str(title)).split()).strip("'")
    clean = clean[:_MAX_TITLE].strip(" '") or _("Sheet")
    name, number = clean, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        suffix = f" ({number})"
        name = clean[: _MAX_TITLE - len(suffix)].rstrip() + suffix
    taken.add(name.casefold())
    return name


class _Sheet:
    """Writes one sheet from top to bottom; ``_row`` is the next free row."""

    def __init__(self, sheet: Worksheet, spec: SheetSpec):
        self.sheet, self.spec = sheet, spec
        self.rows = list(spec.rows)
        self.columns = spec.columns
        self.widths = _widths(self.columns, self.rows)
        self._row = 1

    def write(self) -> None:
        """Write everything the specification holds."""
        for index, width in enumerate(self.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width
        self._write_heading()
        first = self._write_labels()
        data = self._row
        self._write_rows()
        last = self._row - 1
        self._write_totals()
        self._write_notes()
        self._write_signatures()
        add_charts(self.sheet, self.spec, self.rows, first_row=data, below=self._row + 1, widths=self.widths)
        self._set_view(data, last)
        self._set_page(first, data - 1)

    def _write_heading(self) -> None:
        for number, line in enumerate(self.spec.heading):
            size = SIZE + 4 if number == 0 else SIZE + 1
            font = Font(name=FONT, size=size, bold=number == 0)
            self._write_across(line, font, Alignment("center", "center", wrap_text=True), size)
        if self.spec.heading:
            self._row += 1

    def _write_labels(self) -> int:
        first = self._row
        if any(column.group for column in self.columns):
            self._write_groups()
            self._row += 1
        for index, column in enumerate(self.columns, start=1):
            top = first if not column.group else self._row
            write_text(self.sheet.cell(top, index), column.label)
            if top != self._row:
                self.sheet.merge_cells(start_row=top, end_row=self._row, start_column=index, end_column=index)
        lines = max(
            _lines(column.label, width, size=SIZE, bold=True)
            for column, width in zip(self.columns, self.widths, strict=True)
        )
        self.sheet.row_dimensions[self._row].height = lines * _LINE_HEIGHT + 4
        self._style_labels(first, self._row)
        self._row += 1
        return first

    def _write_groups(self) -> None:
        index = 1
        for group, columns in groupby(self.columns, key=lambda column: column.group):
            count = len(list(columns))
            if group:
                write_text(self.sheet.cell(self._row, index), group)
                self._merge(self._row, index, index + count - 1)
            index += count

    def _style_labels(self, first: int, last: int) -> None:
        for row in self.sheet.iter_rows(first, last, 1, len(self.columns)):
            for cell in row:
                cell.font = Font(name=FONT, size=SIZE, bold=True)
                cell.fill = HEADING_FILL
                cell.border = GRID
                cell.alignment = Alignment("center", "center", wrap_text=True)

    def _write_rows(self) -> None:
        for row in self.rows:
            if isinstance(row, Section):
                self._write_section(row.text)
                continue
            for index, column in enumerate(self.columns, start=1):
                write_value(self.sheet.cell(self._row, index), row.get(column.key), column)
            self.sheet.row_dimensions[self._row].height = self._row_height(row)
            self._row += 1
        if not self.rows:
            self._write_section(_("There are no entries."), bold=False)

    def _row_height(self, row) -> float:
        """Not every spreadsheet fits the height of wrapped text when it opens a file."""
        lines = [
            _lines(str(row.get(column.key) or ""), width, SIZE)
            for column, width in zip(self.columns, self.widths, strict=True)
            if column.wrap
        ]
        return max(lines, default=1) * _LINE_HEIGHT + 3

    def _write_section(self, text: str, *, bold: bool = True) -> None:
        font = Font(name=FONT, size=SIZE, bold=bold, italic=not bold)
        row = self._row
        self._write_across(text, font, Alignment("left", "center", wrap_text=True), SIZE)
        for index in range(1, len(self.columns) + 1):
            self.sheet.cell(row, index).border = GRID

    def _write_totals(self) -> None:
        if not self.spec.totals:
            return
        for index, column in enumerate(self.columns, start=1):
            cell = self.sheet.cell(self._row, index)
            if column.key in self.spec.totals:
                write_value(cell, self.spec.totals[column.key], column)
            cell.font = Font(name=FONT, size=SIZE, bold=True)
            cell.fill, cell.border = TOTAL_FILL, GRID
        self._row += 1

    def _write_notes(self) -> None:
        self._row += 1
        for note in self.spec.notes:
            font = Font(name=FONT, size=SIZE - 1, italic=True)
            self._write_across(note, font, Alignment("left", "top", wrap_text=True), SIZE - 1)

    def _write_signatures(self) -> None:
        for signature in self.spec.signatures:
            self._row += 1
            self._write_signature(signature)
            self._row += 1

    def _write_signature(self, signature: Signature) -> None:
        """Post, a line to sign on, name: in thirds of the width, side by side."""
        edges = _thirds(self.widths)
        font = Font(name=FONT, size=SIZE)
        parts = zip((signature.post, "", signature.name), edges, ("left", "center", "right"), strict=True)
        for text, (start, end), side in parts:
            if start > end:
                continue
            cell = self.sheet.cell(self._row, start)
            write_text(cell, text)
            cell.font, cell.alignment = font, Alignment(side, "bottom", wrap_text=True)
            for index in range(start, end + 1) if not text else ():
                self.sheet.cell(self._row, index).border = Border(bottom=Side(style="thin"))
            self._merge(self._row, start, end)
        width = sum(self.widths[edges[0][0] - 1 : edges[0][1]])
        self.sheet.row_dimensions[self._row].height = _lines(signature.post, width, SIZE) * _LINE_HEIGHT + 10

    def _write_across(self, text: str, font: Font, alignment: Alignment, size: int) -> None:
        cell = self.sheet.cell(self._row, 1)
        write_text(cell, text)
        cell.font, cell.alignment = font, alignment
        self._merge(self._row, 1, len(self.columns))
        lines = _lines(text, sum(self.widths), size, bold=bool(font.bold))
        # A spreadsheet does not fit the height of merged cells by itself.
        self.sheet.row_dimensions[self._row].height = lines * _LINE_HEIGHT * size / SIZE + 3
        self._row += 1

    def _merge(self, row: int, start: int, end: int) -> None:
        if end > start:
            self.sheet.merge_cells(start_row=row, end_row=row, start_column=start, end_column=end)

    def _set_view(self, data: int, last: int) -> None:
        self.sheet.sheet_view.showGridLines = False
        if self.spec.freeze:
            # By name: a table without rows has one merged cell there, which openpyxl does not take.
            self.sheet.freeze_panes = self.sheet.cell(data, self.spec.freeze_columns + 1).coordinate
        if self.spec.autofilter and self.rows:
            end = get_column_letter(len(self.columns))
            self.sheet.auto_filter.ref = f"A{data - 1}:{end}{last}"

    def _set_page(self, first: int, last: int) -> None:
        page, margins = self.sheet.page_setup, self.sheet.page_margins
        page.paperSize = _A4
        page.orientation = "landscape" if self.spec.landscape else "portrait"
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        page.fitToWidth, page.fitToHeight = 1, 0
        margins.left, margins.right = 2 / _INCH, 1 / _INCH
        margins.top = margins.bottom = 1.5 / _INCH
        margins.header = margins.footer = 0.7 / _INCH
        self.sheet.print_options.horizontalCentered = True
        self.sheet.print_title_rows = f"{first}:{last}"
        self.sheet.oddFooter.center.font, self.sheet.oddFooter.center.size = f"{FONT},Regular", SIZE - 1
        self.sheet.oddFooter.center.text = _("Page %(page)s of %(pages)s") % {"page": "&P", "pages": "&N"}


def _widths(columns: Sequence[Column], rows: list) -> list[float]:
    widths = [_width(column, rows) for column in columns]
    # Under a narrow table its own title would not fit: the first text column takes up the slack.
    elastic = next((i for i, column in enumerate(columns) if column.kind == "text" and not column.width), None)
    if elastic is not None:
        widths[elastic] += max(0, _NARROWEST - sum(widths))
    return widths


def _width(column: Column, rows: list) -> float:
    if column.width:
        return column.width
    words = max((len(word) for word in column.label.split()), default=0) + 3
    values = (row.get(column.key) for row in rows[:_ROWS_MEASURED] if not isinstance(row, Section))
    longest = max((shown_length(value, column) for value in values), default=0) + 2
    return float(max(6, words, min(longest, _WIDEST)))


def _lines(text: str, width: float, size: int, *, bold: bool = False) -> int:
    """About how many lines a text takes in a width given in digits of the ordinary size."""
    letters_in_digit = 0.92 if bold else 1.0
    room = max(int(width * SIZE / size * letters_in_digit), 1)
    return sum(max(1, len(textwrap.wrap(line, room))) for line in str(text).splitlines() or [""])


def _thirds(widths: list[float]) -> list[tuple[int, int]]:
    """Columns (from 1, first and last) that make up about 45, 25 and 30 percent of the width."""
    shares = [sum(widths[:count]) / sum(widths) for count in range(1, len(widths) + 1)]

    def nearest(goal: float) -> int:
        return min(range(len(shares)), key=lambda index: abs(shares[index] - goal)) + 1

    left = nearest(0.45)
    middle = max(nearest(0.7), left + 1)
    return [(1, left), (left + 1, middle), (middle + 1, len(widths))]

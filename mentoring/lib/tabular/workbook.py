"""XLSX: the first visible sheet with a filled cell, read by openpyxl behind the guard."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from mentoring.lib.tabular.guard import SheetFacts, check_archive, inspect_parts
from mentoring.lib.tabular.refusals import TableError, refused_cells
from mentoring.lib.tabular.table import Limits, Row, Table, collect_rows

#: Merged cells do not overlap, so a row of an honest sheet crosses fewer of them than it has columns.
_MAX_MERGED_IN_ROW = 300

#: What openpyxl and the standard library are known to raise on files that break the format.
_FORMAT_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, ParseError, InvalidFileException, KeyError, ValueError,
    TypeError, AttributeError, IndexError, OverflowError, OSError, NotImplementedError, UnicodeError,
)  # fmt: skip


def read_workbook(content: bytes, limits: Limits) -> Table:
    """Read an XLSX file; raises TableError when it is damaged, forbidden, hostile or blank."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_archive(archive)
            facts = inspect_parts(archive)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read_first_filled_sheet(content, facts, limits)
    except TableError:
        raise
    except _FORMAT_ERRORS:
        raise TableError("damaged") from None


def _read_first_filled_sheet(content: bytes, facts: dict[str, SheetFacts], limits: Limits) -> Table:
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            known = facts.get(sheet._worksheet_path)
            if sheet.sheet_state == "visible" and known and known.last_row:
                return Table(_read_sheet(sheet, known, limits), "xlsx", sheet=sheet.title)
    finally:
        workbook.close()
    raise TableError("blank")


def _read_sheet(sheet, facts: SheetFacts, limits: Limits) -> list[Row]:
    if facts.unstored:
        raise refused_cells("no_stored_value", facts.unstored)
    if facts.errors:
        raise refused_cells("formula_error", facts.errors)
    if facts.widest[1] > limits.columns:
        row, column = facts.widest
        raise TableError("too_many_columns", row=row, column=column, limit=limits.columns)
    sheet.reset_dimensions()
    values = sheet.iter_rows(max_col=facts.widest[1], values_only=True)
    # openpyxl reads whatever follows the cells once its last row is taken; it is never asked to.
    numbered = enumerate(islice(values, facts.last_row), start=1)
    return collect_rows(_without_hidden_values(numbered, facts), limits)


def _without_hidden_values(numbered, facts: SheetFacts) -> Iterator[tuple[int, Sequence]]:
    """A merged cell shows the value of its first cell only; others may still be stored beneath."""
    waiting = sorted(facts.merged, key=lambda area: area[1], reverse=True)
    open_areas: list[tuple[int, int, int, int]] = []
    for number, values in numbered:
        while waiting and waiting[-1][1] <= number:
            open_areas.append(waiting.pop())
        open_areas = [area for area in open_areas if area[3] >= number]
        if len(open_areas) > _MAX_MERGED_IN_ROW:
            raise TableError("too_many_cells")
        yield number, _clear_beneath(number, list(values), open_areas) if open_areas else values


def _clear_beneath(number: int, values: list, areas: list[tuple[int, int, int, int]]) -> list:
    for left, top, right, _bottom in areas:
        start = left if number == top else left - 1
        values[start:right] = [None] * len(values[start:right])
    return values

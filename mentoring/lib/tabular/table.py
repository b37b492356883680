"""What a table is once it has been read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mentoring.lib.tabular.refusals import TableError, column_name

Cell = str | int | float | bool | date | None

#: Excel holds no more characters in one cell; what is longer is not a cell but a damaged file.
MAX_CELL_CHARACTERS = 32_767

#: All cells of one table together, so that a sheet of 20,000 × 200 cannot take the memory of the server.
_MAX_CELLS = 800_000

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something; ``number`` is the row's number in the file as a spreadsheet shows it."""

    number: int
    cells: list[Cell]

    def get(self, index: int) -> Cell:
        """The cell at a column index counted from 0; None beyond the end of the row."""
        return self.cells[index] if index < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that hold something, in the order of the file.

    ``format`` is ``"xlsx"`` or ``"csv"``; ``encoding`` and ``delimiter`` are empty for XLSX;
    ``sheet`` is the name of the sheet the rows come from, empty for CSV.
    """

    rows: list[Row]
    format: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a table may be."""

    rows: int
    columns: int


def column_letter(index: int) -> str:
    """The letter a spreadsheet shows over a column whose index is counted from 0."""
    return column_name(index + 1)


def collect_rows(numbered: Iterable[tuple[int, Sequence]], limits: Limits) -> list[Row]:
    """Keep the rows that hold something, with plain cells and no empty tail.

    Raises TableError when there are too many rows, columns or cells, when a cell holds what no one can
    have typed, or when nothing is left.
    """
    rows, cells = [], 0
    for number, values in numbered:
        if values.count(None) == len(values):
            continue
        row = Row(number, list(_plain_cells(number, values, limits)))
        if not row.cells:
            continue
        if len(rows) == limits.rows:
            raise TableError("too_many_rows", limit=limits.rows)
        cells += len(row.cells)
        if cells > _MAX_CELLS:
            raise TableError("too_many_cells")
        rows.append(row)
    if not rows:
        raise TableError("blank")
    return rows


def _plain_cells(number: int, values: Sequence, limits: Limits) -> Iterator[Cell]:
    end = len(values)
    while end and _is_blank(values[end - 1]):
        end -= 1
    if end > limits.columns:
        raise TableError("too_many_columns", row=number, column=end, limit=limits.columns)
    for index in range(end):
        yield _plain(number, index, values[index])


def _is_blank(value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _plain(number: int, index: int, value) -> Cell:
    if isinstance(value, str):
        return _text(number, index, value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    return value


def _text(number: int, index: int, value: str) -> str | None:
    if len(value) > MAX_CELL_CHARACTERS:
        raise TableError("long_cell", row=number, column=index + 1, limit=MAX_CELL_CHARACTERS)
    if _UNPRINTABLE.search(value):
        raise TableError("unprintable", row=number, column=index + 1)
    return None if _is_blank(value) else value

"""What a sheet is made of, said without a word about openpyxl."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

Value = str | int | float | Decimal | date | datetime | None
Kind = Literal["text", "place", "int", "number", "percent", "date", "datetime"]


@dataclass(frozen=True)
class Column:
    """One column: ``key`` finds its value in a row, ``label`` stands in the heading.

    ``width`` is in characters, by default as wide as the values ask for; ``wrap`` breaks long text into
    lines. Columns that follow each other with the same ``group`` stand under one common label.
    A ``place`` is the running number of a row, which stands in the middle of its cell.
    A ``percent`` is given as a share (0.25 shows as 25.0%); figures that are None show as «–».
    """

    key: str
    label: str
    kind: Kind = "text"
    width: float | None = None
    wrap: bool = False
    group: str = ""


@dataclass(frozen=True)
class Section:
    """A line across the whole table that names the rows below it; stands among the rows."""

    text: str


@dataclass(frozen=True)
class Signature:
    """A line to be signed under the table: the post on the left, the name on the right."""

    post: str
    name: str


@dataclass(frozen=True)
class ChartSpec:
    """A chart of the rows of its sheet, placed below the table.

    ``column`` has upright bars, ``bar`` lying ones, ``pie`` shows the first of ``values``. ``categories``
    and ``values`` are keys of columns; ``rows`` limits the chart to a slice of the rows (from, to),
    counted from 0 with the sections. Sizes are in centimeters.
    """

    kind: Literal["column", "bar", "pie"]
    title: str
    categories: str
    values: Sequence[str]
    x_title: str = ""
    y_title: str = ""
    rows: tuple[int, int] | None = None
    width: float | None = None
    height: float = 8.5


@dataclass(frozen=True)
class SheetSpec:
    """One sheet: heading lines, table, total, notes, signatures and charts, ready for A4 paper.

    The first of ``heading`` is the title. ``totals`` are figures by the key of their column, counted by
    the caller. ``freeze`` keeps the heading of the table in view, with ``freeze_columns`` columns;
    on paper the heading repeats on each page and the width is fitted to the page.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Mapping[str, Value] | Section]
    heading: Sequence[str] = ()
    totals: Mapping[str, Value] = field(default_factory=dict)
    notes: Sequence[str] = ()
    signatures: Sequence[Signature] = ()
    charts: Sequence[ChartSpec] = ()
    freeze: bool = True
    freeze_columns: int = 0
    autofilter: bool = False
    landscape: bool = False

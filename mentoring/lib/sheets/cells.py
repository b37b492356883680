"""One value in one cell: its type, its format, and no formula."""

import math
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from mentoring.lib.sheets.specs import Column, Value

FORMATS = {
    "text": "@",
    "place": "0",
    "int": "#,##0",
    "number": "#,##0.0",
    "percent": "0.0%",
    "date": "DD.MM.YYYY",
    "datetime": "DD.MM.YYYY HH:MM",
}
FIGURES = {"place", "int", "number", "percent"}
NO_FIGURE = "–"

#: A spreadsheet that opens or re-saves such text elsewhere takes it for a formula.
_FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
_MAX_CHARACTERS = 32_767
_NOT_XML = dict.fromkeys((*range(55296, 57344), 65534, 65535))

FONT = "Arial"
SIZE = 10
_LINE = Side(style="thin", color="9AA5A6")
GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEADING_FILL = PatternFill("solid", fgColor="E2EEEC")
TOTAL_FILL = PatternFill("solid", fgColor="F3F1EA")


def write_text(cell: Cell, text: str) -> None:
    """Store text as text whatever it begins with, without characters a workbook cannot hold."""
    text = ILLEGAL_CHARACTERS_RE.sub("", str(text)).translate(_NOT_XML)[:_MAX_CHARACTERS]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA_BEGINNINGS):
        cell.quotePrefix = True


def write_value(cell: Cell, value: Value, column: Column) -> None:
    """Store a value of a column with the format, alignment and border of its kind."""
    plain = _plain(value, column.kind)
    if isinstance(plain, str):
        write_text(cell, plain)
    else:
        cell.value = plain
    cell.number_format = FORMATS[column.kind]
    cell.font = Font(name=FONT, size=SIZE)
    cell.border = GRID
    cell.alignment = Alignment(
        horizontal=_alignment(plain, column.kind), vertical="center", wrap_text=column.wrap or None
    )


def shown_length(value: Value, column: Column) -> int:
    """How many characters the longest line of a value takes in its cell."""
    if column.kind in ("date", "datetime"):
        return len(FORMATS[column.kind])
    if column.kind in FIGURES and isinstance(value, int | float | Decimal):
        return len(f"{value:,.1f}") + 1
    return max((len(line) for line in str("" if value is None else value).splitlines()), default=0)


def _plain(value: Value, kind: str) -> Value:
    if kind in FIGURES:
        return _figure(value)
    if isinstance(value, datetime):
        value = _local(value)
        return value if kind == "datetime" else value.date()
    if value is None or (isinstance(value, date) and kind in ("date", "datetime")):
        return value
    return str(value)


def _figure(value: Value) -> Value:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return NO_FIGURE
    return value if isinstance(value, int | float | Decimal) else str(value)


def _local(moment: datetime) -> datetime:
    """A workbook knows no time zones: moments are written as the clock on the wall shows them."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


def _alignment(value: Value, kind: str) -> str:
    if kind in FIGURES:
        return "center" if kind == "place" or isinstance(value, str) else "right"
    return "left" if kind == "text" else "center"

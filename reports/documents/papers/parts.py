"""The parts papers are put together from: heads, tables, stamps, signatures."""

import math
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from itertools import takewhile
from textwrap import wrap

import segno

from mentoring.lib.dates import date_words
from mentoring.lib.typography import loosened, without_surnames_tied
from reports.documents.papers.columns import LYING, UPRIGHT, fits, widths_of

DATE_TO_FILL_IN = "«___»\u00a0__________ 20___\u00a0г."
# How the code of the check is printed: by fours, sixteen signs in a line.
GROUP, GROUPS_IN_LINE = 4, 4
# More columns than this do not fit across an upright sheet.
UPRIGHT_COLUMNS = 6
# More signs than this do not stand in one line above a paper.
LONGEST_LINE = 60
# «И. О. Константинопольский» still fits into a third of the sheet.
LONGEST_SIGNATURE = 20


def balanced(line: str) -> str:
    """A line that is too long for the sheet as lines of about the same length, so that none holds a word alone."""
    count = math.ceil(len(line) / LONGEST_LINE)
    lengths = range(len(line) // max(1, count), len(line) + 1)
    broken = (wrap(line, length, break_long_words=False, break_on_hyphens=False) for length in lengths if length)
    return "\n".join(next((lines for lines in broken if len(lines) <= count), [line]))


def date_text(day: date | None) -> str:
    """Return the day in words, or the line to write it on."""
    return date_words(day) if day else DATE_TO_FILL_IN


class GostEdition(Enum):
    """GOST R 7.0.97: the edition sets how wide a corner requisite may be (7.5 or 8 cm)."""

    Y2016 = "2016"
    Y2025 = "2025"


@dataclass(frozen=True)
class HeadBlock:
    """The head of a letter in one language; `above` are the founder and the bodies over it, top down."""

    full_name: str
    short_name: str = ""
    above: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    lang: str = "ru"

    @property
    def balanced_name(self) -> str:
        """A long full name in lines that read: the kind of institution, «its name», what follows it."""
        if len(self.full_name) <= LONGEST_LINE:
            return self.full_name
        kind, opening, rest = self.full_name.partition(" «")
        lines = [kind, f"«{rest}"] if opening and kind else [self.full_name]
        named, closing, after = lines[-1].rpartition("» ")
        if closing and len(lines[-1]) > LONGEST_LINE:
            lines[-1:] = [f"{named}»", after]
        return "\n".join(map(balanced, lines))

    @property
    def balanced_above(self) -> tuple[str, ...]:
        """The bodies over the institution, each in lines of about the same length."""
        return tuple(map(balanced, self.above))


@dataclass(frozen=True)
class Letterhead:
    """`second` is the head in the other state language of a republic: it stands left, the Russian one right.

    `logo` is the content of a PNG or JPEG, printed in the middle above the heads.
    """

    main: HeadBlock
    second: HeadBlock | None = None
    codes: tuple[str, ...] = ()
    logo: bytes = b""
    logo_type: str = "image/png"

    @property
    def shares_contacts(self) -> bool:
        """Whether the contacts stand under both heads: those of the second language are not known."""
        return self.second is not None and not self.second.contacts

    @property
    def name(self) -> str:
        return self.main.short_name or self.main.full_name

    @property
    def logo_uri(self) -> str:
        """The logo as an address that needs no file beside the paper."""
        return f"data:{self.logo_type};base64,{b64encode(self.logo).decode()}"


@dataclass(frozen=True)
class Signatory:
    """Who signs. `basis` is why an acting head may; `mark` are the lines of an electronic signature's mark."""

    post: str
    name: str
    basis: str = ""
    mark: tuple[str, ...] = ()

    @property
    def has_long_name(self) -> bool:
        """Whether the name needs more than the usual room to stay in one line."""
        return len(self.name) > LONGEST_SIGNATURE


@dataclass(frozen=True)
class Column:
    """A table column; `share` is its width relative to the others, `kind` one of text, name, short."""

    title: str
    share: int = 10
    kind: str = "text"


@dataclass(frozen=True)
class RowGroup:
    """Rows under a common heading across the table; no heading, no line."""

    rows: tuple[tuple[str, ...], ...]
    heading: str = ""


@dataclass(frozen=True)
class Cell:
    """A printed cell: its text, its column and over how many rows it stretches."""

    text: str
    column: Column
    span: int = 1


@dataclass(frozen=True)
class Table:
    """`merged` are the places of columns whose empty cells carry on the cell above them within the group.

    `note` stands under the table, as a footnote does.
    """

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    merged: tuple[int, ...] = ()
    note: str = ""

    @property
    def widths(self) -> tuple[str, ...]:
        """The widths of the columns as the page writes them: no word is torn that must stay whole."""
        widths = widths_of(self.columns, _rows(self.loose), *self._kind)
        return tuple(f"{width:.2f}%" for width in widths)

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > UPRIGHT_COLUMNS

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """All rows of all groups as they read."""
        return tuple(_rows(self.groups))

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]:
        """Groups as (heading, rows); a cell that carries on the one above it is left out."""
        return tuple(
            (group.heading, tuple(self._cells(group.rows, place) for place in range(len(group.rows))))
            for group in self.loose
        )

    @cached_property
    def loose(self) -> tuple[RowGroup, ...]:
        """The groups with fewer ties: a narrow column has to break somewhere, if need be after a surname."""
        loose = _changed(self.groups, loosened)
        return loose if fits(self.columns, _rows(loose), self._kind) else _changed(loose, without_surnames_tied)

    @property
    def _kind(self) -> tuple[float, ...]:
        return LYING if self.is_wide else UPRIGHT

    def _cells(self, rows: tuple[tuple[str, ...], ...], place: int) -> tuple[Cell, ...]:
        cells = tuple(zip(rows[place], self.columns, strict=True))
        return tuple(
            Cell(text, column, self._span(rows, place, across))
            for across, (text, column) in enumerate(cells)
            if not self._carries_on(text, place, across)
        )

    def _carries_on(self, text: str, place: int, across: int) -> bool:
        return across in self.merged and place > 0 and not text

    def _span(self, rows: tuple[tuple[str, ...], ...], place: int, across: int) -> int:
        below = enumerate(rows[place + 1 :], start=place + 1)
        return 1 + sum(1 for _ in takewhile(lambda row: self._carries_on(row[1][across], row[0], across), below))


def _rows(groups: tuple[RowGroup, ...]) -> list[tuple[str, ...]]:
    return [row for group in groups for row in group.rows]


def _changed(groups: tuple[RowGroup, ...], change: Callable[[str], str]) -> tuple[RowGroup, ...]:
    return tuple(replace(group, rows=tuple(tuple(map(change, row)) for row in group.rows)) for group in groups)


@dataclass(frozen=True)
class Stamp:
    """«УТВЕРЖДЕНО» or «СОГЛАСОВАНО» in a corner: by whom or by what, a place to sign, a date.

    With `name` a line for the signature and a date are printed; without it (approved by an order or minutes,
    said in `by`) only a date that is given.
    """

    word: str
    by: str
    name: str = ""
    dated_on: date | None = None
    side: str = "right"

    @property
    def date_text(self) -> str:
        return date_text(self.dated_on)


@dataclass(frozen=True)
class CheckMark:
    """How whoever holds a copy tells that it is genuine (GOST R 7.0.97-2025): a QR with an address, words beside it.

    `address` is what the QR leads to, `page` where the `code`, a SHA-256, is typed by hand. Nothing in it is tidied.
    """

    address: str
    page: str
    code: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The code by lines of four groups."""
        fours = [self.code[start : start + GROUP] for start in range(0, len(self.code), GROUP)]
        starts = range(0, len(fours), GROUPS_IN_LINE)
        return tuple(" ".join(fours[start : start + GROUPS_IN_LINE]) for start in starts)

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything it says in words."""
        return ("Проверить подлинность копии:", self.page, *self.groups, "Достаточно первой строки кода.")

    @property
    def picture_uri(self) -> str:
        """The QR as a picture that needs no file beside the paper and that Word draws too."""
        return _qr_uri(self.address)


# The PDF and the Word file of a paper carry the same one.
@lru_cache(maxsize=8)
def _qr_uri(address: str) -> str:
    return segno.make(address, error="m", micro=False).png_data_uri(border=0, scale=6)

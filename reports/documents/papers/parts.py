"""The parts papers are put together from: heads, tables, stamps, signatures."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import takewhile

import segno

from mentoring.lib.dates import date_words

DATE_TO_FILL_IN = "«___»\u00a0__________ 20___\u00a0г."
# How the code of the check is printed: by fours, sixteen signs in a line.
GROUP, GROUPS_IN_LINE = 4, 4
# More columns than this do not fit across an upright sheet.
UPRIGHT_COLUMNS = 6


def date_text(day: date | None) -> str:
    """Return the day in words, or the line to write it on."""
    return date_words(day) if day else DATE_TO_FILL_IN


class GostEdition(Enum):
    """GOST R 7.0.97: the edition sets how wide a corner requisite may be (7.5 or 8 cm)."""

    Y2016 = "2016"
    Y2025 = "2025"


# As many letters of the body text fit on a line.
OWNER_LINE = 68


@dataclass(frozen=True)
class HeadBlock:
    """The head of a letter in one language; `above` are the founder and the bodies over it, top down."""

    full_name: str
    short_name: str = ""
    above: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    lang: str = "ru"

    @property
    def owner(self) -> str:
        """The full name as the line over a paper: a long one is broken before its quoted part, never inside."""
        kind, quote, name = self.full_name.partition(" «")
        is_long = len(self.full_name) > OWNER_LINE and len(name) < OWNER_LINE
        return f"{kind}\n«{name}" if quote and is_long else self.full_name


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
        whole = sum(column.share for column in self.columns)
        return tuple(f"{100 * column.share / whole:.2f}%" for column in self.columns)

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > UPRIGHT_COLUMNS

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """All rows of all groups as they read."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]:
        """Groups as (heading, rows); a cell that carries on the one above it is left out."""
        return tuple(
            (group.heading, tuple(self._cells(group.rows, place) for place in range(len(group.rows))))
            for group in self.groups
        )

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
        return segno.make(self.address, error="m", micro=False).png_data_uri(border=0, scale=6)

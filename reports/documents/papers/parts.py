"""The parts papers are put together from: heads, tables, stamps, signatures."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from mentoring.lib.dates import date_words

DATE_TO_FILL_IN = "«___»\u00a0__________ 20___\u00a0г."
# More columns than this do not fit across an upright sheet.
UPRIGHT_COLUMNS = 6


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


@dataclass(frozen=True)
class Letterhead:
    """`second` is the head in the other state language of a republic: it stands left, the Russian one right."""

    main: HeadBlock
    second: HeadBlock | None = None
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.main.short_name or self.main.full_name


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
class Table:
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]

    @property
    def widths(self) -> tuple[str, ...]:
        whole = sum(column.share for column in self.columns)
        return tuple(f"{100 * column.share / whole:.2f}%" for column in self.columns)

    @property
    def is_wide(self) -> bool:
        return len(self.columns) > UPRIGHT_COLUMNS

    @property
    def lines(self) -> tuple[tuple[str, tuple[tuple[tuple[str, Column], ...], ...]], ...]:
        """Groups as (heading, rows) where each cell comes with its column."""
        return tuple(
            (group.heading, tuple(tuple(zip(row, self.columns, strict=True)) for row in group.rows))
            for group in self.groups
        )


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

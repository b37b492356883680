"""Journals, registers, extracts, the route: a title, facts, parts with text and tables, signatures."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, Signatory, Stamp, Table


@dataclass(frozen=True)
class SheetPart:
    """A part of a sheet; `lines` are empty lines to be written on by hand."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    lines: int = 0

    @property
    def fill(self) -> range:
        return range(self.lines)


@dataclass(frozen=True)
class SheetPaper:
    """The letterhead only names the author; `facts` stand above the parts as (label, words).

    A table of many columns lays the whole paper across.
    """

    letterhead: Letterhead
    title: str
    parts: tuple[SheetPart, ...]
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    signatures: tuple[Signatory, ...] = ()
    stamp: Stamp | None = None
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def is_wide(self) -> bool:
        return any(part.table is not None and part.table.is_wide for part in self.parts)

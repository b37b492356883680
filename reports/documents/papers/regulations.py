"""A document of numbered chapters: the regulation, on its own or as the annex that an order approves."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, Stamp


@dataclass(frozen=True)
class Clause:
    """A numbered clause; `items` stand below it with dashes."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """Clauses under a heading; numbers come from the place: «2.», «2.1.»."""

    heading: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class RegulationPaper:
    """The regulation by itself; `subtitle` is what it is about, the title its first word in capitals."""

    letterhead: Letterhead
    title: str
    subtitle: str
    chapters: tuple[Chapter, ...]
    stamps: tuple[Stamp, ...] = ()
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

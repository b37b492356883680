"""Consents, a sheet each, and the supplementary agreement of a mentor."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, date_text


@dataclass(frozen=True)
class ConsentSheet:
    """One consent: the words are printed as they were given, line by line; `corner` says to whom and from whom."""

    title: str
    lines: tuple[str, ...]
    corner: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentPaper:
    """One or more consents, every one on a sheet of its own (152-FZ art. 9); the letterhead only names the author."""

    letterhead: Letterhead
    sheets: tuple[ConsentSheet, ...]
    title: str
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025


@dataclass(frozen=True)
class AgreementPoint:
    """A numbered part of an agreement with its sentences; `items` stand under the first one with dashes."""

    heading: str
    sentences: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgreementSide:
    """Employer or worker under the text: lines about them and who signs."""

    title: str
    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class AgreementPaper:
    """The supplementary agreement to an employment contract (Labor Code art. 351.8)."""

    letterhead: Letterhead
    title: str
    contract: str
    place: str
    preamble: str
    points: tuple[AgreementPoint, ...]
    sides: tuple[AgreementSide, ...]
    receipt: str
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def date_text(self) -> str:
        return date_text(self.dated_on)

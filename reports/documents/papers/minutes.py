"""The minutes of a meeting: heads, who was there, the agenda, what was heard and decided."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, Signatory, date_text


@dataclass(frozen=True)
class HeardPoint:
    """A point of the agenda; words that were not written down leave no trace."""

    title: str
    heard: str = ""
    decided: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What was heard and decided, each line a paragraph, the first of them with its word."""
        told = (f"{word} {text}" for word, text in (("СЛУШАЛИ:", self.heard), ("РЕШИЛИ:", self.decided)) if text)
        return tuple(line for text in told for line in text.splitlines() if line.strip())


@dataclass(frozen=True)
class MinutesPaper:
    """The minutes; `facts` are the lines above the agenda as (label, words), a missing number is filled in by hand."""

    letterhead: Letterhead
    subject: str
    facts: tuple[tuple[str, str], ...]
    points: tuple[HeardPoint, ...]
    signatures: tuple[Signatory, ...]
    number: str = ""
    place: str = ""
    title: str = "Протокол"
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def date_text(self) -> str:
        return date_text(self.dated_on)

    @property
    def number_text(self) -> str:
        return self.number or "_____"

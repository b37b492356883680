"""A register on paper: what was entered in a year, line by line."""

from dataclasses import dataclass
from datetime import date

from reports.documents.papers.parts import GostEdition, Letterhead, Table


@dataclass(frozen=True)
class RegisterPaper:
    """The sheets of a register; `subtitle` says which year or part of it, `dated_on` is the day it was printed."""

    letterhead: Letterhead
    title: str
    subtitle: str
    table: Table
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

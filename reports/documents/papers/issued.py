"""Papers that are issued under a number: certificates and thanks, the mentor's record, letters with data, acts."""

from dataclasses import dataclass
from datetime import date

from mentoring.lib.dates import date_numeric
from reports.documents.papers.orders import Annex
from reports.documents.papers.parts import CheckMark, GostEdition, Letterhead, Signatory, Table, date_text

NUMBER_TO_FILL_IN = "______"


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """What every issued paper has: a number and a day, with lines to fill in while there are none."""

    letterhead: Letterhead
    number: str = ""
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025
    check: CheckMark | None = None

    @property
    def number_text(self) -> str:
        return self.number or NUMBER_TO_FILL_IN

    @property
    def date_text(self) -> str:
        return date_text(self.dated_on)


@dataclass(frozen=True, kw_only=True)
class CertificatePaper(Numbered):
    """A sheet in a frame: `given` is the verb, `name` and `post` stand in the dative, `lines` say what for.

    `upright` stands on the short side of the sheet.
    """

    kind: str
    given: str
    name: str
    post: str
    lines: tuple[str, ...]
    signatory: Signatory
    basis: str = ""
    place: str = ""
    upright: bool = False

    @property
    def title(self) -> str:
        return f"{self.kind.capitalize()} № {self.number_text}"


@dataclass(frozen=True, kw_only=True)
class RecordPaper(Numbered):
    """A record («справка»): `lead` before the table, `closing` after it."""

    subject: str
    lead: tuple[str, ...]
    table: Table
    closing: tuple[str, ...]
    signatory: Signatory
    kind: str = "СПРАВКА"
    place: str = ""

    @property
    def title(self) -> str:
        return f"{self.kind.capitalize()} № {self.number_text} {self.subject}"


@dataclass(frozen=True, kw_only=True)
class LetterPaper(Numbered):
    """A letter: `addressee` are the lines in the corner, `reference` the letter it answers, `executor` who wrote it.

    `enclosed` are the lines of the annex mark; `annexes` the sheets that follow.
    """

    addressee: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    signatory: Signatory
    salutation: str = ""
    reference: str = ""
    enclosed: tuple[str, ...] = ()
    executor: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @property
    def title(self) -> str:
        return f"Письмо № {self.number_text} {self.subject}"

    @property
    def date_text(self) -> str:
        return date_numeric(self.dated_on) if self.dated_on else "__________"


@dataclass(frozen=True, kw_only=True)
class ActPaper(Numbered):
    """An act of a commission: who acted, what is stated as (label, words), who signs; `approved` is the head.

    `lead` leads to the commission, `statement` from it to the facts.
    """

    subject: str
    approved: Signatory
    commission: tuple[tuple[str, str], ...]
    lead: str
    statement: str
    facts: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]
    signatures: tuple[Signatory, ...]
    kind: str = "АКТ"
    place: str = ""

    @property
    def title(self) -> str:
        return f"{self.kind.capitalize()} № {self.number_text} {self.subject}"

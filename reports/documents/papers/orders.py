"""The order and the sheet on which people sign that they have read it."""

from dataclasses import dataclass
from datetime import date

from mentoring.lib.dates import date_numeric
from mentoring.lib.typography import NBSP, tidy
from reports.documents.papers.parts import (
    CheckMark,
    Column,
    GostEdition,
    Letterhead,
    RowGroup,
    Signatory,
    Stamp,
    Table,
    date_text,
)
from reports.documents.papers.regulations import Chapter

# A longer list of those acquainted goes to a sheet of its own.
ACQUAINTED_IN_PLACE = 4
# More signs may not fit across a corner.
LINE_OF_CORNER = 28
# A last point of so many signs is one line: it does not stand alone above the signature.
SHORT_POINT = 70


@dataclass(frozen=True)
class Point:
    """A point of an order: a full sentence; its number is given by its place."""

    text: str
    subpoints: tuple["Point", ...] = ()


@dataclass(frozen=True)
class Acquainted:
    """One person acquainted with an order; an empty `mark` leaves room for a signature by hand."""

    name: str
    post: str
    mark: str = ""
    on: date | None = None

    @property
    def date_text(self) -> str:
        return date_text(self.on)


@dataclass(frozen=True)
class AcquaintanceSheet:
    """A sheet of signatures; `document` in the instrumental: «приказом от … № … «О закреплении…»»."""

    letterhead: Letterhead
    document: str
    people: tuple[Acquainted, ...]
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025
    dated_on: date | None = None

    @property
    def title(self) -> str:
        return f"Лист ознакомления с {self.document}"

    @property
    def table(self) -> Table:
        columns = (
            Column("№", 6, "short"),
            Column("Фамилия, имя, отчество", 32, "name"),
            Column("Должность", 28),
            Column("Подпись", 19),
            Column("Дата", 15, "short"),
        )
        rows = tuple(
            (str(number), one.name, one.post, one.mark, f"{one.on:%d.%m.%Y}" if one.on else "")
            for number, one in enumerate(self.people, start=1)
        )
        return Table(columns, (RowGroup(rows),))


@dataclass(frozen=True)
class Annex:
    """An annex to an order; `approved` is «УТВЕРЖДЕНО», «УТВЕРЖДЕНА» or «УТВЕРЖДЁН» where the order approves it.

    A regulation brings its stamps and chapters.
    """

    title: str
    table: Table | None = None
    paragraphs: tuple[str, ...] = ()
    approved: str = ""
    stamps: tuple[Stamp, ...] = ()
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True)
class OrderPaper:
    """An order on the main activity. The control point is printed as the last numbered point.

    `name_in_genitive` stands in «к приказу …» of the annexes; `second_*` are the kind and the date in the
    second language of the letterhead. `acquainted_on_sheet` asks for a sheet however few they are.
    """

    letterhead: Letterhead
    heading: str
    basis: tuple[str, ...]
    points: tuple[Point, ...]
    signatory: Signatory
    control: str = ""
    dated_on: date | None = None
    number: str = ""
    place: str = ""
    kind: str = "ПРИКАЗ"
    command: str = "ПРИКАЗЫВАЮ:"
    second_kind: str = ""
    second_date: str = ""
    name_in_genitive: str = ""
    acquainted_title: str = "С приказом ознакомлены:"
    acquainted: tuple[Acquainted, ...] = ()
    acquainted_on_sheet: bool = False
    numeric_date: bool = False
    annexes: tuple[Annex, ...] = ()
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025
    check: CheckMark | None = None

    @property
    def title(self) -> str:
        return f"{self.kind.capitalize()} {self.reference} «{self.heading}»"

    @property
    def reference(self) -> str:
        """«от 1 сентября 2026 г. № 17-од», with lines to fill in while there is no date or number."""
        return tidy(f"от {self.date_text} № {self.number_text}")

    @property
    def date_text(self) -> str:
        if self.numeric_date and self.dated_on and not self.draft:
            return date_numeric(self.dated_on)
        return date_text(None if self.draft else self.dated_on)

    @property
    def second_date_text(self) -> str:
        return "" if self.draft or not self.dated_on else self.second_date

    @property
    def number_text(self) -> str:
        return "______" if self.draft or not self.number else self.number

    @property
    def numbered(self) -> tuple[tuple[str, int, str], ...]:
        """Every point as (number, depth, text) in reading order: 1., 1.1., 2. …"""
        control = (Point(self.control),) if self.control else ()
        return tuple(_numbered((*self.points, *control)))

    @property
    def printed(self) -> tuple[tuple[str, int, str, bool], ...]:
        """Every point, and whether the next one stays on its page: after a colon, or a last one of a single line."""
        points = self.numbered
        alone = len(points) - 2 if points and len(points[-1][2]) <= SHORT_POINT else None
        return tuple((*point, place == alone or point[2].endswith(":")) for place, point in enumerate(points))

    @property
    def is_acquainted_in_place(self) -> bool:
        return len(self.acquainted) <= ACQUAINTED_IN_PLACE and not self.acquainted_on_sheet

    @property
    def name_in_corner(self) -> str:
        """`name_in_genitive` with the name in quotation marks whole where a line of the corner holds it."""
        kind, quote, name = self.name_in_genitive.partition("«")
        whole = quote + name
        return f"{kind.rstrip()} {whole.replace(' ', NBSP)}" if 0 < len(whole) <= LINE_OF_CORNER else kind + whole

    @property
    def signs_in_place(self) -> bool:
        """Whether those acquainted stand under the signature, beside the mark of the check where there is one."""
        return bool(self.acquainted) and self.is_acquainted_in_place

    @property
    def sheet(self) -> AcquaintanceSheet:
        return AcquaintanceSheet(
            letterhead=self.letterhead,
            document=tidy(f"приказом {self.reference} «{self.heading}»"),
            people=self.acquainted,
            draft=self.draft,
            edition=self.edition,
        )


def _numbered(points: tuple[Point, ...], prefix: str = "", depth: int = 1):
    for place, point in enumerate(points, start=1):
        number = f"{prefix}{place}."
        yield number, depth, point.text
        yield from _numbered(point.subpoints, number, depth + 1)

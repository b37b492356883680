"""The roadmap of the year in the form of the regulation's table."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from mentoring.lib.typography import NBSP, tidy
from reports.documents.papers.parts import Column, GostEdition, Letterhead, RowGroup, Signatory, Stamp, Table

# A cell of its own that says nothing, unlike an empty one, which carries on the cell above.
BLANK = NBSP
# The columns as they are called where the regulation has no words of its own.
NUMBER = Column("№", 6, "short")
CONTENT = Column("Содержание деятельности и примерный план мероприятий", 42)
ACTIVITY = Column("Мероприятие", 22)
STAGE_TITLES = {"stages": "Наименование этапа", "sections": "Наименование раздела"}
# The columns a regulation may have besides number, stage and content, in the order of print.
FURTHER_COLUMNS = {
    "dates": Column("Сроки", 18),
    "responsible": Column("Ответственный", 22),
    "result": Column("Планируемый результат", 20),
    "document": Column("Вид документа", 16),
}


@dataclass(frozen=True)
class RoadmapItem:
    """A row of work as it reads; `lead` stands above it, `mark` («1)», «–») before it."""

    text: str
    dates: str = ""
    responsible: str = ""
    result: str = ""
    document: str = ""
    activity: str = ""
    lead: str = ""
    mark: str = ""

    @property
    def paragraphs(self) -> str:
        """Tidied as a whole: whether a hyphen is a dash shows in what follows it."""
        return tidy("\n".join(filter(None, (self.lead, f"{self.mark} {self.text}".strip()))))


@dataclass(frozen=True)
class RoadmapStage:
    name: str
    items: tuple[RoadmapItem, ...]


@dataclass(frozen=True)
class RoadmapPaper:
    """The roadmap (plan of activities) of a year.

    `numbering` tells what the rows of the table are: «stages», one row for each, or «items», numbered through all
    stages. `columns` are the keys of FURTHER_COLUMNS the regulation has; with `shows_activity` the activity has a
    column apart from the content. `division` tells what the parts are called: «stages» or «sections». `titles` are
    the regulation's own titles as (key, words), keys as in FURTHER_COLUMNS and «number», «stage», «activity»,
    «content»; `note` is a footnote under the table.
    """

    letterhead: Letterhead
    subtitle: str
    stages: tuple[RoadmapStage, ...]
    stamp: Stamp | None = None
    signatures: tuple[Signatory, ...] = ()
    numbering: str = "stages"
    division: str = "stages"
    columns: tuple[str, ...] = ("dates", "responsible")
    shows_activity: bool = False
    titles: tuple[tuple[str, str], ...] = ()
    note: str = ""
    title: str = "Дорожная карта (план мероприятий)"
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def table(self) -> Table:
        columns = self._columns()
        if self.numbering == "items":
            return Table(columns, self._item_groups(), (1,), self.note)
        # Whatever stands once for a whole stage stretches over its rows: all but the work itself.
        further = range(len(columns) - len(self.columns), len(columns))
        return Table(columns, self._stage_groups(), (0, 1, *further), self.note)

    def _columns(self) -> tuple[Column, ...]:
        """The columns the regulation has, called as it calls them."""
        columns = {"number": NUMBER, "stage": Column(STAGE_TITLES[self.division], 26)}
        columns |= {"activity": ACTIVITY} if self.shows_activity else {}
        columns |= {"content": CONTENT} | {key: FURTHER_COLUMNS[key] for key in self.columns}
        own = {key: words for key, words in self.titles if words}
        return tuple(replace(column, title=own.get(key, column.title)) for key, column in columns.items())

    def _item_groups(self) -> tuple[RowGroup, ...]:
        """One row for every item, numbered from the first to the last; the stage stands once beside its items."""
        groups, number = [], 0
        for stage in self.stages:
            rows = []
            for place, item in enumerate(stage.items):
                number += 1
                further = [getattr(item, key) for key in self.columns]
                rows.append((f"{number}.", "" if place else stage.name, *self._content([item]), *further))
            groups.append(RowGroup(tuple(rows)))
        return tuple(groups)

    def _stage_groups(self) -> tuple[RowGroup, ...]:
        """A stage has one number and, within it, a row for every part of its work with its own date or person."""
        return tuple(RowGroup(self._stage_rows(number, stage)) for number, stage in enumerate(self.stages, start=1))

    def _stage_rows(self, number, stage) -> tuple[tuple[str, ...], ...]:
        """What is common to the whole stage stands in its first row; neighbors with the same particulars share one."""
        common = {key for key in self.columns if len({getattr(item, key) for item in stage.items}) == 1}
        apart = [key for key in self.columns if key not in common]
        rows = []
        for _, part in groupby(stage.items, key=lambda item: [getattr(item, key) for key in apart]):
            items = list(part)
            further = ["" if rows and key in common else getattr(items[0], key) or BLANK for key in self.columns]
            beginning = ("", "") if rows else (f"{number}.", stage.name)
            rows.append((*beginning, *self._content(items), *further))
        return tuple(rows)

    def _content(self, items) -> list[str]:
        activities = "\n".join(name for name, _ in groupby(item.activity for item in items) if name)
        return [*([activities] if self.shows_activity else []), "\n".join(item.paragraphs for item in items)]

"""The roadmap of the year in the form of the regulation's table."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from mentoring.lib.typography import tidy
from reports.documents.papers.parts import Column, GostEdition, Letterhead, RowGroup, Signatory, Stamp, Table

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
        by_items = self.numbering == "items"
        groups = self._item_groups() if by_items else self._stage_groups()
        return Table(self._columns(), groups, (1,) if by_items else (), self.note)

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
        """One row for every stage with all its items in it."""
        return tuple(
            RowGroup(((f"{number}.", stage.name, *self._content(stage.items), *self._further(stage.items)),))
            for number, stage in enumerate(self.stages, start=1)
        )

    def _content(self, items) -> list[str]:
        activities = "\n".join(name for name, _ in groupby(item.activity for item in items) if name)
        return [*([activities] if self.shows_activity else []), "\n".join(item.paragraphs for item in items)]

    def _further(self, items) -> list[str]:
        """What is common to the whole stage stands once; the rest item by item, neighbors that read alike once."""
        common = {key for key in self.columns if len({getattr(item, key) for item in items}) == 1}
        apart = [key for key in self.columns if key not in common]
        lines = [line for line, _ in groupby(tuple(getattr(item, key) for key in apart) for item in items)]
        return [
            getattr(items[0], key)
            if key in common
            else "\n".join(filter(None, (line[apart.index(key)] for line in lines)))
            for key in self.columns
        ]

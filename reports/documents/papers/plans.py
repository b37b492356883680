"""The personalized program of a pair or group."""

from dataclasses import dataclass, replace
from datetime import date

from reports.documents.papers.parts import Column, GostEdition, Letterhead, RowGroup, Signatory, Stamp, Table

EVENT_COLUMNS = {
    "direction": Column("Направление", 13),
    "task": Column("Затруднение, задача", 14),
    "content": Column("Мероприятие, содержание", 18),
    "form": Column("Форма", 10),
    "due": Column("Срок", 12, "short"),
    "responsible": Column("Ответственный", 12, "name"),
    "result": Column("Ожидаемый результат", 14),
    "risks": Column("Риски", 12),
    "prevention": Column("Предупреж\u00adдение рисков", 12),
    "criteria": Column("Критерии успешности", 12),
    "held": Column("Факти\u00adческий срок", 12, "short"),
    "mark": Column("Отметка о\u00a0выпол\u00adнении", 12, "short"),
    "note": Column("Примечание", 18),
}
# Printed only where the regulation's plan has them.
FURTHER_COLUMNS = ("risks", "prevention", "criteria")
NUMBER = Column("№", 4, "short")


@dataclass(frozen=True)
class Party:
    """A person of the program; `post` ends the line, `details` are pairs like («Стаж», «24 года»)."""

    role: str
    name: str
    post: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Passage:
    """A heading with paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Need:
    """A difficulty beside the strength to lean on, and what the diagnosis showed."""

    difficulty: str
    strength: str = ""
    diagnosis: str = ""


@dataclass(frozen=True)
class PlanEvent:
    """A row of the event plan; every value as it is to be read («октябрь 2026 г.», «проведено»)."""

    content: str
    direction: str = ""
    task: str = ""
    form: str = ""
    due: str = ""
    responsible: str = ""
    result: str = ""
    risks: str = ""
    prevention: str = ""
    criteria: str = ""
    held: str = ""
    mark: str = ""
    note: str = ""


@dataclass(frozen=True)
class Checkpoint:
    """What is looked at on a day, and what came out."""

    due: str
    subject: str
    result: str = ""


@dataclass(frozen=True)
class Change:
    """A change of the program: when, what, on what ground."""

    on: str
    text: str
    basis: str = ""


@dataclass(frozen=True)
class ProgramPaper:
    """A personalized program of mentoring: title sheet, then numbered chapters; an empty chapter is left out.

    `hidden` names the keys of EVENT_COLUMNS that are not printed, `further` those of FURTHER_COLUMNS that are;
    `needs_title` and `need_word` are the organization's word for difficulties («Дефициты», «Дефицит»),
    `kinds_title` for kinds («Виды», «Формы» of mentoring). `clauses` are sentences of the
    regulation printed before the signatures.
    """

    letterhead: Letterhead
    subtitle: str
    period: str
    place_and_year: str
    parties: tuple[Party, ...]
    stamps: tuple[Stamp, ...] = ()
    note: tuple[Passage, ...] = ()
    forms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    events: tuple[PlanEvent, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    changes: tuple[Change, ...] = ()
    outcome: tuple[Passage, ...] = ()
    signatures: tuple[Signatory, ...] = ()
    forms_title: str = "Форма наставничества"
    kinds_title: str = "Виды наставничества"
    needs_title: str = "Затруднения"
    need_word: str = "Затруднение"
    hidden: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    title: str = "Персонализированная программа наставничества"
    dated_on: date | None = None
    draft: bool = False
    edition: GostEdition = GostEdition.Y2025

    @property
    def event_table(self) -> Table:
        left_out = {*self.hidden, *FURTHER_COLUMNS} - set(self.further)
        shown = [key for key in EVENT_COLUMNS if key not in left_out]
        task = replace(EVENT_COLUMNS["task"], title=f"{self.need_word}, задача")
        columns = (NUMBER, *((EVENT_COLUMNS | {"task": task})[key] for key in shown))
        rows = tuple(
            (str(number), *(getattr(event, key) for key in shown)) for number, event in enumerate(self.events, start=1)
        )
        return Table(columns, (RowGroup(rows),))

    @property
    def need_table(self) -> Table:
        """Strengths and diagnosis have a column where anybody's are known."""
        columns = (
            ("difficulty", Column(self.needs_title, 30)),
            ("strength", Column("Сильные стороны", 28)),
            ("diagnosis", Column("Результаты диагностики", 30)),
        )
        shown = [(key, column) for key, column in columns if any(getattr(need, key) for need in self.needs)]
        rows = [tuple(getattr(need, key) for key, _ in shown) for need in self.needs]
        return _listed((NUMBER, *(column for _, column in shown)), rows)

    @property
    def needs_heading(self) -> str:
        """The chapter is called after what stands in it."""
        has_strengths = any(need.strength for need in self.needs)
        return f"{self.needs_title} и сильные стороны" if has_strengths else self.needs_title

    @property
    def checkpoint_table(self) -> Table:
        columns = (
            NUMBER,
            Column("Срок", 16, "short"),
            Column("Что оценивается", 36),
            Column("Результат", 30),
        )
        return _listed(columns, [(point.due, point.subject, point.result) for point in self.checkpoints])

    @property
    def change_table(self) -> Table:
        columns = (NUMBER, Column("Дата", 14, "short"), Column("Изменение", 42), Column("Основание", 26))
        return _listed(columns, [(change.on, change.text, change.basis) for change in self.changes])


def _listed(columns: tuple[Column, ...], rows: list[tuple[str, ...]]) -> Table:
    return Table(columns, (RowGroup(tuple((str(n), *row) for n, row in enumerate(rows, start=1))),))

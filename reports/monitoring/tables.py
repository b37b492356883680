"""How the rows behind a figure are shown: people, pairs, events, papers, each kind with its own columns."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.lists import Column
from programs.mentorships.models import members_with_people

NOTHING = "–"


@dataclass(frozen=True)
class Line:
    """One row: what it is called and where it leads, the cells after it, the state at the end."""

    title: str
    url: str
    cells: tuple
    detail: str = ""
    tone: str = ""
    state: str = ""


@dataclass(frozen=True)
class RowTable:
    """``columns`` name the title, the cells and, where the rows have one, the state."""

    columns: dict
    related: Callable
    line: Callable

    def lines(self, rows, actor):
        """The rows as lines, each cell with the label of its column."""
        labels = [column.label for column in self.columns.values()][1:]
        made = [self.line(row, actor) for row in rows]
        return [replace(line, cells=tuple(zip(labels, line.cells, strict=False))) for line in made]


def _day(day):
    return date_numeric(day) if day else NOTHING


def _staff_line(row, actor):
    return Line(
        row.person.full_name,
        actor.url("people:staff_card", row.pk),
        (row.post, row.subject or NOTHING, _day(row.experience_since), _day(row.starts_on)),
    )


def _entry_line(card):
    def line(row, actor):
        work = row.employment
        return Line(
            work.person.full_name,
            actor.url(card, row.pk),
            (work.post, _day(row.entered_on)),
            tone=row.state_tone,
            state=row.get_state_display(),
        )

    return line


def _pair_line(row, actor):
    return Line(
        str(row),
        actor.url("programs:mentorship_card", row.pk),
        (_day(row.starts_on), _day(row.ends_on), _day(row.ended_on)),
        row.end_reason,
        row.state_tone,
        row.get_state_display(),
    )


def _program_line(row, actor):
    return Line(
        row.title,
        actor.url("programs:program_card", row.pk),
        (_day(row.starts_on), _day(row.ends_on), _day(row.ended_on)),
        str(row.mentorship),
        row.state_tone,
        row.get_state_display(),
    )


def _standing(row, actor, runs):
    """The tone and the word of an event or an item: what is late says so, while its plan runs."""
    if runs and row.is_overdue(actor.today()):
        return "red", _("Overdue")
    return row.state_tone, row.get_state_display()


def _event_line(row, actor):
    return Line(
        row.content,
        actor.url("programs:program_card", row.program_id),
        (str(row.program.mentorship), _day(row.planned_on), _day(row.held_on)),
        row.program.title,
        *_standing(row, actor, row.program.is_running),
    )


def _named_line(row, actor):
    read = getattr(row, "acquaintance", None)
    return Line(
        row.employment.person.full_name,
        actor.url("reports:order_card", row.order_id),
        (str(row.order), _day(row.order.signed_on), _day(read.on if read else None)),
        row.get_role_display(),
    )


def _item_line(row, actor):
    return Line(
        row.content,
        actor.url("programs:roadmap_card", row.stage.roadmap_id) + f"#item-{row.pk}",
        (row.when_text or NOTHING, _day(row.due_on), _day(row.done_on)),
        str(row.stage),
        *_standing(row, actor, row.stage.roadmap.is_running),
    )


def _with_people(prefix=""):
    def related(rows):
        return rows.select_related(f"{prefix}mentor_entry__employment__person").prefetch_related(
            members_with_people(prefix.removesuffix("__"))
        )

    return related


_NAME = "person__search_key"
_PAIR_DAYS = {
    "from": Column(_("From"), "starts_on"),
    "to": Column(_("To"), "ends_on"),
    "ended": Column(_("Ended on"), "ended_on"),
}
_ENTRY = {
    "name": Column(_("Name"), f"employment__{_NAME}"),
    "post": Column(_("Post"), "employment__post"),
    "since": Column(_("In the bank since"), "entered_on"),
    "state": Column(_("State"), "state"),
}


def _entries(card):
    return RowTable(_ENTRY, lambda rows: rows.select_related("employment__person"), _entry_line(card))


TABLES = {
    "employment": RowTable(
        {
            "name": Column(_("Name"), _NAME),
            "post": Column(_("Post"), "post"),
            "subject": Column(_("Subject or group"), "subject"),
            "experience": Column(_("Teaches since"), "experience_since"),
            "hired": Column(_("Works here since"), "starts_on"),
        },
        lambda rows: rows.select_related("person"),
        _staff_line,
    ),
    "menteeentry": _entries("people:mentee_card"),
    "mentorentry": _entries("people:mentor_card"),
    "mentorship": RowTable(
        {
            "name": Column(_("Pair or group"), f"mentor_entry__employment__{_NAME}"),
            **_PAIR_DAYS,
            "state": Column(_("State"), "state"),
        },
        _with_people(),
        _pair_line,
    ),
    "program": RowTable(
        {"name": Column(_("Program"), "search_key"), **_PAIR_DAYS, "state": Column(_("State"), "state")},
        _with_people("mentorship__"),
        _program_line,
    ),
    "event": RowTable(
        {
            "name": Column(_("Event"), "content"),
            "pair": Column(_("Pair or group"), f"program__mentorship__mentor_entry__employment__{_NAME}"),
            "planned": Column(_("Planned for"), "planned_on"),
            "held": Column(_("Held on"), "held_on"),
            "state": Column(_("State"), "state"),
        },
        _with_people("program__mentorship__"),
        _event_line,
    ),
    "ordersubject": RowTable(
        {
            "name": Column(_("Name"), f"employment__{_NAME}"),
            "order": Column(_("Order"), ("order__signed_on", "order__number")),
            "signed": Column(_("Signed on"), "order__signed_on"),
            "read": Column(_("Acquainted on"), "acquaintance__on"),
        },
        lambda rows: rows.select_related("employment__person", "order", "acquaintance"),
        _named_line,
    ),
    "item": RowTable(
        {
            "name": Column(_("Activity"), ("stage__position", "position")),
            "when": Column(_("When"), "when_text"),
            "due": Column(_("Due on"), "due_on"),
            "done": Column(_("Done on"), "done_on"),
            "state": Column(_("State"), "state"),
        },
        lambda rows: rows.select_related("stage__roadmap"),
        _item_line,
    ),
}


def table_of(rows):
    """How the rows of a queryset are shown."""
    return TABLES[rows.model._meta.model_name]

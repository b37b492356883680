"""The banks on paper (domain.md §2.7): the extract about one person and the whole table, by the columns of the form."""

from django.db.models import prefetch_related_objects
from django.utils.translation import override

from mentoring.lib.dates import date_numeric, date_words
from people.banks.models import MentorEntry
from people.banks.tables import MENTEE_COLUMNS, MENTOR_COLUMNS, frame_of
from people.banks.tables.base import offered
from people.organizations.selectors import head_on, regulation_on
from reports.documents.heads import signatory_of
from reports.documents.papers import Column, RowGroup, SheetPart, Table
from reports.documents.sheets.common import numbered, sheet_of

# What fits across a lying sheet and is read, with the share of its width; the workbook has every column.
MENTOR_SHARES = {"name": 14, "post": 12, "strengths": 24, "achievements": 14, "time": 9, "since": 12, "mentees": 14,
                 "form": 11, "ended": 10, "results": 22}  # fmt: skip
MENTEE_SHARES = {"name": 14, "post": 13, "request": 17, "needs": 22, "since": 10, "mentor": 13, "form": 11, "ended": 10,
                 "results": 24, "completed": 9}  # fmt: skip
# Columns whose words are not hyphenated: people, and «педагог – педагог».
WHOLE = ("name", "mentees", "mentor", "form")


def _side(entry_or_model):
    is_mentor = entry_or_model is MentorEntry or isinstance(entry_or_model, MentorEntry)
    return (MENTOR_COLUMNS, MENTOR_SHARES) if is_mentor else (MENTEE_COLUMNS, MENTEE_SHARES)


def _frame(actor):
    return frame_of(actor, regulation_on(actor.organization, actor.today()))


def extract_paper(entry, actor):
    """Everything the form of the base holds about one person; contacts only for whoever reads them."""
    organization, day, frame = actor.organization, actor.today(), _frame(actor)
    columns = {name: column for name, column in offered(_side(entry)[0], frame).items() if column.form}
    prefetch_related_objects([entry], *dict.fromkeys(need for column in columns.values() for need in column.needs))
    with override("ru"):
        said = [(column.heading(frame), _words(column.value(entry, frame))) for name, column in columns.items()]
    table = Table(
        (Column("Сведения", 30), Column("Содержание", 70)),
        (RowGroup(tuple((label, words) for label, words in said if words)),),
    )
    return sheet_of(
        organization,
        day,
        title=f"Выписка из банка (базы) {_whose(entry, frame)}",
        subtitle=f"по состоянию на {date_words(day)}",
        parts=(SheetPart(table=table),),
        signatures=(signatory_of(head_on(organization, day)),),
        dated_on=day,
    )


def bank_paper(model, rows, actor):
    """The bank of ``model`` as a table of the columns that are read; nobody's contacts."""
    organization, day, frame = actor.organization, actor.today(), _frame(actor)
    columns, shares = _side(model)
    shown = {name: columns[name] for name in shares}
    entries = list(rows.prefetch_related(*dict.fromkeys(need for column in shown.values() for need in column.needs)))
    heads = [Column("№", 5, "short")]
    for name, column in shown.items():
        heads.append(Column(column.heading(frame), shares[name], "name" if name in WHOLE else "text"))
    with override("ru"):
        lines = [tuple(_words(column.value(entry, frame)) for column in shown.values()) for entry in entries]
    return sheet_of(
        organization,
        day,
        title=f"Банк (база) {_whose(model, frame)}",
        subtitle=f"по состоянию на {date_words(day)}, {len(entries)} чел.",
        parts=(SheetPart(table=numbered(heads, lines)),),
        signatures=(signatory_of(head_on(organization, day)),),
        dated_on=day,
    )


def _whose(entry_or_model, frame):
    terms = frame.regulation.terms
    return (terms.mentor if _side(entry_or_model)[0] is MENTOR_COLUMNS else terms.mentee).plural_genitive


def _words(value):
    if value is None:
        return ""
    return date_numeric(value) if hasattr(value, "year") else str(value)

"""What a column of a bank is, and the columns both banks have."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import prefetch_related_objects
from django.template.defaultfilters import linebreaksbr
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric, months_between
from mentoring.lib.lists import Column
from people.banks.permissions import reads_contacts
from people.banks.selectors import form_labels
from people.banks.tables import drawing
from people.staff.selectors import experience_years
from people.staff.states import SHORT_CATEGORIES

NAME = "employment__person__search_key"
# Texts of a card are cut on the screen; the workbook has them whole.
LONGEST_CELL = 160


@dataclass(frozen=True)
class Frame:
    """What the values of a row are read with: the organization, its rules and the day."""

    organization: Any
    regulation: Any
    day: date
    sees_contacts: bool

    @property
    def difficulties(self):
        """«Затруднения», or as the regulation calls them («Дефициты»)."""
        return capfirst(self.regulation.terms.difficulty.plural_nominative)

    @property
    def subject(self):
        """«Предмет», or as the regulation calls it («Группа»)."""
        return capfirst(self.regulation.terms.subject.nominative)

    @cached_property
    def forms(self):
        return form_labels(self.organization)

    @cached_property
    def categories(self):
        """Categories of mentees that may be shown in a list: none that can tell of health (152-FZ art. 10)."""
        return _labels(each for each in self.regulation.criteria.mentee_categories if not each.sensitive)

    @cached_property
    def criteria(self):
        return _labels(self.regulation.criteria.mentor)


def _labels(choices):
    return {each.code: each.label for each in choices}


def frame_of(actor, regulation):
    """The frame in which ``actor`` reads the banks today."""
    return Frame(actor.organization, regulation, actor.today(), reads_contacts.test(actor))


@dataclass(frozen=True)
class BankColumn:
    """One column: how it is called on the screen and in the form, and its value for an entry.

    ``value(entry, frame)`` gives a text, a number, a day or nothing; ``draw(entry, frame)`` makes its markup where
    words are not enough. ``form`` is its heading in the form of the base, empty for columns the form does not have;
    «{difficulties}» and «{subject}» in it stand for the words of the regulation (``heading``).
    ``needs`` are relations to read beforehand. ``is_private`` ones only show to those who read contacts.
    """

    label: Any
    value: Callable
    order_by: Any = None
    kind: str = "text"
    width: int = 16
    form: str = ""
    draw: Callable | None = None
    needs: tuple = ()
    fixed: bool = False
    extra: bool = True
    is_private: bool = False

    def heading(self, frame):
        """The heading in the form of the base, in the words of the regulation."""
        return self.form.format(difficulties=frame.difficulties, subject=frame.subject)


def lines(*parts):
    """The parts that are not empty, each on its own line."""
    return "\n".join(str(part) for part in parts if part)


def work(name):
    """The value of a field of the staff card."""
    return lambda entry, frame: getattr(entry.employment, name)


def own(name):
    """The value of a field of the entry."""
    return lambda entry, frame: getattr(entry, name)


def _years_here(entry, frame):
    since = entry.employment.starts_on
    return None if since is None or since > frame.day else months_between(since, frame.day) // 12


def _born(entry, frame):
    born = entry.employment.person.birth_date
    return str(born.year) if born else ""


def _confirmed_by(entry, frame):
    user = entry.refreshed_by
    return (user.person.short_name if user.person else str(user)) if user else ""


def _category(entry, frame):
    held = entry.employment
    return str(SHORT_CATEGORIES.get(held.category, held.get_category_display()))


def _workplace(entry, frame):
    return lines(frame.organization.short_name, entry.employment.workplace)


PERSON = {
    "contacts": BankColumn(
        gettext_lazy("Contacts"),
        lambda entry, frame: lines(entry.employment.phone, entry.employment.email),
        form="Контакты",
        width=20,
        is_private=True,
    ),
    "born": BankColumn(
        gettext_lazy("Year of birth"), _born, "employment__person__birth_date", form="Год рождения", is_private=True
    ),
    "workplace": BankColumn(gettext_lazy("Workplace"), _workplace, form="Место работы", width=18),
    "post": BankColumn(gettext_lazy("Post"), work("post"), ("employment__post", NAME), form="Должность", width=20),
    "subject": BankColumn(
        gettext_lazy("Subject or group"),
        work("subject"),
        ("employment__subject", NAME),
        form="{subject}",
        width=18,
    ),
    "category": BankColumn(
        gettext_lazy("Qualification category"),
        _category,
        ("employment__category", NAME),
        form="Категория",
        width=14,
    ),
    "education": BankColumn(gettext_lazy("Education"), work("education"), form="Образование", width=20),
    "experience": BankColumn(
        gettext_lazy("Experience, years"),
        lambda entry, frame: experience_years(entry.employment, frame.day),
        ("-employment__experience_since", NAME),
        kind="int",
        form="Стаж, лет",
        width=9,
    ),
    "here": BankColumn(
        gettext_lazy("Years here"),
        _years_here,
        ("-employment__starts_on", NAME),
        kind="int",
        form="В организации, лет",
        width=12,
    ),
    "interests": BankColumn(gettext_lazy("Interests"), own("interests"), form="Интересы", width=20),
    "time": BankColumn(gettext_lazy("Time"), own("time_resource"), form="Ресурс времени", width=16),
    "wishes": BankColumn(gettext_lazy("Wishes"), own("wishes"), form="Пожелания", width=20),
    "since": BankColumn(
        gettext_lazy("In the bank since"),
        own("entered_on"),
        "entered_on",
        kind="date",
        form="Дата вхождения",
        draw=drawing.since,
        width=12,
        extra=False,
    ),
    "confirmed": BankColumn(gettext_lazy("Confirmed on"), own("refreshed_on"), "refreshed_on", kind="date", width=12),
    "confirmed_by": BankColumn(gettext_lazy("Confirmed by"), _confirmed_by, needs=("refreshed_by__person",)),
    "state": BankColumn(
        gettext_lazy("State"),
        lambda entry, frame: entry.get_state_display(),
        ("state", NAME),
        draw=drawing.state,
        extra=False,
    ),
}


def offered(columns, frame):
    """The columns of a bank that the reader of ``frame`` may see."""
    return {name: column for name, column in columns.items() if frame.sees_contacts or not column.is_private}


def list_columns(columns, frame, labels=()):
    """The columns for a ListPage; ``labels`` are words of this organization that go before the common ones."""
    words = dict(labels)
    return {
        name: Column(
            words.get(name, str(column.label)),
            column.order_by,
            numeric=column.kind == "int",
            fixed=column.fixed,
            extra=column.extra,
        )
        for name, column in offered(columns, frame).items()
    }


def prefetch_for(rows, columns, names):
    """``rows`` with everything the named columns read of other tables, each table once."""
    needs = dict.fromkeys(need for name in names for need in columns[name].needs)
    return rows.prefetch_related(*needs)


@dataclass(frozen=True)
class Cell:
    """One cell of the screen."""

    label: str
    text: str
    is_number: bool
    is_first: bool


def shown_rows(page, columns, frame):
    """The rows of a page as the table draws them: [(entry, [Cell, …])]."""
    needs = dict.fromkeys(need for name in page.shown for need in columns[name].needs)
    prefetch_related_objects(page.rows, *needs)
    shown = [(columns[name], page.columns[name].label, name == page.shown[0]) for name in page.shown]
    return [
        (entry, [_cell(column, label, is_first, entry, frame) for column, label, is_first in shown])
        for entry in page.rows
    ]


def _cell(column, label, is_first, entry, frame):
    text = column.draw(entry, frame) if column.draw else linebreaksbr(in_words(column.value(entry, frame)), True) or "–"
    return Cell(label, text, column.kind == "int", is_first)


def in_words(value):
    """A value as the screen says it; a long text is cut."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_numeric(value)
    text = str(value)
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL].rstrip()}…"

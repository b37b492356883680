"""The columns of the bank of mentees in the order of the form of the base (letter АЗ-1128/08; domain.md §2.7)."""

from dataclasses import replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.banks.tables import drawing
from people.banks.tables.base import NAME, PERSON, BankColumn, lines, own
from people.banks.tables.works import MENTEE_NEEDS, works_columns, works_of_mentee


def _needs(entry, frame):
    return lines(*(_need(each) for each in entry.needs.all()))


def _need(need):
    after = f" – {need.level_after}" if need.level_after else ""
    return f"{need.competence.name} ({need.level_before}{after})"


def _categories(entry, frame):
    """Without those that may tell of health: they leave no trace in lists and files (152-FZ art. 10)."""
    return lines(*(label for code, label in frame.categories.items() if code in entry.categories))


def _completed(entry, frame):
    return gettext("yes") if any(work.is_completed for work in works_of_mentee(entry)) else ""


WORKS = works_columns(
    works_of_mentee,
    MENTEE_NEEDS,
    names=(_("Mentor"), "ФИО наставника"),
    places=(_("Workplace of the mentor"), "Место работы наставника"),
)
MENTEE_COLUMNS = {
    "name": BankColumn(
        _("Mentee"),
        lambda entry, frame: entry.employment.person.full_name,
        NAME,
        form="ФИО",
        width=20,
        draw=drawing.mentee,
        fixed=True,
        extra=False,
    ),
    "contacts": PERSON["contacts"],
    "born": PERSON["born"],
    "request": BankColumn(_("Request"), own("request"), form="Основной запрос", width=26),
    "needs": BankColumn(
        _("Difficulties"),
        _needs,
        form="{difficulties} (уровень до – после)",
        width=28,
        draw=drawing.needs,
        needs=("needs__competence",),
        extra=False,
    ),
    "since": PERSON["since"],
    "mentor": WORKS["names"],
    "form": WORKS["form"],
    "mentor_workplace": WORKS["places"],
    "ended": WORKS["ended"],
    "results": WORKS["results"],
    "link": WORKS["link"],
    "completed": BankColumn(
        _("Completed a program"), _completed, form="Отметка о прохождении", width=12, needs=MENTEE_NEEDS
    ),
    "workplace": PERSON["workplace"],
    "post": PERSON["post"],
    "subject": PERSON["subject"],
    "experience": PERSON["experience"],
    "here": PERSON["here"],
    "education": PERSON["education"],
    "category": PERSON["category"],
    "groups": BankColumn(_("Categories of the regulation"), _categories, form="Категория наставляемого", width=24),
    "strengths": BankColumn(_("Own strengths"), own("strengths"), form="Сильные стороны", width=20),
    "interests": PERSON["interests"],
    "time": PERSON["time"],
    "wishes": PERSON["wishes"],
    "confirmed": PERSON["confirmed"],
    "confirmed_by": PERSON["confirmed_by"],
    "state": replace(PERSON["state"], draw=drawing.mentee_state),
}

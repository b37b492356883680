"""The columns of the bank of mentees in the order of the form of the base (letter АЗ-1128/08; domain.md §2.7)."""

from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from people.banks.tables import drawing
from people.banks.tables.base import NAME, PERSON, BankColumn, lines, own
from people.banks.tables.works import MENTEE_NEEDS, ends_of, forms_of, names_of, places_of, works_of_mentee


def _of_works(value, *, with_frame=False):
    if with_frame:
        return lambda entry, frame: value(works_of_mentee(entry), frame)
    return lambda entry, frame: value(works_of_mentee(entry))


def _needs(entry, frame):
    return lines(*(_need(each) for each in entry.needs.all()))


def _need(need):
    after = f" – {need.level_after}" if need.level_after else ""
    return f"{need.competence.name} ({need.level_before}{after})"


def _categories(entry, frame):
    """Without those that may tell of health: they leave no trace in lists and files (152-FZ art. 10)."""
    return lines(*(label for code, label in frame.categories.items() if code in entry.categories))


def _completed(entry, frame):
    return say("yes") if any(work.is_completed for work in works_of_mentee(entry)) else ""


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
        form="Затруднения (уровень до – после)",
        width=28,
        draw=drawing.needs,
        needs=("needs__competence",),
        extra=False,
    ),
    "since": PERSON["since"],
    "mentor": BankColumn(_("Mentor"), _of_works(names_of), form="ФИО наставника", width=20, needs=MENTEE_NEEDS),
    "form": BankColumn(
        _("Form"),
        _of_works(forms_of, with_frame=True),
        form="Форма наставничества",
        width=18,
        needs=MENTEE_NEEDS,
    ),
    "mentor_workplace": BankColumn(
        _("Workplace of the mentor"),
        _of_works(places_of, with_frame=True),
        form="Место работы наставника",
        width=18,
        needs=MENTEE_NEEDS,
    ),
    "ended": BankColumn(_("Ended on"), _of_works(ends_of), form="Дата завершения", width=12, needs=MENTEE_NEEDS),
    "results": BankColumn(
        _("Results"),
        _of_works(lambda works: lines(*(work.result for work in works))),
        form="Результаты",
        width=28,
        needs=MENTEE_NEEDS,
    ),
    "link": BankColumn(
        _("Case or review on the site"),
        _of_works(lambda works: lines(*(work.link for work in works))),
        form="Ссылка на кейс, отзыв на сайте",
        width=20,
        needs=MENTEE_NEEDS,
    ),
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
    "state": PERSON["state"],
}

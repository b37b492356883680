"""The columns of the bank of mentors in the order of the form of the base (letter АЗ-1128/08; domain.md §2.7)."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.banks.tables import drawing
from people.banks.tables.base import NAME, PERSON, BankColumn, lines, own
from people.banks.tables.works import MENTOR_NEEDS, works_columns, works_of_mentor


def _strengths(entry, frame):
    return lines(*(f"{each.competence.name} ({each.get_level_display()})" for each in entry.strengths.all()))


def _criteria(entry, frame):
    return lines(*(frame.criteria[code] for code in entry.criteria if code in frame.criteria))


WORKS = works_columns(
    works_of_mentor,
    MENTOR_NEEDS,
    names=(_("Mentees"), "ФИО наставляемых"),
    places=(_("Workplace of the mentees"), "Место работы наставляемых"),
)
MENTOR_COLUMNS = {
    "name": BankColumn(
        _("Mentor"),
        lambda entry, frame: entry.employment.person.full_name,
        NAME,
        form="ФИО",
        width=20,
        draw=drawing.mentor,
        fixed=True,
        extra=False,
    ),
    "contacts": PERSON["contacts"],
    "workplace": PERSON["workplace"],
    "strengths": BankColumn(
        _("Strengths"),
        _strengths,
        form="Основные компетенции",
        width=28,
        draw=drawing.strengths,
        needs=("strengths__competence",),
        extra=False,
    ),
    "achievements": BankColumn(_("Achievements"), own("achievements"), form="Важные достижения", width=24),
    "interests": PERSON["interests"],
    "mentee_age": BankColumn(
        _("Wished age of the mentees"), own("mentee_age"), form="Желаемый возраст наставляемых", width=14
    ),
    "time": PERSON["time"],
    "since": PERSON["since"],
    "mentees": WORKS["names"],
    "form": WORKS["form"],
    "mentee_workplace": WORKS["places"],
    "ended": WORKS["ended"],
    "results": WORKS["results"],
    "link": WORKS["link"],
    "post": PERSON["post"],
    "subject": PERSON["subject"],
    "category": PERSON["category"],
    "education": PERSON["education"],
    "experience": PERSON["experience"],
    "here": PERSON["here"],
    "training": BankColumn(_("Training as a mentor"), own("training"), form="Обучение наставника", width=20),
    "criteria": BankColumn(_("Criteria of the regulation"), _criteria, form="Критерии отбора", width=24),
    "wishes": PERSON["wishes"],
    "places": BankColumn(
        _("Load"),
        lambda entry, frame: gettext("%(taken)s of %(places)s") % {"taken": entry.taken, "places": entry.places},
        "taken",
        form="Нагрузка",
        width=10,
        draw=drawing.places,
        extra=False,
    ),
    "confirmed": PERSON["confirmed"],
    "confirmed_by": PERSON["confirmed_by"],
    "state": PERSON["state"],
}

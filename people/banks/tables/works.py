"""Whom somebody of a bank works or worked with: the running pairs and groups, and the results of ended programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from people.banks.tables.base import BankColumn, lines

MENTOR_NEEDS = (
    "mentorships__members__mentee_entry__employment__person",
    "results__mentee_entry__employment__person",
)
MENTEE_NEEDS = ("members__mentorship__mentor_entry__employment__person", "results__mentor_entry__employment__person")


@dataclass(frozen=True)
class Work:
    """One pair, group or ended program as the form of the base asks for it."""

    others: Sequence
    form: str
    ended_on: date | None = None
    result: str = ""
    link: str = ""
    is_completed: bool = False


def works_of_mentor(entry):
    """The works of a mentor from prefetched rows, running ones last; a group is one work."""
    ended = [
        _ended(rows, [row.mentee_entry.employment for row in rows])
        for rows in (list(found) for _key, found in groupby(_by_key(entry), attrgetter("key")))
    ]
    for pair in entry.mentorships.all():
        if active := [member.mentee_entry.employment for member in pair.members.all() if member.is_active]:
            ended.append(Work(active, pair.form))
    return ended


def works_of_mentee(entry):
    """The works of a mentee from prefetched rows, running ones last."""
    ended = [_ended([row], [row.mentor_entry.employment]) for row in entry.results.all()]
    running = [member.mentorship for member in entry.members.all() if member.is_active]
    return ended + [Work([pair.mentor_entry.employment], pair.form) for pair in running]


def _by_key(entry):
    return sorted(entry.results.all(), key=lambda row: (row.ended_on, row.key, row.pk))


def _ended(rows, others):
    first = rows[0]
    links = lines(*dict.fromkeys(row.link for row in rows))
    return Work(others, first.form, first.ended_on, first.result, links, first.is_completed)


def names_of(works):
    """A line for each work: «Черных Л. Л., Дюма С. А.»."""
    return lines(*(", ".join(each.person.short_name for each in work.others) for work in works))


def forms_of(works, frame):
    """A line for each work: what the regulation calls the form."""
    return lines(*(frame.forms.get(work.form, work.form) for work in works))


def places_of(works, frame):
    """A line for each work: the organization and the building of the others."""
    found = (dict.fromkeys(each.workplace or frame.organization.short_name for each in work.others) for work in works)
    return lines(*(", ".join(places) for places in found))


def ends_of(works):
    """A line for each ended work: the day."""
    return lines(*(f"{work.ended_on:%d.%m.%Y}" for work in works if work.ended_on))


def works_columns(works_of, needs, **words):
    """The columns of both forms that tell of a card's works, by name, each drawn from ``works_of(entry)``.

    ``words`` are (title, heading in the form) of "names" and "places", which say whose they are.
    """

    def column(title, value, form, width):
        return BankColumn(
            title, lambda entry, frame: value(works_of(entry), frame), form=form, width=width, needs=needs
        )

    return {
        "names": column(words["names"][0], lambda works, frame: names_of(works), words["names"][1], 20),
        "form": column(_("Form"), forms_of, "Форма наставничества", 18),
        "places": column(words["places"][0], places_of, words["places"][1], 18),
        "ended": column(_("Ended on"), lambda works, frame: ends_of(works), "Дата завершения", 12),
        "results": column(_("Results"), lambda works, frame: lines(*(work.result for work in works)), "Результаты", 28),
        "link": column(
            _("Case or review on the site"),
            lambda works, frame: lines(*(work.link for work in works)),
            "Ссылка на кейс, отзыв на сайте",
            20,
        ),
    }

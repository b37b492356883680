"""Whom the regulation lets into the banks: pure functions of what a staff card says and of a day.

A condition whose day the card does not know is neither held nor failed: it is unknown, and somebody has to fill the
card in. Grounds of mentees are OR of ANDs in this logic of three values.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from mentoring.lib.dates import add_months, school_year

MONTHS_IN_YEAR = 12


class Answer(Enum):
    HELD = "held"
    FAILED = "failed"
    UNKNOWN = "unknown"


TONES = {Answer.HELD: "green", Answer.FAILED: "red", Answer.UNKNOWN: "amber"}
WORDS = {Answer.HELD: _("holds"), Answer.FAILED: _("does not hold"), Answer.UNKNOWN: _("unknown: fill the card in")}


@dataclass(frozen=True)
class Facts:
    """The days of a staff card that regulations ask about; None is not known."""

    born_on: date | None = None
    teaches_since: date | None = None
    subject_since: date | None = None
    hired_on: date | None = None
    post_since: date | None = None

    @classmethod
    def of(cls, employment):
        """The facts of a staff card."""
        return cls(
            employment.person.birth_date,
            employment.experience_since,
            employment.subject_since,
            employment.starts_on,
            employment.post_since,
        )


@dataclass(frozen=True)
class Condition:
    """One thing the regulation asks for, in words, and whether the card answers it."""

    words: str
    answer: Answer

    @property
    def tone(self):
        return TONES[self.answer]

    @property
    def answer_words(self):
        return WORDS[self.answer]


@dataclass(frozen=True)
class Ground:
    """One ground to become a mentee with its conditions; it holds when all of them do."""

    label: str
    conditions: tuple[Condition, ...]

    @property
    def answer(self):
        return all_of(condition.answer for condition in self.conditions)


def all_of(answers):
    """Whether all hold: one that fails decides, then one that is unknown."""
    found = set(answers)
    return next((answer for answer in (Answer.FAILED, Answer.UNKNOWN) if answer in found), Answer.HELD)


def any_of(answers):
    """Whether one holds: one that does decides, then one that is unknown."""
    found = set(answers)
    return next((answer for answer in (Answer.HELD, Answer.UNKNOWN) if answer in found), Answer.FAILED)


def _since(start, months, day):
    """Whether at least ``months`` have passed from ``start`` to ``day``."""
    if start is None:
        return Answer.UNKNOWN
    return Answer.HELD if add_months(start, months) <= day else Answer.FAILED


def _within(start, months, day):
    """Whether at most ``months`` have passed from ``start`` to ``day``, the last day included."""
    if start is None:
        return Answer.UNKNOWN
    return Answer.HELD if add_months(start, months) >= day else Answer.FAILED


def _young_enough(born_on, age, day):
    """Whether the birthday after ``age`` is still to come."""
    if born_on is None:
        return Answer.UNKNOWN
    return Answer.HELD if add_months(born_on, MONTHS_IN_YEAR * (age + 1)) > day else Answer.FAILED


def mentor_conditions(thresholds, facts, day):
    """What ``criteria.thresholds`` ask of a mentor on ``day``; empty where they ask for nothing."""
    asked = (
        (
            thresholds.teaching_years,
            facts.teaches_since,
            ngettext_lazy("teaches for at least %(n)s year", "teaches for at least %(n)s years", "n"),
        ),
        (
            thresholds.subject_years,
            facts.subject_since,
            ngettext_lazy(
                "teaches the subject for at least %(n)s year", "teaches the subject for at least %(n)s years", "n"
            ),
        ),
        (
            thresholds.organization_years,
            facts.hired_on,
            ngettext_lazy("works here for at least %(n)s year", "works here for at least %(n)s years", "n"),
        ),
    )
    return tuple(
        Condition(words % {"n": years}, _since(start, MONTHS_IN_YEAR * years, day))
        for years, start, words in asked
        if years
    )


def mentee_grounds(grounds, facts, day):
    """The grounds of ``criteria.mentee_grounds`` with their conditions on ``day``."""
    return tuple(Ground(ground.label, tuple(_conditions(ground, facts, day))) for ground in grounds)


def _conditions(ground, facts, day):
    if ground.max_age is not None:
        words = ngettext_lazy("is at most %(n)s year old", "is at most %(n)s years old", "n")
        yield Condition(words % {"n": ground.max_age}, _young_enough(facts.born_on, ground.max_age, day))
    if (years := ground.max_experience_years) is not None:
        words = ngettext_lazy("teaches for at most %(n)s year", "teaches for at most %(n)s years", "n")
        yield Condition(words % {"n": years}, _within(facts.teaches_since, MONTHS_IN_YEAR * years, day))
    if (months := ground.max_months_in_post) is not None:
        words = ngettext_lazy("in this post for at most %(n)s month", "in this post for at most %(n)s months", "n")
        yield Condition(words % {"n": months}, _in_post(facts, months, day))
    if (months := ground.max_months_since_hired) is not None:
        words = ngettext_lazy("hired at most %(n)s month ago", "hired at most %(n)s months ago", "n")
        yield Condition(words % {"n": months}, _within(facts.hired_on, months, day))


def _in_post(facts, months, day):
    """Nobody is longer in the post than here, so a fresh hiring answers where the day of the post is not known."""
    if facts.post_since is None and _within(facts.hired_on, months, day) == Answer.HELD:
        return Answer.HELD
    return _within(facts.post_since, months, day)


def hired_recently_since(settings, day):
    """The first day of hiring that counts as new on ``day`` where newcomers enter the bank by themselves.

    The longest of the grounds that look at the hiring; without one, the start of the school year.
    """
    months = [each.max_months_since_hired for each in settings.criteria.mentee_grounds if each.max_months_since_hired]
    if months:
        return add_months(day, -max(months))
    start = settings.school_year_start.as_tuple()
    return date(school_year(day, start), *start)

"""When an item of the roadmap is due: the six shapes in which regulations write dates.

A regulation is written once («май 2022») and lives for years, so a date holds months and days without a year;
`ItemDate.window` lays it onto any school year.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field, model_validator

from mentoring.lib.dates import SCHOOL_YEAR_START

from .base import Month, Section, Text

Shape = Literal["month", "day", "range", "list", "annual", "open"]
Window = tuple[date, date]
LEAP_YEAR = 2024


class MonthDay(Section):
    """A day of the year without the year."""

    month: Month
    day: int = Field(ge=1, le=31)

    @model_validator(mode="after")
    def check_day_exists(self):
        """Refuse a day that the month never has; 29 February is allowed."""
        _check_day(self.month, self.day)
        return self

    def as_tuple(self) -> tuple[int, int]:
        """Return (month, day), the form `mentoring.lib.dates.school_year` takes."""
        return self.month, self.day


class DatePoint(Section):
    """A month, or a day of it. `preparatory`: before the school year begins («май 2022» for 2022/23).

    `year` counts the school years of a roadmap that runs longer than one: 1 is the first.
    """

    month: Month
    day: int | None = Field(default=None, ge=1, le=31)
    preparatory: bool = False
    year: int = Field(default=1, ge=1, le=5)

    @model_validator(mode="after")
    def check_day_exists(self):
        """Refuse a day that the month never has; 29 February is allowed."""
        if self.day:
            _check_day(self.month, self.day)
        return self

    def window(self, school_year: int, year_start: tuple[int, int] = SCHOOL_YEAR_START) -> Window:
        """Return the first and last day of the point in the school year that begins in `school_year`."""
        year = school_year + self.year - 1
        if self._in(year)[1] < _day(year, *year_start):
            year += 1
        return self._in(year - 1 if self.preparatory else year)

    def _in(self, year: int) -> Window:
        return _day(year, self.month, self.day or 1), _day(year, self.month, self.day or 31)


class ItemDate(Section):
    """The date of one roadmap item: the wording of the regulation and the days behind it.

    `shape`: month, day, range (two points), list (several separate points), annual (repeats each year; `of`
    tells the shape that repeats), open (no date at all). `continues` keeps «далее – в течение года» and
    «по мере необходимости». `proposed` marks a working date that the regulation does not have: it is for
    tracking and must not be printed as the regulation's own.
    """

    shape: Shape
    wording: Text
    points: tuple[DatePoint, ...] = ()
    of: Literal["month", "day", "range", "list"] | None = None
    continues: Literal["no", "as_needed", "through_year"] = "no"
    proposed: bool = False

    @model_validator(mode="after")
    def check_points_fit_shape(self):
        """Refuse points that the shape cannot hold, naming what the shape needs."""
        if self.recurs and self.of is None:
            raise ValueError(_("Say what repeats every year: a month, a day, a stretch of time or several points."))
        if self.of and not self.recurs:
            raise ValueError(_("This date does not repeat every year, so leave out what repeats."))
        needed = _NEEDS[self.plain_shape]
        if not needed[0](self.points):
            raise ValueError(needed[1])
        if len(set(self.points)) != len(self.points):
            raise ValueError(_("The same month or day stands twice in one date. Leave one of them."))
        return self

    @property
    def plain_shape(self) -> str:
        """The shape itself, or for an annual date the shape that repeats."""
        return self.of or self.shape

    @property
    def recurs(self) -> bool:
        """Whether the regulation says that the item repeats each year."""
        return self.shape == "annual"

    def windows(self, school_year: int, year_start: tuple[int, int] = SCHOOL_YEAR_START) -> tuple[Window, ...]:
        """Return (starts_on, due_on) of every occurrence in the school year, in order of time; open: none."""
        windows = sorted(point.window(school_year, year_start) for point in self.points)
        if self.plain_shape != "range":
            return tuple(windows)
        (first, last) = (point.window(school_year, year_start) for point in self.points)
        if last[1] < first[0]:
            last = self.points[1].window(school_year + 1, year_start)
        return ((first[0], last[1]),)

    def window(
        self, school_year: int, year_start: tuple[int, int] = SCHOOL_YEAR_START
    ) -> tuple[date | None, date | None]:
        """Return (starts_on, due_on) over all occurrences; (None, None) for an open date.

        `school_year` 2026 means the year 2026/27, which begins on `year_start` (month, day).
        """
        windows = self.windows(school_year, year_start)
        return (windows[0][0], windows[-1][1]) if windows else (None, None)

    def wording_in(self, school_year: int, written_for: int | None) -> str:
        """Return the wording with its years moved: «апрель 2023» written for 2022 is «апрель 2027» in 2026.

        `written_for` None: the wording is returned as it stands.
        """
        if written_for is None:
            return self.wording
        shift = school_year - written_for
        return re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) + shift), self.wording)


def _check_day(month: int, day: int) -> None:
    if day > monthrange(LEAP_YEAR, month)[1]:
        raise ValueError(_("This month has no such day. Check the month and the day."))


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


_NEEDS = {
    "month": (
        lambda points: len(points) == 1 and not points[0].day,
        _("A date of the shape “month” needs exactly one month, without a day."),
    ),
    "day": (
        lambda points: len(points) == 1 and points[0].day,
        _("A date of the shape “day” needs exactly one month with its day."),
    ),
    "range": (
        lambda points: len(points) == 2,
        _("A date of the shape “range” needs two points: where it begins and where it ends."),
    ),
    "list": (
        lambda points: len(points) >= 2,
        _("A date of the shape “list” needs at least two points."),
    ),
    "open": (
        lambda points: not points,
        _("An open date has no points. Leave them out, or choose another shape."),
    ),
}

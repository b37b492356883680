"""On which days the story of the demonstration takes place, whatever day it is loaded on."""

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.lib.dates import add_months, add_working_days, school_year

# The work must have gone on this long, so that there are events behind and before it.
LEAST_AGE = 40
# The order of pairs that came late; their programs are due two weeks later.
LATE_AGE = 14
TERM_MONTHS = 12
PROGRAM_MONTHS = 9


def workday(day):
    """``day`` or the last working day before it, so that what is past stays past."""
    return add_working_days(day + timedelta(days=1), -1)


def in_august(days, year, before):
    """A working day so many days before the school year, not before the organization was opened."""
    return max(workday(date(year, 9, 1) - timedelta(days=before)), days.opened_on)


@dataclass(frozen=True)
class Term:
    """The period of pairs that came into one order: its first and last day and the day of the order."""

    starts_on: date
    ends_on: date

    @property
    def ordered_on(self):
        """The first working day of the period."""
        return add_working_days(self.starts_on, 0)

    def after(self, days):
        """A working day about ``days`` after the order, never before it."""
        return add_working_days(self.ordered_on + timedelta(days=days), 0)

    def before(self, days):
        """A working day at least ``days`` before the period."""
        return workday(self.starts_on - timedelta(days=days))


@dataclass(frozen=True)
class Days:
    """The calendar of the story, counted from ``today``."""

    today: date

    @property
    def year(self):
        """The calendar year in which the present school year began."""
        return school_year(self.today)

    @property
    def year_opens_on(self):
        """The first of August before the present school year: its roadmap is prepared from then on."""
        return date(self.year, 8, 1)

    @property
    def last(self):
        """The past school year: 1 September to 31 May."""
        return Term(date(self.year - 1, 9, 1), date(self.year, 5, 31))

    @property
    def main(self):
        """Twelve months that began on 1 September or 1 February, at least forty days ago."""
        starts = [date(self.year, 9, 1), date(self.year + 1, 2, 1), date(self.year, 2, 1)]
        latest = self.today - timedelta(days=LEAST_AGE)
        start = max(day for day in starts if day <= latest)
        return Term(start, add_months(start, TERM_MONTHS) - timedelta(days=1))

    @property
    def late(self):
        """The period of the pairs that came together weeks after the others and have no approved program yet."""
        return Term(self.ago(LATE_AGE), self.main.ends_on)

    @property
    def next(self):
        """The period of the pairs that are being prepared: nine months from next week."""
        start = add_working_days(self.today + timedelta(days=10), 0)
        return Term(start, add_months(start, PROGRAM_MONTHS) - timedelta(days=1))

    @property
    def opened_on(self):
        """When the organizations began to work with the product."""
        return workday(self.last.starts_on - timedelta(days=14))

    @property
    def newcomers_on(self):
        """When the newcomers of the main period were hired."""
        return self.main.before(15)

    def ago(self, days):
        """A working day at least ``days`` ago."""
        return workday(self.today - timedelta(days=days))

    def ahead(self, days):
        """A working day at least ``days`` ahead."""
        return add_working_days(self.today + timedelta(days=days), 0)

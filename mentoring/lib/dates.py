"""Days as people in a Russian school count, write and read them.

The one clock of the project lives here: ask `today()` and `now()`, never the standard library, so that a
demonstration or a test can stand on a fixed day (setting MENTORING_TODAY).
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

import holidays
from babel.dates import format_date, get_month_names
from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

NBSP = "\u00a0"
SCHOOL_YEAR_START = (9, 1)
# A two-digit year lies at most this far ahead of today, otherwise in the past century («1.9.65» is 1965).
TWO_DIGIT_YEARS_AHEAD = 20

_NUMERIC = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20)[0-9]{2}|[0-9]{2})(?:\s*(?:г\.?|года))?")
_ISO = re.compile(r"((?:19|20)[0-9]{2})-([0-9]{2})-([0-9]{2})")
_WORDS = re.compile(r"[«\"]?([0-9]{1,2})[»\"]?\s+([а-я]+)\s+((?:19|20)[0-9]{2})(?:\s*(?:г\.?|года))?")


def today(tz: tzinfo | str | None = None) -> date:
    """Return the current day: the setting MENTORING_TODAY if set, else the calendar day in the zone.

    `tz` is a zone or its IANA name («Europe/Samara»); without it the active Django time zone counts.
    """
    fixed = getattr(settings, "MENTORING_TODAY", None)
    return fixed or timezone.localdate(timezone=_zone(tz))


def now(tz: tzinfo | str | None = None) -> datetime:
    """Return the current moment as an aware UTC datetime.

    When MENTORING_TODAY is set, the moment has the real time of day but falls, in the given zone, on that
    day; so the local day of `now()` is always `today()`.
    """
    local = timezone.localtime(timezone=_zone(tz))
    day = today(tz)
    return local.replace(year=day.year, month=day.month, day=day.day).astimezone(UTC)


def _zone(tz: tzinfo | str | None) -> tzinfo | None:
    return ZoneInfo(tz) if isinstance(tz, str) else tz


def school_year(day: date, start: tuple[int, int] = SCHOOL_YEAR_START) -> int:
    """Return the calendar year in which the school year of `day` began; `start` is (month, day)."""
    return day.year if (day.month, day.day) >= tuple(start) else day.year - 1


def school_year_label(year: int) -> str:
    """Return the school year that began in `year` as it is written: 2026 → «2026/27»."""
    return f"{year}/{(year + 1) % 100:02d}"


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later (or earlier); a day the month lacks becomes its last day."""
    return day + relativedelta(months=months)


def months_between(start: date, end: date) -> int:
    """Return how many whole months the period lasts, both its first and its last day included.

    01.09–30.11 is 3 months and 01.09–31.08 is 12. A started month does not count; a period that ends before
    it starts lasts 0. To check a permitted length use `lasts_months`, which also sees the odd days.
    """
    if end < start:
        return 0
    length = relativedelta(end + timedelta(days=1), start)
    return length.years * 12 + length.months


def lasts_months(start: date, end: date, least: int, most: int) -> bool:
    """Tell whether the period, both days included, lasts from `least` to `most` months to the day.

    01.09.2026–31.08.2027 lasts at most 12 months, 01.09.2026–01.09.2027 does not.
    """
    day_after = end + timedelta(days=1)
    return add_months(start, least) <= day_after <= add_months(start, most)


def add_working_days(day: date, n: int) -> date:
    """Return the n-th working day after `day` (before it when n is negative) by the Russian calendar.

    Counts a five-day week with the public holidays and moved days known to the `holidays` package; a year
    whose moved days are not decreed yet is counted by article 112 of the Labor Code alone. With n = 0 returns
    `day` if it is a working day, else the next one.
    """
    return _russian_holidays().get_nth_working_day(day, n)


@cache
def _russian_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("RU")


def date_words(day: date) -> str:
    """Return «1 сентября 2026 г.» joined by non-breaking spaces, as papers write a date."""
    return _russian(day, "d MMMM y 'г'.")


def day_month(day: date) -> str:
    """Return «1 сентября» joined by a non-breaking space."""
    return _russian(day, "d MMMM")


def month_name(day: date) -> str:
    """Return «август», whatever language is active."""
    return _russian(day, "LLLL")


def date_numeric(day: date) -> str:
    """Return «01.09.2026»."""
    return f"{day:%d.%m.%Y}"


def _russian(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale="ru").replace(" ", NBSP)


def parse_date_ru(text: str) -> date:
    """Read a day written the way people write it.

    Accepts 01.09.2026, 1.9.26, 2026-09-01 and «1 сентября 2026 г.» (also with the day in quotation marks).
    A two-digit year is the latest one not more than 20 years ahead. Raises ValueError with a message for
    people in the active language.
    """
    written = " ".join(text.split()).casefold()
    parts = _read_parts(written)
    if parts is None:
        raise ValueError(_("Could not read the date “%(text)s”. Write it like 01.09.2026.") % {"text": text.strip()})
    try:
        return date(*parts)
    except ValueError:
        message = _("There is no such day: %(text)s. Check the day and the month.") % {"text": text.strip()}
        raise ValueError(message) from None


def _read_parts(written: str) -> tuple[int, int, int] | None:
    if found := _NUMERIC.fullmatch(written):
        day, month, year = found.groups()
        return _full_year(year), int(month), int(day)
    if found := _ISO.fullmatch(written):
        year, month, day = found.groups()
        return int(year), int(month), int(day)
    found = _WORDS.fullmatch(written)
    if found and (month := _months_by_name().get(found[2])):
        return int(found[3]), month, int(found[1])
    return None


def _full_year(written: str) -> int:
    if len(written) == 4:
        return int(written)
    this_year = today().year
    year = this_year - this_year % 100 + int(written)
    return year if year <= this_year + TWO_DIGIT_YEARS_AHEAD else year - 100


@cache
def _months_by_name() -> dict[str, int]:
    return {name: number for number, name in get_month_names("wide", "format", locale="ru").items()}

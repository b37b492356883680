"""The days of an item, counted from its structured date."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta
from pydantic import ValidationError

from mentoring.lib.dates import month_name
from people.organizations.regulations import ItemDate

NO_DAYS = (None, None)


def date_of(item):
    """The structured date of ``item``, or None where its days were given by hand."""
    if not item.date:
        return None
    try:
        return ItemDate.model_validate(item.date)
    except ValidationError:
        return None


def windows_of(date, roadmap, year_start):
    """(first day, last day) of every time of ``date`` in the years of ``roadmap``; an open date has one without days.

    ``year_start`` is (month, day). What recurs annually comes in each year of a roadmap of several years.
    """
    years = roadmap.years if date.recurs else 1
    found = [window for year in range(years) for window in date.windows(roadmap.school_year + year, year_start)]
    return tuple(sorted(found)) or (NO_DAYS,)


def ahead_of(windows, roadmap, year_start, day):
    """``windows`` as they can be planned on ``day``: a preparatory time that has passed is none to plan.

    It leaves its activity the other times; an only one is planned for what is left of the month of ``day``. A year
    that has begun by ``day`` is entered as the regulation has it: what was done is marked with its own day.
    """
    first = date(roadmap.school_year, *year_start)
    left = tuple(window for window in windows if day >= first or window[1] is None or window[1] >= day)
    return left or ((day, day + relativedelta(day=31)),)


def worded(text, windows, left):
    """The wording of ``windows`` («май, сентябрь 2026») once only those ``left`` are planned («сентябрь 2026»)."""
    gone, fresh = [each for each in windows if each not in left], [each for each in left if each not in windows]
    if gone and fresh:
        return _replaced(text, gone[0][0], fresh[0][0])
    for starts_on, _due_on in gone:
        text = re.sub(rf"\b{month_name(starts_on)}\b,?\s*", "", text, flags=re.IGNORECASE)
    return text


def _replaced(text, was, planned):
    """«Май, 2026» planned for August is «Август, 2026»; words that do not name the month give way to plain ones."""
    name, pattern = month_name(planned), rf"\b{month_name(was)}\b"
    found = re.search(pattern, text, flags=re.IGNORECASE)
    if found is None:
        return f"{name} {planned.year}"
    name = name.capitalize() if found[0][0].isupper() else name
    return text.replace(found[0], name, 1).replace(str(was.year), str(planned.year))


def moved_date(date, years):
    """``date`` with the years of its wording moved; its points have no years to move."""
    return date.model_copy(update={"wording": moved_words(date.wording, years)})


def moved_words(text, years):
    """«апрель 2027» moved by one year is «апрель 2028»."""
    if not text:
        return text
    words = ItemDate(shape="open", wording=text)
    # Only the distance counts: the years of the wording are moved by it.
    return words.wording_in(years, 0)


def moved_day(day, years):
    """The same day ``years`` later; 29 February becomes the 28th where the year has none."""
    return day and day + relativedelta(years=years)


def as_json(date):
    """What `Item.date` keeps of a structured date."""
    return date.model_dump(mode="json", exclude_defaults=True)

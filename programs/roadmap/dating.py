"""The days of an item, counted from its structured date."""

from dateutil.relativedelta import relativedelta
from pydantic import ValidationError

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

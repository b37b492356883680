"""What a staff card says in words: years, the term of a category, why somebody counts as young."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_numeric, date_words
from people.organizations.selectors import regulation_on
from people.staff.selectors import category_until, experience_years, years_here, young_grounds
from people.staff.states import Category


def years_words(years):
    """«12 years» in the reader's language, or nothing for None."""
    if years is None:
        return ""
    if years < 1:
        return _("less than a year")
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}


def experience_words(employment, day):
    """The teaching experience on ``day`` in words, or nothing."""
    return years_words(experience_years(employment, day))


def category_note(employment):
    """The day a category was given and its term, or nothing."""
    if employment.category == Category.NONE or employment.category_on is None:
        return ""
    until = category_until(employment)
    days = {"day": date_words(employment.category_on), "until": date_words(until) if until else ""}
    if until:
        return _("given on %(day)s, until %(until)s") % days
    return _("given on %(day)s, without a term") % days


def young_note(employment, day):
    """Why the regulation counts this person as a young teacher, or nothing where it does not."""
    rule = regulation_on(employment.organization, day).young_teacher
    grounds = young_grounds(rule, employment, day)
    if grounds is None:
        return ""
    experience, age = grounds
    values = {"experience": years_words(experience), "age": years_words(age), "most": rule.max_age}
    values["years"] = rule.max_experience_years
    if age is None:
        return (
            _("Experience: %(experience)s, the regulation counts up to %(years)s. The birth date is not known.")
            % values
        )
    return (
        _("Experience: %(experience)s, the regulation counts up to %(years)s. Age: %(age)s, counted up to %(most)s.")
        % values
    )


def work_facts(employment, periods, day):
    """The facts of the card's work that are reckoned from days and the regulation."""
    return {
        "experience": experience_words(employment, day),
        "experience_here": years_words(years_here(periods, day)),
        "category_note": category_note(employment),
        "young_note": young_note(employment, day),
    }


def path_lines(periods, day):
    """Periods of work as a timeline draws them, with the organization of each."""
    return [
        {
            "title": f"{row.post}, {row.subject}" if row.subject else row.post,
            "who": row.organization.short_name,
            "when": _span_words(row),
            "tone": "green" if row.is_active_on(day) else "grey",
        }
        for row in periods
    ]


def _span_words(row):
    first = date_numeric(row.starts_on) if row.starts_on else "…"
    if row.ends_on:
        return f"{first}–{date_numeric(row.ends_on)}"
    return _("since %(first)s") % {"first": first} if row.starts_on else _("the first day is not known")

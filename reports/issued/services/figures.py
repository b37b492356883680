"""The figures of a letter, counted once and kept with it."""

from django.utils.translation import override

from mentoring.lib.dates import date_numeric
from people.organizations.selectors import regulation_on
from reports.monitoring.indicators import figures
from reports.monitoring.wording import said_on_paper


def counted(organization, day, codes):
    """The indicators ``codes`` on ``day`` as a letter keeps them: label, formula, both numbers, the share."""
    settings = regulation_on(organization, day)
    # Letters are Russian whoever prepares them.
    with override("ru"):
        return [
            {
                **said_on_paper(figure.indicator, settings),
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "value": figure.share_text,
                "day": date_numeric(figure.day),
            }
            for figure in figures(organization, day, codes)
        ]

"""The figures of a letter, counted once and kept with it."""

from django.utils.translation import override

from mentoring.lib.dates import date_numeric
from reports.monitoring.indicators import figures


def counted(organization, day, codes):
    """The indicators ``codes`` on ``day`` as a letter keeps them: label, formula, both numbers, the share."""
    # Letters are Russian whoever prepares them.
    with override("ru"):
        return [
            {
                "label": str(figure.label),
                "formula": str(figure.indicator.formula),
                "numerator": figure.numerator,
                "denominator": figure.denominator,
                "value": figure.share_text,
                "day": date_numeric(figure.day),
            }
            for figure in figures(organization, day, codes)
        ]

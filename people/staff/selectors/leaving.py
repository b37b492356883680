"""What is said of somebody whose last day of work comes too early for what is asked."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Gender


def last_day_words(employment, advice):
    """«Соколова М. Д. работала здесь до 20.11.2026. Выберите другого человека.»; ``advice`` is a whole sentence.

    Somebody still at work «работает здесь только до …». The day is the last one, the employment has one.
    """
    words = {"name": employment.person.short_name, "day": date_numeric(employment.ends_on)}
    if employment.goes_on(employment.organization.today()):
        message = _("%(name)s works here only until %(day)s.")
    elif employment.person.gender == Gender.FEMALE:
        message = pgettext("she", "%(name)s worked here until %(day)s.")
    else:
        message = pgettext("he", "%(name)s worked here until %(day)s.")
    return f"{message % words} {advice}"

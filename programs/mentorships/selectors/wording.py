"""What the regulation calls things on a day."""

from datetime import date, timedelta

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year
from people.organizations.selectors import settings_among, texts_in_force


class Regulations:
    """The regulations of an organization by day: one query, however many days are asked for."""

    def __init__(self, organization):
        self._texts = texts_in_force(organization)

    def on(self, day):
        """The settings in force on ``day``; those of the earliest version before its start."""
        return settings_among(self._texts, day)

    def form_label(self, mentorship):
        """What the regulation of the first day calls the form; the code where it does not know it any more."""
        return _labels(self.on(mentorship.starts_on).forms).get(mentorship.form, mentorship.form)

    def mentor_word(self, mentorship):
        """The word for the mentor of the pair: «наставник», or the role chosen for it («наставник-тьютор»)."""
        return mentor_word(self.on(mentorship.starts_on), mentorship)

    def kind_labels(self, mentorship):
        """What the regulation of the first day calls the kinds, in its own sequence."""
        labels = _labels(self.on(mentorship.starts_on).kinds)
        known = [label for code, label in labels.items() if code in mentorship.kinds]
        return known + [code for code in mentorship.kinds if code not in labels]


def mentor_word(settings, mentorship):
    """The Word for the mentor of the pair by ``terms.mentor_roles``; the usual word where no role is chosen."""
    roles = {role.code: role.word for role in settings.terms.mentor_roles}
    return roles.get(mentorship.mentor_role, settings.terms.mentor)


def people_words(settings):
    """What lists call the two sides: (one mentor, several mentees), each with a capital.

    The organization's own words on a Russian page, the common ones on a page in another language.
    """
    if get_language() != "ru":
        return _("Mentor"), _("Mentees")
    words = (settings.terms.mentor.nominative, settings.terms.mentee.plural_nominative)
    return tuple(capfirst(word) for word in words)


def program_term_words(rules):
    """How long a program lasts by ``program`` of the regulation, in one sentence."""
    if rules.term == "trainee_period":
        return _("By the regulation a program lasts as long as the pair works.")
    if rules.term == "exact":
        words = ngettext(
            "By the regulation a program lasts exactly %(n)s month.",
            "By the regulation a program lasts exactly %(n)s months.",
            rules.max_months,
        )
        return words % {"n": rules.max_months}
    words = _("By the regulation a program lasts from %(least)s to %(most)s months.")
    return words % {"least": rules.min_months, "most": rules.max_months}


def _labels(listed):
    return {item.code: item.label for item in listed.items}


def end_of_school_year(settings, day):
    """The last day of the school year of ``day`` by the organization's own calendar."""
    start = settings.school_year_start.as_tuple()
    return date(school_year(day, start) + 1, *start) - timedelta(days=1)

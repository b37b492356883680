"""Cells of the screen that words are not enough for.

Drawn by functions and not by templates: a list of fifty rows would open several hundred of them.
"""

from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.ui import capacity, state_badge
from people.banks.states import EntryState
from people.staff.states import Category

NAMED = 3
WORDS = 14


def mentor(entry, frame):
    return _who(entry, reverse("people:mentor_card", args=[frame.organization.slug, entry.pk]))


def mentee(entry, frame):
    return _who(entry, reverse("people:mentee_card", args=[frame.organization.slug, entry.pk]))


def _who(entry, url):
    work = entry.employment
    held = "" if work.category == Category.NONE else f", {work.get_category_display()}"
    return format_html('<a href="{}">{}</a><small>{}{}</small>', url, work.person.full_name, work.post, held)


def strengths(entry, frame):
    return few([each.competence.name for each in entry.strengths.all()])


def needs(entry, frame):
    """The difficulties, and the beginning of the request below them."""
    names = few([each.competence.name for each in entry.needs.all()])
    if not entry.request:
        return names
    return format_html("{}<small>{}</small>", names, Truncator(entry.request).words(WORDS))


def few(names):
    """The first names of a list and how many more there are."""
    if not names:
        return format_html('<span class="muted">{}</span>', "–")
    said, rest = "; ".join(names[:NAMED]), len(names) - NAMED
    if rest <= 0:
        return format_html("{}", said)
    more = ngettext("and %(n)s more", "and %(n)s more", rest) % {"n": rest}
    return format_html("{}<small>{}</small>", said, more)


def since(entry, frame):
    day = date_numeric(entry.entered_on)
    if not entry.is_stale:
        return format_html("{}", day)
    confirmed = _("confirmed %(day)s") % {"day": date_numeric(entry.refreshed_on)}
    return format_html("{}<small>{}</small>", day, confirmed)


def places(entry, frame):
    return _dots(entry.taken, entry.places, get_language())


@lru_cache(maxsize=512)
def _dots(taken, total, language):
    return render_to_string("components/capacity.html", capacity(taken, total))


def state(entry, frame):
    return state_badge(entry)


def mentee_state(entry, frame):
    """The state, and below it the way to a mentor for whoever has none."""
    if entry.state != EntryState.ACTIVE:
        return state_badge(entry)
    url = reverse("programs:matching_suggestion", args=[frame.organization.slug, entry.pk])
    return format_html('{}<small><a href="{}">{}</a></small>', state_badge(entry), url, _("Find a mentor"))

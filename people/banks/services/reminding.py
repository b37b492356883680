"""Asking people to look over their own card and confirm it (regulations: once a year or every half-year)."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import due_entries, is_stale
from people.banks.states import LIVE_STATES
from people.notices.models import Notice
from people.notices.services import notify

ASKED = gettext_noop(
    "Your card in the bank was last confirmed on %(day)s. Look it over and confirm that everything is right."
)
# Whoever was asked is not asked again sooner, by hand or by the calendar.
QUIET = timedelta(days=30)


def remind_to_confirm(entry, *, by):
    """Ask the person of the card to confirm it. Raises MoveRefused where there is nothing or nobody to ask.

    That is: a card that is not due or not in the bank, no account, or a question less than a month old.
    """
    if entry.state not in LIVE_STATES:
        raise MoveRefused(_("The card is not in the bank. Bring it back first."))
    organization = entry.employment.organization
    if not is_stale(entry, organization.today()):
        raise MoveRefused(_("Confirmed on %(day)s, nothing is due yet.") % {"day": date_numeric(entry.refreshed_on)})
    user = getattr(entry.employment.person, "user", None)
    if user is None or not user.is_active:
        raise MoveRefused(_("There is no account. Invite the person, or confirm the card together."))
    if not _ask(entry, user, organization):
        raise MoveRefused(_("Asked less than a month ago already."))


def remind_of_stale(organization):
    """Ask everybody whose card is due and who has an account, once a month. Returns how many notices were written."""
    asked = 0
    for model in (MentorEntry, MenteeEntry):
        for entry in due_entries(organization, model).filter(employment__person__user__is_active=True):
            asked += bool(_ask(entry, entry.employment.person.user, organization))
    return asked


def _ask(entry, user, organization):
    url = _card_url(entry, organization)
    said = Notice.objects.filter(Q(at__gt=now() - QUIET) | Q(read_at=None), user=user, sentence=ASKED, url=url)
    if said.exists():
        return []
    return notify([user], ASKED, organization=organization, url=url, day=date_numeric(entry.refreshed_on))


def _card_url(entry, organization):
    name = "people:mentor_card" if isinstance(entry, MentorEntry) else "people:mentee_card"
    return reverse(name, args=[organization.slug, entry.pk])

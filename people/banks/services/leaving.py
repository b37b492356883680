"""Whoever leaves the organization leaves its banks: domain.md §3."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services.steps import archive_entry
from people.banks.states import LIVE_STATES


def archive_left(organization, *, by=None):
    """Archive the cards of those whose last day has passed. Returns how many; may run every day.

    A card a pair still counts on stays until the curator has ended that; it is tried again the next time.
    """
    left = {"employment__organization": organization, "employment__ends_on__lt": organization.today()}
    archived = 0
    for model in (MentorEntry, MenteeEntry):
        for entry in model.objects.filter(state__in=LIVE_STATES, **left):
            try:
                archive_entry(entry, by=by, reason=_("Left the organization"))
            except MoveRefused:
                continue
            archived += 1
    return archived

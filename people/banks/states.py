"""The life of an entry in a bank: domain.md §3 «Person in bank»."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    CANDIDATE = "candidate", _("Waiting for consent")
    ACTIVE = "active", _("Free")
    PAIRED = "paired", _("In a pair")
    PAUSED = "paused", _("Paused")
    ARCHIVED = "archived", _("Archived")


ENTRY_MOVES = {
    EntryState.DRAFT: {EntryState.CANDIDATE, EntryState.ARCHIVED},
    EntryState.CANDIDATE: {EntryState.ACTIVE, EntryState.ARCHIVED},
    # Back to candidate: the consent to processing was withdrawn or has run out.
    EntryState.ACTIVE: {EntryState.PAIRED, EntryState.PAUSED, EntryState.CANDIDATE, EntryState.ARCHIVED},
    EntryState.PAIRED: {EntryState.ACTIVE, EntryState.CANDIDATE},
    EntryState.PAUSED: {EntryState.ACTIVE, EntryState.CANDIDATE, EntryState.ARCHIVED},
    EntryState.ARCHIVED: {EntryState.CANDIDATE},
}
ENTRY_TONES = {
    EntryState.DRAFT: "grey",
    EntryState.CANDIDATE: "amber",
    EntryState.ACTIVE: "blue",
    EntryState.PAIRED: "green",
    EntryState.PAUSED: "grey",
    EntryState.ARCHIVED: "grey",
}
# Whoever stands in the bank in one of these has the role of mentor or mentee.
LIVE_STATES = (EntryState.CANDIDATE, EntryState.ACTIVE, EntryState.PAIRED, EntryState.PAUSED)
# Whoever has not consented to the processing of data does not stand in the form of the base.
IN_FORM = (EntryState.ACTIVE, EntryState.PAIRED, EntryState.PAUSED)


class Level(models.IntegerChoices):
    """One scale for a competence and for a difficulty, from the requests survey to the result."""

    FIRST_STEPS = 1, _("first steps")
    UNSURE = 2, _("unsure")
    FAIR = 3, _("fair")
    CONFIDENT = 4, _("confident")
    TEACHES_OTHERS = 5, _("can teach others")

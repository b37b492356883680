"""The life of a meeting, what sorts there are, who was there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingKind(models.TextChoices):
    """Who meets; the council is called as the regulation calls it (`selectors.kind_labels`)."""

    COUNCIL = "council", _("Methodical council")
    PEDAGOGICAL = "pedagogical", _("Pedagogical council")
    ASSOCIATION = "association", _("Subject association")
    SEMINAR = "seminar", _("Seminar or set-up session for mentors")
    ROUND_TABLE = "round_table", _("Round table")
    CONFERENCE = "conference", _("Conference")
    OTHER = "other", _("Another meeting")


class MeetingState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    HELD = "held", pgettext_lazy("meeting", "Held")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


MEETING_MOVES = {
    MeetingState.PLANNED: {MeetingState.HELD, MeetingState.CANCELLED},
    MeetingState.HELD: {MeetingState.PLANNED},
}
MEETING_TONES = {
    MeetingState.PLANNED: "amber",
    MeetingState.HELD: "green",
    MeetingState.CANCELLED: "grey",
}


class Presence(models.TextChoices):
    INVITED = "invited", _("Invited")
    PRESENT = "present", _("Was there")
    EXCUSED = "excused", _("Absent for a good reason")


class VoteState(models.TextChoices):
    OPEN = "open", pgettext_lazy("vote", "Open")
    CLOSED = "closed", pgettext_lazy("vote", "Closed")


VOTE_MOVES = {VoteState.OPEN: {VoteState.CLOSED}}


class Voice(models.TextChoices):
    FOR = "for", pgettext_lazy("vote", "for")
    AGAINST = "against", pgettext_lazy("vote", "against")
    ABSTAINED = "abstained", pgettext_lazy("vote", "abstained")


class Outcome(models.TextChoices):
    """What a vote came to. LAPSED: the terms changed or the proposal fell before it was counted."""

    CARRIED = "carried", _("The council is for the pair")
    REJECTED = "rejected", _("The council is against the pair")
    EVEN = "even", _("The votes are even: the council has not made up its mind")
    NO_QUORUM = "no_quorum", _("No quorum: fewer than half of the council voted")
    LAPSED = "lapsed", _("The vote lapsed: the terms changed or the proposal fell")

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

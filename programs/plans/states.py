"""The life of a program and of an event of its plan: domain.md §3."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy


class ProgramState(models.TextChoices):
    DRAFT = "draft", _("Being written")
    AGREED = "agreed", _("Agreed by both")
    RUNNING = "running", _("Running")
    COMPLETED = "completed", _("Completed")
    TERMINATED = "terminated", _("Ended early")


# Approval starts the program: there is no approved program that does not run.
PROGRAM_MOVES = {
    # A pair may end before its program is approved.
    ProgramState.DRAFT: {ProgramState.AGREED, ProgramState.TERMINATED},
    ProgramState.AGREED: {ProgramState.RUNNING, ProgramState.DRAFT, ProgramState.TERMINATED},
    # The order that approved it may be cancelled before anything was held.
    ProgramState.RUNNING: {ProgramState.COMPLETED, ProgramState.TERMINATED, ProgramState.AGREED},
}
# The line of history by which the day of an agreement is found again.
AGREED_DEED = gettext_noop("Agreed to the program")
# Lines of a program's history that change an approved plan; its paper prints them.
MOVED_DEED = gettext_noop("Event moved to another day")
CANCELLED_DEED = gettext_noop("Event cancelled")
CHANGE_DEEDS = (MOVED_DEED, CANCELLED_DEED)


class ProgramChange(models.TextChoices):
    """How an order changes a running program; a version keeps what stood before."""

    EXTENDED = "extended", _("Extended")
    SHORTENED = "shortened", _("Shortened")
    CORRECTED = "corrected", _("Corrected")


# While the text and the plan may be written.
OPEN = (ProgramState.DRAFT, ProgramState.AGREED)
ENDED = (ProgramState.COMPLETED, ProgramState.TERMINATED)
PROGRAM_TONES = {
    ProgramState.DRAFT: "grey",
    ProgramState.AGREED: "amber",
    ProgramState.RUNNING: "green",
    ProgramState.COMPLETED: "blue",
    ProgramState.TERMINATED: "blue",
}


class EventState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    MISSED = "missed", _("Did not take place")
    CANCELLED = "cancelled", _("Cancelled")
    HANDED_OVER = "handed_over", _("Handed over")


# What takes no place among the events of its program: given up, or held by another pair now.
PUT_ASIDE = (EventState.CANCELLED, EventState.HANDED_OVER)
EVENT_MOVES = {
    EventState.PLANNED: {EventState.HELD, EventState.MISSED, EventState.CANCELLED, EventState.HANDED_OVER},
    # A mark made by mistake can be taken back.
    EventState.HELD: {EventState.PLANNED},
    EventState.MISSED: {EventState.PLANNED},
    EventState.CANCELLED: {EventState.PLANNED},
}
EVENT_TONES = {
    EventState.PLANNED: "grey",
    EventState.HELD: "green",
    EventState.MISSED: "red",
    EventState.CANCELLED: "grey",
    EventState.HANDED_OVER: "blue",
}


class HelperState(models.TextChoices):
    """A colleague whom the mentor involves for named events (regulations, 5.1), with the colleague's consent."""

    ASKED = "asked", pgettext_lazy("colleague", "Asked")
    ACCEPTED = "accepted", pgettext_lazy("colleague", "Takes part")
    DECLINED = "declined", pgettext_lazy("colleague", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("colleague", "Not needed any more")


_H = HelperState
# Who agreed may still step back.
HELPER_MOVES = {
    _H.ASKED: {_H.ACCEPTED, _H.DECLINED, _H.WITHDRAWN},
    _H.ACCEPTED: {_H.DECLINED, _H.WITHDRAWN},
}
HELPER_TONES = {_H.ASKED: "amber", _H.ACCEPTED: "green", _H.DECLINED: "red", _H.WITHDRAWN: "grey"}
HELPING = (_H.ASKED, _H.ACCEPTED)


class EventForm(models.TextChoices):
    MEETING = "meeting", _("meeting")
    OPEN_LESSON = "open_lesson", _("open lesson")
    VISIT = "visit", _("visit to each other's lessons")
    WORKSHOP = "workshop", _("workshop")
    WEBINAR = "webinar", _("webinar")
    CONTEST = "contest", _("contest")
    SELF_STUDY = "self_study", _("independent work")


class Mode(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("mixed")

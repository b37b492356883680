"""The life of a roadmap and of its items: domain.md §3."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RoadmapState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("For approval")
    RETURNED = "returned", pgettext_lazy("roadmap", "Returned")
    RUNNING = "running", _("Approved, in force")
    SUPERSEDED = "superseded", _("Replaced by a revision")
    CLOSED = "closed", _("Closed")


ROADMAP_MOVES = {
    RoadmapState.DRAFT: {RoadmapState.SUBMITTED},
    RoadmapState.SUBMITTED: {RoadmapState.RUNNING, RoadmapState.RETURNED},
    RoadmapState.RETURNED: {RoadmapState.SUBMITTED},
    RoadmapState.RUNNING: {RoadmapState.CLOSED, RoadmapState.SUPERSEDED},
}
ROADMAP_TONES = {
    RoadmapState.DRAFT: "grey",
    RoadmapState.SUBMITTED: "amber",
    RoadmapState.RETURNED: "red",
    RoadmapState.RUNNING: "green",
    RoadmapState.SUPERSEDED: "blue",
    RoadmapState.CLOSED: "blue",
}
EDITABLE = (RoadmapState.DRAFT, RoadmapState.RETURNED)
OPEN = (RoadmapState.DRAFT, RoadmapState.SUBMITTED, RoadmapState.RETURNED)
APPROVED = (RoadmapState.RUNNING, RoadmapState.SUPERSEDED, RoadmapState.CLOSED)


class ItemState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    IN_PROGRESS = "in_progress", _("In progress")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")


ITEM_MOVES = {
    ItemState.PLANNED: {ItemState.IN_PROGRESS, ItemState.DONE, ItemState.CANCELLED},
    ItemState.IN_PROGRESS: {ItemState.DONE, ItemState.PLANNED, ItemState.CANCELLED},
    ItemState.DONE: {ItemState.IN_PROGRESS},
    ItemState.CANCELLED: {ItemState.PLANNED},
}
ITEM_TONES = {
    ItemState.PLANNED: "grey",
    ItemState.IN_PROGRESS: "amber",
    ItemState.DONE: "green",
    ItemState.CANCELLED: "grey",
}
OPEN_ITEM = (ItemState.PLANNED, ItemState.IN_PROGRESS)

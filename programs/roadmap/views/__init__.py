"""The pages of the room."""

from programs.roadmap.views.approval import (
    roadmap_approve,
    roadmap_close,
    roadmap_drop,
    roadmap_return,
    roadmap_revise,
    roadmap_submit,
)
from programs.roadmap.views.items import item_add, item_delete, item_edit, item_move
from programs.roadmap.views.marks import (
    evidence_add,
    evidence_drop,
    item_file,
    item_mark,
    item_meeting,
    item_survey,
)
from programs.roadmap.views.meetings import meeting_items
from programs.roadmap.views.pages import roadmap_card, roadmap_create, roadmap_list
from programs.roadmap.views.stages import stage_add, stage_delete, stage_edit, stage_move

__all__ = [
    "evidence_add",
    "evidence_drop",
    "item_add",
    "item_delete",
    "item_edit",
    "item_file",
    "item_mark",
    "item_meeting",
    "item_move",
    "item_survey",
    "meeting_items",
    "roadmap_approve",
    "roadmap_card",
    "roadmap_close",
    "roadmap_create",
    "roadmap_drop",
    "roadmap_list",
    "roadmap_return",
    "roadmap_revise",
    "roadmap_submit",
    "stage_add",
    "stage_delete",
    "stage_edit",
    "stage_move",
]

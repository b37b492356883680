"""Every write about roadmaps: the year opened, the text, the approval, the work."""

from programs.roadmap.services.approval import (
    approve_by_order,
    approve_roadmap,
    close_roadmap,
    return_roadmap,
    submit_roadmap,
)
from programs.roadmap.services.fulfilment import fulfil_items
from programs.roadmap.services.marking import mark_item
from programs.roadmap.services.meeting import (
    fulfil_by_meeting,
    reopen_by_meeting,
    tie_items,
    tie_meeting,
)
from programs.roadmap.services.opening import copy_year, open_year
from programs.roadmap.services.placing import (
    add_stage,
    delete_item,
    delete_stage,
    move_item,
    move_stage,
    place_item,
    rename_stage,
)
from programs.roadmap.services.proving import add_evidence, remove_evidence
from programs.roadmap.services.reminding import remind_overdue
from programs.roadmap.services.revising import drop_roadmap, revise_roadmap
from programs.roadmap.services.surveying import fulfil_by_survey, tie_survey
from programs.roadmap.services.writing import add_item, edit_item

__all__ = [
    "add_evidence",
    "add_item",
    "add_stage",
    "approve_by_order",
    "approve_roadmap",
    "close_roadmap",
    "copy_year",
    "delete_item",
    "delete_stage",
    "drop_roadmap",
    "edit_item",
    "fulfil_by_meeting",
    "fulfil_by_survey",
    "fulfil_items",
    "mark_item",
    "move_item",
    "move_stage",
    "open_year",
    "place_item",
    "remind_overdue",
    "remove_evidence",
    "rename_stage",
    "reopen_by_meeting",
    "return_roadmap",
    "revise_roadmap",
    "submit_roadmap",
    "tie_items",
    "tie_meeting",
    "tie_survey",
]

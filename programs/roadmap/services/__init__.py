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
from programs.roadmap.services.opening import copy_year, open_year
from programs.roadmap.services.writing import add_item, edit_item

__all__ = [
    "add_item",
    "approve_by_order",
    "approve_roadmap",
    "close_roadmap",
    "copy_year",
    "edit_item",
    "fulfil_items",
    "mark_item",
    "open_year",
    "return_roadmap",
    "submit_roadmap",
]

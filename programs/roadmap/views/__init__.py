"""The pages of the room."""

from programs.roadmap.views.approval import roadmap_approve, roadmap_close, roadmap_return, roadmap_submit
from programs.roadmap.views.items import item_add, item_edit, item_mark
from programs.roadmap.views.pages import roadmap_card, roadmap_create, roadmap_list

__all__ = [
    "item_add",
    "item_edit",
    "item_mark",
    "roadmap_approve",
    "roadmap_card",
    "roadmap_close",
    "roadmap_create",
    "roadmap_list",
    "roadmap_return",
    "roadmap_submit",
]

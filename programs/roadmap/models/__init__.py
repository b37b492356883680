"""The tables of the room: a roadmap, its stages and items, what shows that an item is done."""

from programs.roadmap.models.evidence import ItemEvidence, evidence_path
from programs.roadmap.models.items import Item, ItemDuty
from programs.roadmap.models.roadmaps import ROADMAP_READERS, Roadmap, Stage

__all__ = ["ROADMAP_READERS", "Item", "ItemDuty", "ItemEvidence", "Roadmap", "Stage", "evidence_path"]

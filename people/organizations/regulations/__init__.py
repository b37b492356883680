"""Regulations as data: the schema of an organization's settings, its reading and its presets."""

from .base import Word
from .dates import DatePoint, ItemDate, MonthDay
from .law import FLOORS, Floor, agreement_required, effective, floor_of, floors_above, legal_warnings
from .loading import (
    Problem,
    RegulationError,
    check_regulation,
    load_preset,
    load_regulation,
    preset_codes,
)
from .roadmap import Roadmap, RoadmapItem, Stage
from .settings import (
    FROM_LAW,
    FROM_PRACTICE,
    FROM_RECOMMENDATION,
    NOT_IN_TEXT,
    RegulationSettings,
    setting_paths,
)

__all__ = [
    "FLOORS",
    "FROM_LAW",
    "FROM_PRACTICE",
    "FROM_RECOMMENDATION",
    "NOT_IN_TEXT",
    "DatePoint",
    "Floor",
    "ItemDate",
    "MonthDay",
    "Problem",
    "RegulationError",
    "RegulationSettings",
    "Roadmap",
    "RoadmapItem",
    "Stage",
    "Word",
    "agreement_required",
    "check_regulation",
    "effective",
    "floor_of",
    "floors_above",
    "legal_warnings",
    "load_preset",
    "load_regulation",
    "preset_codes",
    "setting_paths",
]

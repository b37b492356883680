"""Personalized program: explanatory note, event plan, agreement, approval, what was done."""

from programs.plans.models.events import Event, Evidence, Helper, evidence_path
from programs.plans.models.programs import (
    PROGRAM_READERS,
    WHOLE_READERS,
    KeptText,
    NoteParts,
    Program,
    ProgramTemplate,
    ProgramVersion,
)

__all__ = [
    "PROGRAM_READERS",
    "WHOLE_READERS",
    "Event",
    "Evidence",
    "Helper",
    "KeptText",
    "NoteParts",
    "Program",
    "ProgramTemplate",
    "ProgramVersion",
    "evidence_path",
]

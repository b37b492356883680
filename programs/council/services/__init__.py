"""Every write about meetings: planned, changed, held, taken back, cancelled."""

from programs.council.services.holding import cancel_meeting, correct_minutes, mark_held, take_mark_back
from programs.council.services.planning import edit_meeting, plan_meeting

__all__ = [
    "cancel_meeting",
    "correct_minutes",
    "edit_meeting",
    "mark_held",
    "plan_meeting",
    "take_mark_back",
]

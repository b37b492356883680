"""Deeds of the room: a choice from the ranking, the weights, plans for the whole bank."""

from programs.matching.services.choosing import choose_mentor, keep_with_proposal
from programs.matching.services.making import drop_plan, make_plan
from programs.matching.services.moving import move_line
from programs.matching.services.proposing import progress_of, propose_lines, take_up
from programs.matching.services.weighing import reset_weights, save_weights, take_weights_back

__all__ = [
    "choose_mentor",
    "drop_plan",
    "keep_with_proposal",
    "make_plan",
    "move_line",
    "progress_of",
    "propose_lines",
    "reset_weights",
    "save_weights",
    "take_up",
    "take_weights_back",
]

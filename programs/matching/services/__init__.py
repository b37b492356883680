"""Deeds of the room: a choice from the ranking, the weights."""

from programs.matching.services.choosing import choose_mentor, keep_with_proposal
from programs.matching.services.weighing import reset_weights, save_weights, take_weights_back

__all__ = ["choose_mentor", "keep_with_proposal", "reset_weights", "save_weights", "take_weights_back"]

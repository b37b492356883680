"""Pages of the room."""

from programs.matching.views.plans import plan_compare, plan_create, plan_drop, plan_list
from programs.matching.views.proposing import plan_propose, plan_resume
from programs.matching.views.suggestion import matching_choose, matching_suggestion
from programs.matching.views.weights import matching_weights, matching_weights_back
from programs.matching.views.workplace import plan_card, plan_move

__all__ = [
    "matching_choose",
    "matching_suggestion",
    "matching_weights",
    "matching_weights_back",
    "plan_card",
    "plan_compare",
    "plan_create",
    "plan_drop",
    "plan_list",
    "plan_move",
    "plan_propose",
    "plan_resume",
]

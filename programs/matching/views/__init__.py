"""Pages of the room."""

from programs.matching.views.suggestion import matching_choose, matching_suggestion
from programs.matching.views.weights import matching_weights, matching_weights_back

__all__ = ["matching_choose", "matching_suggestion", "matching_weights", "matching_weights_back"]

"""The tables of the room."""

from programs.matching.models.choices import MATCHING_READERS, MatchChoice, MatchWeights
from programs.matching.models.plans import MatchPlan, PlanLine

__all__ = ["MATCHING_READERS", "MatchChoice", "MatchPlan", "MatchWeights", "PlanLine"]

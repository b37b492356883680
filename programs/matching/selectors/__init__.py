"""Reads of the room: facts of the banks, weights, the ranking for one mentee."""

from programs.matching.selectors.loading import load_facts, load_facts_of
from programs.matching.selectors.suggesting import Candidate, Suggestion, choice_of, suggest
from programs.matching.selectors.weighing import Effect, effect_of, weights_of, weights_row

__all__ = [
    "Candidate",
    "Effect",
    "Suggestion",
    "choice_of",
    "effect_of",
    "load_facts",
    "load_facts_of",
    "suggest",
    "weights_of",
    "weights_row",
]

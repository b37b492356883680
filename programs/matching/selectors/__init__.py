"""Reads of the room: facts of the banks, weights, the ranking for one mentee, plans for the whole bank."""

from programs.matching.selectors.bank import (
    bank_task,
    candidate_of,
    candidates,
    group_kinds,
    group_size_of,
    mentees_waiting,
)
from programs.matching.selectors.loading import load_facts, load_facts_of
from programs.matching.selectors.plans import (
    OF_WAITING,
    bank_counts,
    differences,
    figures_of,
    group_size_now,
    news_of,
    seats_of,
    sizes_of_groups,
    units_of,
    why_words,
    with_figures,
)
from programs.matching.selectors.suggesting import Candidate, Suggestion, choice_of, suggest
from programs.matching.selectors.weighing import Effect, effect_of, weights_of, weights_row

__all__ = [
    "OF_WAITING",
    "Candidate",
    "Effect",
    "Suggestion",
    "bank_counts",
    "bank_task",
    "candidate_of",
    "candidates",
    "choice_of",
    "differences",
    "effect_of",
    "figures_of",
    "group_kinds",
    "group_size_now",
    "group_size_of",
    "load_facts",
    "load_facts_of",
    "mentees_waiting",
    "news_of",
    "seats_of",
    "sizes_of_groups",
    "suggest",
    "units_of",
    "weights_of",
    "weights_row",
    "why_words",
    "with_figures",
]

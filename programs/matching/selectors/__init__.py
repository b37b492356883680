"""Reads of the room: facts of the banks, weights."""

from programs.matching.selectors.loading import load_facts, load_facts_of
from programs.matching.selectors.weighing import weights_of

__all__ = ["load_facts", "load_facts_of", "weights_of"]

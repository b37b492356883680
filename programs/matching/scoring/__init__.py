"""How well a mentor and a mentee fit: facts in, figures and sentences out. Nothing here asks the database."""

from programs.matching.scoring.explaining import PartScore, Score, explain
from programs.matching.scoring.facts import Earlier, Lack, MenteeFacts, MentorFacts, Option
from programs.matching.scoring.matrix import Matrix, score_matrix
from programs.matching.scoring.parts import PARTS
from programs.matching.scoring.rules import MENTEE, MENTOR, Barrier
from programs.matching.scoring.values import best_form
from programs.matching.scoring.weights import DEFAULTS, LEAST, MOST, full

__all__ = [
    "DEFAULTS",
    "LEAST",
    "MENTEE",
    "MENTOR",
    "MOST",
    "PARTS",
    "Barrier",
    "Earlier",
    "Lack",
    "Matrix",
    "MenteeFacts",
    "MentorFacts",
    "Option",
    "PartScore",
    "Score",
    "best_form",
    "explain",
    "full",
    "score_matrix",
]

"""Reads about pairs and groups used in more than one place."""

from programs.mentorships.selectors.cards import history, lacks_processing, missing_consents, sides
from programs.mentorships.selectors.choices import (
    CHOOSABLE,
    Match,
    matches,
    mentees_to_choose,
    mentors_to_choose,
)
from programs.mentorships.selectors.standing import (
    awaited_people,
    awaiting_answer_of,
    count_by_stage,
    is_asked,
    next_step,
    place_of,
)
from programs.mentorships.selectors.wording import Regulations, end_of_school_year

__all__ = [
    "CHOOSABLE",
    "Match",
    "Regulations",
    "awaited_people",
    "awaiting_answer_of",
    "count_by_stage",
    "end_of_school_year",
    "history",
    "is_asked",
    "lacks_processing",
    "matches",
    "mentees_to_choose",
    "mentors_to_choose",
    "missing_consents",
    "next_step",
    "place_of",
    "sides",
]

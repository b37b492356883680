"""Reads about pairs and groups used in more than one place."""

from programs.mentorships.selectors.approvals import (
    approval_steps,
    awaiting_approval_of,
    lacking_approvals,
    next_approval,
)
from programs.mentorships.selectors.cards import history, lacks_processing, missing_consents, sides
from programs.mentorships.selectors.choices import (
    CHOOSABLE,
    Match,
    matches,
    mentees_to_choose,
    mentors_to_choose,
)
from programs.mentorships.selectors.curators import curators_of
from programs.mentorships.selectors.deadlines import is_program_late, program_due_on
from programs.mentorships.selectors.managers import led_by, reason_given
from programs.mentorships.selectors.standing import (
    awaited_people,
    awaiting_answer_of,
    count_by_stage,
    is_asked,
    next_step,
    place_of,
)
from programs.mentorships.selectors.wording import (
    Regulations,
    end_of_school_year,
    mentor_word,
    people_words,
    program_term_words,
)

__all__ = [
    "CHOOSABLE",
    "Match",
    "Regulations",
    "approval_steps",
    "awaited_people",
    "awaiting_approval_of",
    "awaiting_answer_of",
    "count_by_stage",
    "curators_of",
    "end_of_school_year",
    "history",
    "is_asked",
    "is_program_late",
    "lacking_approvals",
    "lacks_processing",
    "led_by",
    "matches",
    "mentees_to_choose",
    "mentor_word",
    "mentors_to_choose",
    "missing_consents",
    "next_approval",
    "next_step",
    "people_words",
    "place_of",
    "program_due_on",
    "program_term_words",
    "reason_given",
    "sides",
]

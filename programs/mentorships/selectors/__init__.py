"""Reads about pairs and groups used in more than one place."""

from programs.mentorships.selectors.approvals import (
    approval_steps,
    awaiting_approval_of,
    lacking_approvals,
    next_approval,
)
from programs.mentorships.selectors.cards import lacks_processing, missing_consents, sides
from programs.mentorships.selectors.choices import (
    CHOOSABLE,
    Match,
    matches,
    mentees_to_choose,
    mentors_to_choose,
)
from programs.mentorships.selectors.curators import curators_of
from programs.mentorships.selectors.deadlines import is_program_late, program_due_on
from programs.mentorships.selectors.links import (
    counterparts,
    is_single,
    is_single_meeting,
    joinings_underway,
    reverse_entries,
    without_meeting,
)
from programs.mentorships.selectors.managers import leads_anybody, led_by, reason_given
from programs.mentorships.selectors.standing import (
    awaited_people,
    awaiting_answer_of,
    count_by_stage,
    is_asked,
    next_step,
    place_of,
)
from programs.mentorships.selectors.sympathy import (
    answers_for,
    asks_sympathy,
    is_sympathy_asked,
    sympathy_awaited_of,
)
from programs.mentorships.selectors.timeline import history
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
    "answers_for",
    "approval_steps",
    "asks_sympathy",
    "awaited_people",
    "awaiting_answer_of",
    "awaiting_approval_of",
    "count_by_stage",
    "counterparts",
    "curators_of",
    "end_of_school_year",
    "history",
    "is_asked",
    "is_program_late",
    "is_single",
    "is_single_meeting",
    "is_sympathy_asked",
    "joinings_underway",
    "lacking_approvals",
    "lacks_processing",
    "leads_anybody",
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
    "reverse_entries",
    "sides",
    "sympathy_awaited_of",
    "without_meeting",
]

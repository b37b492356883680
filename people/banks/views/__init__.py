"""Pages of the two banks."""

from people.banks.views.mentees import mentee_card, mentee_create, mentee_edit, mentee_hired, mentee_list
from people.banks.views.mentors import (
    mentor_card,
    mentor_create,
    mentor_edit,
    mentor_list,
    mentor_open_list,
)
from people.banks.views.steps import (
    mentee_archive,
    mentee_pause,
    mentee_refresh,
    mentee_resume,
    mentor_archive,
    mentor_pause,
    mentor_refresh,
    mentor_resume,
)

__all__ = [
    "mentee_archive",
    "mentee_card",
    "mentee_create",
    "mentee_edit",
    "mentee_hired",
    "mentee_list",
    "mentee_pause",
    "mentee_refresh",
    "mentee_resume",
    "mentor_archive",
    "mentor_card",
    "mentor_create",
    "mentor_edit",
    "mentor_list",
    "mentor_open_list",
    "mentor_pause",
    "mentor_refresh",
    "mentor_resume",
]

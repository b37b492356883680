"""Pages of the two banks."""

from people.banks.views.bulk import mentee_bulk, mentor_bulk
from people.banks.views.catalog import (
    catalog,
    competence_add,
    competence_edit,
    competence_retire,
    competence_return,
    direction_add,
    direction_edit,
    direction_retire,
    direction_return,
    result_link,
)
from people.banks.views.lists import (
    mentee_form,
    mentee_list,
    mentee_workbook,
    mentor_form,
    mentor_list,
    mentor_workbook,
)
from people.banks.views.mentees import mentee_card, mentee_create, mentee_edit, mentee_hired
from people.banks.views.mentors import (
    mentor_card,
    mentor_create,
    mentor_edit,
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
    "catalog",
    "competence_add",
    "competence_edit",
    "competence_retire",
    "competence_return",
    "direction_add",
    "direction_edit",
    "direction_retire",
    "direction_return",
    "mentee_archive",
    "mentee_bulk",
    "mentee_card",
    "mentee_create",
    "mentee_edit",
    "mentee_form",
    "mentee_hired",
    "mentee_list",
    "mentee_pause",
    "mentee_refresh",
    "mentee_resume",
    "mentee_workbook",
    "mentor_archive",
    "mentor_bulk",
    "mentor_card",
    "mentor_create",
    "mentor_edit",
    "mentor_form",
    "mentor_list",
    "mentor_open_list",
    "mentor_pause",
    "mentor_refresh",
    "mentor_resume",
    "mentor_workbook",
    "result_link",
]

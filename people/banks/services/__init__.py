"""Every write about the banks."""

from people.banks.services.bulk import LABELS, STEPS, do_to_all
from people.banks.services.catalog import (
    add_competence,
    add_direction,
    bring_back,
    change_competence,
    rename_direction,
    retire,
    seed_catalog,
)
from people.banks.services.entries import edit_mentee, edit_mentor, enter_mentee, enter_mentor, enter_newly_hired
from people.banks.services.guards import CriteriaRefused
from people.banks.services.leaving import archive_left
from people.banks.services.reminding import remind_of_stale, remind_to_confirm
from people.banks.services.results import set_result_link, write_results
from people.banks.services.steps import (
    activate_entry,
    archive_entry,
    follow_consent,
    free_entry,
    pair_entry,
    pause_entry,
    refresh_entry,
    resume_entry,
)

__all__ = [
    "LABELS",
    "STEPS",
    "CriteriaRefused",
    "activate_entry",
    "add_competence",
    "add_direction",
    "archive_entry",
    "archive_left",
    "bring_back",
    "change_competence",
    "do_to_all",
    "edit_mentee",
    "edit_mentor",
    "enter_mentee",
    "enter_mentor",
    "enter_newly_hired",
    "follow_consent",
    "free_entry",
    "pair_entry",
    "pause_entry",
    "refresh_entry",
    "remind_of_stale",
    "remind_to_confirm",
    "rename_direction",
    "resume_entry",
    "retire",
    "seed_catalog",
    "set_result_link",
    "write_results",
]

"""Every write about the banks."""

from people.banks.services.catalog import seed_catalog
from people.banks.services.entries import edit_mentee, edit_mentor, enter_mentee, enter_mentor, enter_newly_hired
from people.banks.services.guards import CriteriaRefused
from people.banks.services.steps import (
    archive_entry,
    follow_consent,
    free_entry,
    pair_entry,
    pause_entry,
    refresh_entry,
    resume_entry,
)

__all__ = [
    "CriteriaRefused",
    "archive_entry",
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
    "resume_entry",
    "seed_catalog",
]

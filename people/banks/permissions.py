"""Who may open which address of the room: permissions.md, rows «mentor bank», «mentee bank», «sensitive category»."""

import rules

from people.accounts.predicates import (
    council,
    curator,
    director,
    mentee,
    mentor,
    psychologist,
    staff,
    sysadmin,
)

reads_banks = director | curator | council | psychologist | sysadmin
keeps_banks = curator | sysadmin


@rules.predicate
def is_own(actor, entry):
    """The entry is the actor's own."""
    return entry is not None and actor.employment is not None and entry.employment_id == actor.employment.pk


@rules.predicate
def mentors_them(actor, entry):
    """The actor is a mentor of this mentee."""
    if entry is None or actor.employment is None:
        return False
    return entry.members.filter(mentorship__mentor_entry__employment=actor.employment).exists()


# Who may see a category that can tell of health (152-FZ art. 10); only its person sets it.
sees_sensitive = curator | psychologist | is_own
# Phones, addresses and birth dates stand in lists and files only for those who read them on staff cards.
reads_contacts = keeps_banks | director

RIGHTS = {
    "people:mentor_list": reads_banks,
    "people:mentor_open_list": reads_banks | mentor | mentee | staff,
    "people:mentor_card": reads_banks | is_own,
    "people:mentor_create": keeps_banks,
    "people:mentor_edit": keeps_banks | is_own,
    "people:mentor_refresh": keeps_banks | is_own,
    "people:mentor_pause": keeps_banks,
    "people:mentor_resume": keeps_banks,
    "people:mentor_archive": curator,
    "people:mentor_bulk": keeps_banks,
    "people:mentor_workbook": reads_banks,
    "people:mentor_form": reads_contacts,
    "people:mentee_list": reads_banks,
    "people:mentee_card": reads_banks | is_own | mentors_them,
    "people:mentee_create": keeps_banks,
    "people:mentee_hired": keeps_banks,
    "people:mentee_edit": keeps_banks | is_own,
    "people:mentee_refresh": keeps_banks | is_own,
    "people:mentee_pause": keeps_banks,
    "people:mentee_resume": keeps_banks,
    "people:mentee_archive": curator,
    "people:mentee_bulk": keeps_banks,
    "people:mentee_workbook": reads_banks,
    "people:mentee_form": reads_contacts,
    "people:result_link": keeps_banks,
    "people:catalog": keeps_banks,
    "people:direction_add": keeps_banks,
    "people:direction_edit": keeps_banks,
    "people:direction_retire": keeps_banks,
    "people:direction_return": keeps_banks,
    "people:competence_add": keeps_banks,
    "people:competence_edit": keeps_banks,
    "people:competence_retire": keeps_banks,
    "people:competence_return": keeps_banks,
}

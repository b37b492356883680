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
    "people:mentee_list": reads_banks,
    "people:mentee_card": reads_banks | is_own | mentors_them,
    "people:mentee_create": keeps_banks,
    "people:mentee_hired": keeps_banks,
    "people:mentee_edit": keeps_banks | is_own,
    "people:mentee_refresh": keeps_banks | is_own,
    "people:mentee_pause": keeps_banks,
    "people:mentee_resume": keeps_banks,
    "people:mentee_archive": curator,
}

"""Who may open which address of the room, and which part of a card; permissions.md, row «staff card»."""

import rules

from people.accounts.predicates import council, curator, director, psychologist, sysadmin


@rules.predicate
def is_own(actor, card):
    """The card is the actor's own: of the present work, of a second post or of a former work here."""
    return card is not None and actor.employment is not None and card.person_id == actor.employment.person_id


@rules.predicate
def is_own_mentee(actor, card):
    """The actor mentors, or is asked to mentor, the person of the card."""
    if card is None or actor.employment is None:
        return False
    rows = type(card).objects.filter(pk=card.pk)
    return rows.filter(mentee_entry__members__mentorship__mentor_entry__employment=actor.employment).exists()


@rules.predicate
def is_own_mentor(actor, card):
    """The person of the card mentors, or is asked to mentor, the actor."""
    if card is None or actor.employment is None:
        return False
    rows = type(card).objects.filter(pk=card.pk)
    return rows.filter(mentor_entry__mentorships__members__mentee_entry__employment=actor.employment).exists()


keeps_staff = curator | sysadmin
reads_staff = keeps_staff | director | council | psychologist
# The three parts of a card beyond name and post.
reads_work = reads_staff | is_own | is_own_mentee
reads_contacts = keeps_staff | director | is_own | is_own_mentor
reads_all = keeps_staff | director | is_own

RIGHTS = {
    "people:staff_list": reads_staff,
    "people:staff_card": reads_staff | is_own | is_own_mentee | is_own_mentor,
    "people:staff_create": keeps_staff,
    "people:staff_edit": keeps_staff,
    "people:staff_forms": keeps_staff,
    "people:staff_contacts": is_own,
    "people:staff_leave": curator,
    "people:staff_return": curator,
    "people:staff_post_add": keeps_staff,
    "people:staff_merge": curator,
    "people:staff_merge_preview": curator,
    "people:staff_photo": reads_staff | is_own | is_own_mentee | is_own_mentor,
    "people:staff_photo_edit": curator | is_own,
    "people:staff_import_list": keeps_staff,
    "people:staff_import_create": keeps_staff,
    "people:staff_import_sample": keeps_staff,
    "people:staff_import_preview": keeps_staff,
    "people:staff_import_columns": keeps_staff,
    "people:staff_import_load": keeps_staff,
    "people:staff_import_undo": keeps_staff,
    "people:staff_import_drop": keeps_staff,
    "people:staff_import_failed": keeps_staff,
}

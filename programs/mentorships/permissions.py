"""Who may open which address of the room."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, sysadmin

readers = director | curator | council | psychologist | sysadmin


@rules.predicate
def takes_part(actor, mentorship):
    """On either side, as long as the mentee has not left."""
    if mentorship is None or actor.employment is None:
        return False
    mine = actor.employment.pk
    return mentorship.mentor_entry.employment_id == mine or any(
        member.mentee_entry.employment_id == mine for member in mentorship.current_members
    )


RIGHTS = {
    "programs:mentorship_list": readers | mentor | mentee,
    "programs:mentorship_propose": curator | council,
    "programs:mentorship_card": readers | takes_part,
    "programs:mentorship_accept": takes_part,
    # Those asked decline; the curator withdraws.
    "programs:mentorship_decline": curator | takes_part,
    "programs:mentorship_edit": curator | council,
}

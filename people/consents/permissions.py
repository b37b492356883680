"""Who may open which address of the room: permissions.md, row «consent register»."""

import rules

from people.accounts.predicates import curator, director, staff, sysadmin


@rules.predicate
def is_own(actor, consent):
    """The consent is the actor's own; nobody decides for somebody else."""
    return consent is not None and actor.person is not None and consent.person_id == actor.person.pk


RIGHTS = {
    "people:consent_list": director | curator | sysadmin,
    "people:consent_mine": staff,
    "people:consent_card": director | curator | sysadmin | is_own,
    "people:consent_scan": director | curator | sysadmin | is_own,
    "people:consent_give": is_own,
    "people:consent_refuse": is_own,
    # A withdrawal may come as a letter, and then the curator enters it.
    "people:consent_withdraw": is_own | curator,
    "people:consent_request": curator,
    "people:consent_paper": curator,
}

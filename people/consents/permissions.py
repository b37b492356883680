"""Who may open which address of the room: permissions.md, row «consent register»."""

import rules

from people.accounts.predicates import curator, director, staff, sysadmin


@rules.predicate
def is_own(actor, consent):
    """The consent is the actor's own; nobody decides for somebody else."""
    return consent is not None and actor.person is not None and consent.person_id == actor.person.pk


@rules.predicate
def is_own_agreement(actor, agreement):
    """The agreement is about the actor's own work."""
    return agreement is not None and actor.person is not None and agreement.employment.person_id == actor.person.pk


register_readers = director | curator | sysadmin
# Agreements tell of pay: whoever only looks after the accounts does not read them.
agreement_readers = director | curator
RIGHTS = {
    "people:consent_list": register_readers,
    "people:consent_register": register_readers,
    "people:consent_register_workbook": register_readers,
    "people:consent_missing": register_readers,
    "people:consent_remind": curator,
    "people:consent_mine": staff,
    "people:consent_text_list": register_readers,
    "people:consent_text_card": register_readers,
    "people:consent_text_create": curator,
    "people:consent_card": register_readers | is_own,
    "people:consent_scan": register_readers | is_own,
    "people:consent_give": is_own,
    "people:consent_refuse": is_own,
    "people:consent_renew": is_own,
    # A withdrawal may come as a letter, and then the curator enters it.
    "people:consent_withdraw": is_own | curator,
    "people:consent_request": curator,
    "people:consent_paper": curator,
    "people:agreement_list": agreement_readers,
    "people:agreement_workbook": agreement_readers,
    "people:agreement_card": agreement_readers | is_own_agreement,
    "people:agreement_scan": agreement_readers | is_own_agreement,
    "people:agreement_create": curator,
    "people:agreement_edit": curator,
    "people:agreement_drop": curator,
    "people:agreement_sign": curator,
    # The mentor resigns for oneself at any time (Labor Code art. 351.8).
    "people:agreement_notice": curator | is_own_agreement,
}

"""Who may open which address of the room: permissions.md, row «psychologist's notes»."""

import rules

from people.accounts.predicates import curator, psychologist
from people.accounts.states import Role
from people.organizations.selectors import regulation_on


def has_psychologist(organization, day):
    """Whether the regulation has psychological support (``psychologist.mode``) and somebody holds the role."""
    if regulation_on(organization, day).psychologist.mode == "off":
        return False
    return organization.memberships.active_on(day).filter(role=Role.PSYCHOLOGIST).exists()


@rules.predicate
def is_own(actor, entry):
    """The mentee is the actor."""
    return entry is not None and actor.employment is not None and entry.employment_id == actor.employment.pk


@rules.predicate
def keeps_alone(actor):
    """There is no psychologist, so the list and the contacts stay with the curator."""
    return actor.has(Role.CURATOR) and not has_psychologist(actor.organization, actor.today())


@rules.predicate
def wrote_it(actor, contact):
    return contact is not None and contact.by_id == actor.user.pk


supports = psychologist | keeps_alone

RIGHTS = {
    "programs:support_list": psychologist | curator,
    "programs:support_card": psychologist | curator | is_own,
    # Nobody supports oneself.
    "programs:support_take": supports & ~is_own,
    "programs:support_ask": curator & ~keeps_alone,
    "programs:support_contact": supports & ~is_own,
    "programs:support_contact_edit": supports & wrote_it,
    "programs:support_contact_remove": supports & wrote_it,
}

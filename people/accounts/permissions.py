"""Who may open which address of the room; permissions.md, row «accounts and roles»."""

import rules

from people.accounts.predicates import anybody, curator, director, installation_admin, signed_in, sysadmin
from people.accounts.states import BY_ORDER


@rules.predicate
def holds_no_ordered_role(actor, user):
    """The account is neither the head's nor the curator's here."""
    if user is None:
        return False
    held = user.memberships.active_on(actor.today()).filter(organization=actor.organization, role__in=BY_ORDER)
    return not held.exists()


@rules.predicate
def is_not_by_order(actor, thing):
    """A membership, or an invitation, whose role comes from no order: who hands it over could take it."""
    return thing is not None and thing.role not in BY_ORDER


RIGHTS = {
    "people:sign_in": anybody,
    "people:sign_out": anybody,
    "people:demo_enter": anybody,
    "people:set_language": anybody,
    "people:set_look": anybody,
    "people:join": anybody,
    "people:password_set": anybody,
    "people:password_change": signed_in,
    "people:account_list": director | curator | sysadmin,
    "people:account_invite": curator | sysadmin,
    "people:account_code": (curator | sysadmin) & is_not_by_order,
    "people:account_close": sysadmin & holds_no_ordered_role,
    "people:account_open": sysadmin & holds_no_ordered_role,
    "people:account_anywhere": installation_admin,
    "people:role_list": director | curator | sysadmin,
    "people:role_grant": sysadmin,
    "people:role_end": sysadmin & is_not_by_order,
}

"""Who may open which address of the room: permissions.md, row «mentor bank»; both organizations have to agree."""

import rules

from people.accounts.predicates import curator, director
from people.banks.permissions import is_own


@rules.predicate
def at_home(actor, grant):
    """The mentor belongs to the actor's organization."""
    return grant is not None and grant.home_id == actor.organization.pk


@rules.predicate
def at_host(actor, grant):
    """The actor's organization asked for the mentor."""
    return grant is not None and grant.host_id == actor.organization.pk


@rules.predicate
def is_the_mentor(actor, grant):
    """The actor is the mentor, in the own organization or in the one that asked."""
    mine = actor.employment.pk if actor.employment else None
    return grant is not None and mine is not None and mine in (grant.entry.employment_id, grant.guest_id)


RIGHTS = {
    "people:network_list": curator | director,
    "people:network_ask": curator,
    "people:network_offer": curator | is_own,
    "people:network_close": curator | is_own,
    "people:grant_card": curator | director | is_the_mentor,
    "people:grant_agree": curator & at_home,
    "people:grant_sign": director & at_home,
    "people:grant_accept": is_the_mentor & at_home,
    "people:grant_refuse": (curator | director | is_the_mentor) & at_home | curator & at_host,
    "people:grant_end": curator | is_the_mentor,
}

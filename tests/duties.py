"""What the first page tells somebody of those duties a test is about."""

from people.accounts.actor import actor_in
from reports.home.duties import DUTIES
from reports.home.standing import possible


def duties_among(kinds, user, organization):
    """The duties of ``user`` that come from ``kinds``, by the roles that have them."""
    actor = actor_in(user, organization)
    day = actor.today()
    collectors = dict.fromkeys(kind for role in actor.roles for kind in DUTIES.get(role, ()) if kind in kinds)
    return [duty for collect in possible(collectors, actor, day) for duty in collect(actor, day)]

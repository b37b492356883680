"""Who may open which address of the room: whoever may open the papers themselves."""

import rules

from people.accounts.access import may
from people.accounts.predicates import insider


@rules.predicate
def opens_some(actor, kind):
    """The actor may open papers of this kind, or has a row of it."""
    return kind is not None and (may(actor, kind.url_name) or kind.rows(actor).exists())


@rules.predicate
def asked_for_it(actor, job):
    """The print was made for the actor."""
    return job is not None and actor.user is not None and job.asked_by_id == actor.user.pk


RIGHTS = {
    "reports:papers": insider,
    "reports:papers_of_kind": opens_some,
    "reports:print_card": asked_for_it,
    "reports:print_file": asked_for_it,
    "reports:print_again": asked_for_it,
}

"""The words the rights tables are written in; predicates take the actor and, where needed, the object."""

import rules

from people.accounts.states import Role


def holds(role):
    """A predicate: the actor holds ``role`` in the organization or at the authority of the address."""
    return rules.Predicate(lambda actor: role in actor.roles, name=f"holds {role}")


director = holds(Role.DIRECTOR)
curator = holds(Role.CURATOR)
council = holds(Role.COUNCIL)
psychologist = holds(Role.PSYCHOLOGIST)
mentor = holds(Role.MENTOR)
mentee = holds(Role.MENTEE)
staff = holds(Role.STAFF)
sysadmin = holds(Role.SYSADMIN)
observer = holds(Role.OBSERVER)


@rules.predicate
def anybody(actor):
    """Also a visitor who has not signed in."""
    return True


@rules.predicate
def signed_in(actor):
    return actor.user is not None


@rules.predicate
def insider(actor):
    """Anybody with a role in the organization."""
    return bool(actor.roles)


@rules.predicate
def installation_admin(actor):
    return actor.is_installation_admin

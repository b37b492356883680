"""Who asks: a user seen from one organization or authority, with the roles held there today."""

from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from django.urls import reverse

from mentoring.lib.dates import today
from people.accounts.models import Membership
from people.accounts.states import Role
from people.banks.states import LIVE_STATES
from people.staff.models import Employment


@lru_cache(maxsize=10_000)
def _address(name, slug, *args):
    """The address of a page of an organization; a page has dozens of them, the same again and again."""
    return reverse(name, args=[slug, *args])


@dataclass(frozen=True)
class Actor:
    """A user in one organization; an anonymous visitor is an actor without a user and without roles."""

    user: object = None
    organization: object = None
    authority: object = None
    employment: object = None
    roles: frozenset = frozenset()
    memberships: tuple = field(default=(), repr=False)
    works: tuple = field(default=(), repr=False)

    @property
    def person(self):
        return self.employment.person if self.employment else None

    @property
    def is_installation_admin(self):
        return bool(self.user and self.user.is_installation_admin)

    def has(self, *roles):
        """Whether the actor holds any of ``roles``."""
        return not self.roles.isdisjoint(roles)

    def today(self):
        return self.organization.today()

    def url(self, name, *args, **kwargs):
        """The address of a page of the actor's organization."""
        if kwargs:
            return reverse(name, kwargs={"slug": self.organization.slug, **kwargs})
        return _address(name, self.organization.slug, *args)


def works_of(user, here=None):
    """Every work of the user's person, past and future, each with its bank entries: one query.

    ``here`` is an organization at hand, not to be read again: nearly everybody works at one place.
    """
    if user.person_id is None:
        return ()
    rows = Employment.objects.filter(person_id=user.person_id).order_by()
    works = _placed(rows.select_related("mentor_entry", "mentee_entry"), here)
    works = tuple(sorted(works, key=lambda work: (not work.is_primary, work.pk)))
    for work in works:
        work.person = user.person
    return works


def _placed(rows, here):
    """``rows`` as a tuple, those of the organization ``here`` with it."""
    rows = tuple(rows)
    for row in rows:
        if here is not None and row.organization_id == here.pk:
            row.organization = here
    return rows


def memberships_of(user, day, works=None, here=None):
    """Memberships that give ``user`` rights on ``day``: one query.

    Whoever left an organization has no rights there; the heads and curators of a closed organization read on,
    though nobody works there any more. ``works`` saves asking for :func:`works_of` again, ``here`` is an
    organization at hand.
    """
    rows = sorted(_placed(Membership.objects.active_on(day).filter(user=user), here), key=attrgetter("pk"))
    works = works_of(user, here) if works is None else works
    worked = {work.organization_id for work in works}
    gone = worked - {work.organization_id for work in works if work.goes_on(day)}
    return tuple(row for row in rows if row.organization_id not in gone or row.organization.closed_on)


def employment_of(user, organization, works=None):
    """The user's present work in the organization, with both bank entries, or None."""
    works = works_of(user) if works is None else works
    day = organization.today()
    here = (work for work in works if work.organization_id == organization.pk and work.is_active_on(day))
    return next(here, None)


def _derived_roles(employment):
    """Staff follows from employment, mentor and mentee from a live entry in the bank."""
    if employment is None:
        return set()
    roles = {Role.STAFF}
    for role, name in ((Role.MENTOR, "mentor_entry"), (Role.MENTEE, "mentee_entry")):
        entry = getattr(employment, name, None)
        if entry is not None and entry.state in LIVE_STATES:
            roles.add(role)
    return roles


def _observes(membership, organization):
    """Whether the observer's authority stands above the organization, at any height."""
    authority = organization.authority if membership.authority_id else None
    while authority is not None:
        if authority.pk == membership.authority_id:
            return True
        authority = authority.parent
    return False


def actor_in(user, organization):
    """The actor ``user`` is in ``organization`` today; without roles for an outsider."""
    if not user.is_active:
        return Actor(user=user, organization=organization)
    works = works_of(user, organization)
    memberships = memberships_of(user, organization.today(), works, organization)
    employment = employment_of(user, organization, works)
    roles = _derived_roles(employment)
    for membership in memberships:
        if membership.organization_id == organization.pk or _observes(membership, organization):
            roles.add(Role(membership.role))
    return Actor(
        user=user,
        organization=organization,
        employment=employment,
        roles=frozenset(roles),
        memberships=memberships,
        works=works,
    )


def actor_at(user, authority):
    """The actor ``user`` is at ``authority``: an observer of it or of one above it, or without roles."""
    works = works_of(user)
    memberships = memberships_of(user, today(), works)
    observed = {row.authority_id for row in memberships if row.authority_id}
    node, roles = authority, frozenset()
    while node is not None and not roles:
        if node.pk in observed:
            roles = frozenset({Role.OBSERVER})
        node = node.parent
    return Actor(user=user, authority=authority, roles=roles, memberships=memberships, works=works)

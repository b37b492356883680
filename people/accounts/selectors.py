"""Reads about accounts."""

from operator import attrgetter

from django.db.models import Exists, OuterRef, Q, Subquery, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.lib.dates import today
from people.accounts.actor import memberships_of, works_of
from people.accounts.models import Membership, User
from people.accounts.states import Role
from people.organizations.models import Organization
from people.staff.models import Employment

DEMO_ROLES = (
    Role.DIRECTOR,
    Role.CURATOR,
    Role.COUNCIL,
    Role.PSYCHOLOGIST,
    Role.MENTOR,
    Role.MENTEE,
    Role.STAFF,
    Role.SYSADMIN,
)


def demo_accounts():
    """The accounts of the demonstration: [(heading, [(role label, login, address to enter)])]."""
    names = {user.login: user.display_name for user in User.objects.filter(is_demo=True)}
    rows = []
    for organization in Organization.objects.filter(is_demo=True).order_by("pk"):
        line = [(role.label, f"{role}@{organization.slug}.example") for role in DEMO_ROLES]
        rows.append((organization.short_name, line))
    above = sorted(login for login in names if login.startswith(("observer@", "admin@")))
    rows.append(("", [(names[login] or login, login) for login in above]))
    return [
        (
            heading,
            [(label, login, reverse("people:demo_enter", args=[login])) for label, login in line if login in names],
        )
        for heading, line in rows
    ]


def roles_of(organization):
    """Roles of the organization that run or are still ahead."""
    rows = Membership.objects.filter(organization=organization)
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=organization.today()))


def working_in(organization):
    return Employment.objects.active_on(organization.today()).filter(organization=organization)


def left_with_account(organization):
    """The last work here of those who left with an account and work nowhere in the installation."""
    day = organization.today()
    of_person = Employment.objects.filter(person=OuterRef("person"))
    goes_on = of_person.filter(Q(ends_on=None) | Q(ends_on__gte=day))
    last = of_person.filter(organization=organization).order_by("-ends_on", "-pk").values("pk")[:1]
    rows = Employment.objects.filter(organization=organization, ends_on__lt=day, person__user__isnull=False)
    return rows.filter(pk=Subquery(last)).exclude(Exists(goes_on))


def places_of(user, memberships=None, works=None):
    """Where ``user`` belongs today: [(name, address, roles in words)], organizations, authorities, installation.

    ``memberships`` and ``works`` save asking for :func:`memberships_of` and :func:`works_of` again.
    """
    day = today()
    works = works_of(user) if works is None else works
    memberships = memberships_of(user, day, works) if memberships is None else memberships
    prefetch_related_objects(works, "organization")
    prefetch_related_objects(memberships, "organization", "authority")
    places = {}
    for row in memberships:
        place = row.organization or row.authority
        places.setdefault((row.organization_id is None, place.pk), (place, []))[1].append(row.get_role_display())
    for work in sorted(works, key=attrgetter("pk")):
        if work.is_active_on(day):
            places.setdefault((False, work.organization_id), (work.organization, [Role.STAFF.label]))
    found = [
        (str(place), reverse("reports:territory", args=[pk]) if above else _home_of(place), ", ".join(map(str, roles)))
        for (above, pk), (place, roles) in sorted(places.items(), key=lambda item: item[0][0])
    ]
    if user.is_installation_admin:
        found.append((_("Installation"), reverse("people:installation"), _("installation administrator")))
    return found


def stands_elsewhere(user, organization):
    """Whether the account of ``user`` serves another place too, today or ahead.

    Another organization that works, an authority, or the installation.
    """
    day = organization.today()
    ahead = Membership.objects.filter(user=user, starts_on__gt=day)
    works = works_of(user)
    serves = (*memberships_of(user, day, works), *ahead.select_related("organization"))
    serves += tuple(work for work in works if work.goes_on(day))
    elsewhere = [row.organization for row in serves if row.organization_id != organization.pk]
    return user.is_installation_admin or any(place is None or place.closed_on is None for place in elsewhere)


def _home_of(organization):
    return reverse("reports:home", args=[organization.slug])


def first_place(user):
    """The address of the page a user starts from, or None for somebody who belongs nowhere (yet or any more)."""
    day = today()
    works = works_of(user)
    for membership in memberships_of(user, day, works):
        if membership.organization:
            return reverse("reports:home", args=[membership.organization.slug])
        return reverse("reports:territory", args=[membership.authority_id])
    for work in works:
        if work.is_active_on(day):
            return _home_of(work.organization)
    return reverse("people:installation") if user.is_installation_admin else None

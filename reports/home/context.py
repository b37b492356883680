"""What every page of the shell shows: rail, organization, person, bell."""

from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year, school_year_label
from mentoring.lib.typography import tidy
from people.accounts.access import may
from people.accounts.selectors import places_of
from people.accounts.states import LOOKS, Role
from people.notices.models import Notice
from people.organizations.selectors import own_word
from reports.home.rail import INSTALLATION, LEADING, RAIL


@dataclass
class Way:
    """One entry of the rail as the template shows it."""

    label: str
    url: str
    icon: str
    current: bool = False
    count: int = 0


@dataclass
class Shell:
    """The frame of a page for one actor."""

    look: str = "normal"
    demo: bool = False
    rail: list = field(default_factory=list)
    more: list = field(default_factory=list)
    organization: object = None
    organizations: list = field(default_factory=list)
    school_year: str = ""
    unread: int = 0
    notices_url: str = ""
    search_url: str = ""
    person_label: str = ""
    role_label: str = ""
    initials: str = ""
    card_url: str = ""


def ways_of(actor, path):
    """The addresses open to the actor, leading role first, each once, without those the rights refuse."""
    seen, ways = set(), []
    for role in LEADING:
        for entry in RAIL.get(role, ()) if actor.has(role) else ():
            label = str(entry.label)
            if label not in seen and may(actor, entry.name):
                seen.add(label)
                url = actor.url(entry.name)
                is_home = entry.name == "reports:home"
                current = path == url if is_home else path.startswith(url)
                ways.append(Way(label, url, entry.icon, current))
    return ways


def leading_role(actor):
    return next((role for role in LEADING if actor.has(role)), None)


def shell(request):
    """Context processor: ``shell`` for base.html."""
    actor = getattr(request, "actor", None)
    look = request.COOKIES.get("look", "normal")
    frame = Shell(look=look if look in LOOKS else "normal", demo=settings.DEMO)
    if actor is None or actor.user is None:
        return {"shell": frame}
    _name_person(frame, actor)
    if actor.organization is not None and actor.roles:
        _furnish(frame, actor, request.path)
    elif actor.authority is not None and actor.roles:
        here = _territory(actor.authority, current=True)
        frame.organization, frame.rail = actor.authority.name, [here]
        frame.organizations = _other_places(actor, here.url)
    elif actor.is_installation_admin:
        frame.organization, frame.rail = _("Installation"), _installation(request.path)
        frame.organizations = _other_places(actor, reverse("people:installation"))
    return {"shell": frame}


def _territory(authority, current=False):
    return Way(_("Territory"), reverse("reports:territory", args=[authority.pk]), "map", current)


def _observed(actor):
    """The way back to the territory of whoever looks into an organization from above."""
    rows = [row.authority for row in actor.memberships if row.authority_id] if actor.has(Role.OBSERVER) else []
    return [_territory(rows[0])] if rows and not may(actor, "reports:home") else []


def _installation(path):
    """The two pages of the installation; organizations are below the first address, authorities too."""
    urls = [reverse(entry.name) for entry in INSTALLATION]
    current = max((url for url in urls if path.startswith(url)), key=len, default="")
    return [Way(entry.label, url, entry.icon, url == current) for entry, url in zip(INSTALLATION, urls, strict=True)]


def _stands_elsewhere(actor):
    """Whether the actor of an organization may belong to another place too; nearly nobody does."""
    known = {row.organization_id for row in (*actor.memberships, *actor.works)}
    return actor.is_installation_admin or not known <= {actor.organization.pk}


def _other_places(actor, here):
    known = (actor.memberships, actor.works) if actor.roles else ()
    return [place for place in places_of(actor.user, *known) if place[1] != here]


def _name_person(frame, actor):
    person = actor.person or actor.user.person
    frame.person_label = person.short_name if person else str(actor.user)
    letters = (person.last_name[0] + person.first_name[0]) if person else frame.person_label[:1]
    frame.initials = letters.upper()
    role = leading_role(actor)
    if role:
        frame.role_label = _role_word(actor, role)
    elif actor.is_installation_admin:
        frame.role_label = _("installation administrator")


def _role_word(actor, role):
    """The role as the organization calls it: its head may be a директор or a заведующий."""
    label = Role(role).label
    return own_word(actor.organization, "head", "nominative", label) if role == Role.DIRECTOR else label


def _furnish(frame, actor, path):
    organization = actor.organization
    ways = _observed(actor) + ways_of(actor, path)
    frame.rail, frame.more = ways[:8], ways[8:]
    frame.organization = tidy(organization.short_name)
    frame.school_year = school_year_label(school_year(organization.today()))
    frame.organizations = _other_places(actor, actor.url("reports:home")) if _stands_elsewhere(actor) else []
    frame.unread = Notice.objects.visible_to(actor).unread().count()
    frame.notices_url = actor.url("people:notice_list")
    if actor.employment:
        frame.card_url = actor.url("people:staff_card", actor.employment.pk)
    if may(actor, "reports:search"):
        frame.search_url = actor.url("reports:search")

"""Overdue items, told to those who answer for them."""

from datetime import timedelta

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from people.accounts.models import User
from people.accounts.states import Role
from people.banks.states import LIVE_STATES
from people.notices.models import Notice
from people.notices.services import notify
from people.staff.models import Employment
from programs.orders.selectors import holders_of
from programs.roadmap.models import Item

OVERDUE = gettext_noop("%(count)s overdue in the roadmap, which you answer for: %(items)s")
QUIET = timedelta(days=7)
NAMED = 2
# Roles nobody is given: they follow from the staff card and from the banks.
_LIVE = {Role.MENTOR: "mentor_entry", Role.MENTEE: "mentee_entry"}


def remind_overdue(organization, day):
    """Tell everybody who answers for overdue items of a running roadmap, once a week as long as they are the same.

    Those who answer are the named persons and all who hold a named role; an item nobody answers for goes to the
    curators. Returns how many notices were written.
    """
    late = Item.objects.overdue(day).filter(stage__roadmap__organization=organization)
    items = late.select_related("stage").prefetch_related("duties__employment__person__user").order_by("due_on", "pk")
    asked, holders = {}, {}
    for item in items:
        for user in _answering(item, organization, day, holders):
            asked.setdefault(user, []).append(item)
    return sum(_remind(user, found, organization) for user, found in asked.items())


def _remind(user, items, organization):
    roadmap = items[0].stage.roadmap_id
    url = reverse("programs:roadmap_card", args=[organization.slug, roadmap]) + "?overdue=true&mine=true"
    names = [Truncator(item.content).chars(60) for item in items[:NAMED]]
    words = "; ".join(names) + (" …" if len(items) > NAMED else "")
    values = {"count": str(len(items)), "items": words, "keys": [item.pk for item in items]}
    said = Notice.objects.filter(user=user, organization=organization, sentence=OVERDUE, at__gt=now() - QUIET)
    if any(notice.values.get("keys") == values["keys"] for notice in said):
        return 0
    return len(notify([user], OVERDUE, organization=organization, url=url, **values))


def _answering(item, organization, day, holders):
    """The users who answer for ``item``, each once."""
    duties = list(item.duties.all())
    roles = [duty.role for duty in duties if duty.role] or ([item.role] if item.role and not duties else [])
    found = {user for role in roles for user in _holders(role, organization, day, holders)}
    for duty in duties:
        user = getattr(duty.employment.person, "user", None) if duty.employment_id else None
        if user is not None and user.is_active:
            found.add(user)
    return found or set(_holders(Role.CURATOR, organization, day, holders))


def _holders(role, organization, day, known):
    """Who holds ``role``; asked once for each role."""
    if role not in known:
        known[role] = (
            _derived(role, organization, day) if role in (*_LIVE, Role.STAFF) else holders_of(role, organization)
        )
    return known[role]


def _derived(role, organization, day):
    rows = Employment.objects.active_on(day).filter(organization=organization)
    if role in _LIVE:
        rows = rows.filter(**{f"{_LIVE[role]}__state__in": LIVE_STATES})
    return list(User.objects.filter(person__employments__in=rows, is_active=True).distinct())

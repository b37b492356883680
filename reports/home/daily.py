"""What the calendar does by itself, organization by organization; running twice a day changes nothing."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import User
from people.accounts.states import Role
from people.consents.services import expire_consents
from people.notices.services import notify
from programs.mentorships.services import start_due_mentorships
from programs.models import Event, Item
from programs.roadmap.states import ItemState, RoadmapState

OVERDUE_EVENTS = gettext_noop("Some events of your program are overdue. Mark them or move them to another day.")
OVERDUE_ITEMS = gettext_noop("Some items of the roadmap are overdue. Mark them or agree on another day.")


def remind_of_events(organization):
    """One notice to each mentor and mentee whose running programs have overdue events; returns how many."""
    late = Event.objects.overdue(organization.today()).filter(program__mentorship__organization=organization)
    asked = 0
    for program in {event.program_id: event.program for event in late.with_program()}.values():
        pair = program.mentorship
        people = [pair.mentor, *(member.person for member in pair.current_members)]
        users = User.objects.filter(person__in=people, is_active=True)
        url = reverse("programs:program_card", args=[organization.slug, program.pk])
        asked += len(notify(users, OVERDUE_EVENTS, organization=organization, url=url))
    return asked


def remind_of_roadmap(organization):
    """One notice to the curators where items of a running roadmap are overdue; returns how many."""
    late = Item.objects.filter(
        stage__roadmap__organization=organization,
        stage__roadmap__state=RoadmapState.RUNNING,
        state__in=[ItemState.PLANNED, ItemState.IN_PROGRESS],
        due_on__lt=organization.today(),
    )
    item = late.select_related("stage").first()
    if item is None:
        return 0
    curators = organization.memberships.active_on(organization.today()).filter(role=Role.CURATOR)
    users = User.objects.filter(memberships__in=curators, is_active=True).distinct()
    url = reverse("programs:roadmap_card", args=[organization.slug, item.stage.roadmap_id])
    return len(notify(users, OVERDUE_ITEMS, organization=organization, url=url))


DAILY = (start_due_mentorships, expire_consents, remind_of_events, remind_of_roadmap)

"""What the calendar does by itself, organization by organization; running twice a day changes nothing."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import User
from people.banks.services import archive_left, remind_of_stale
from people.consents.services import expire_consents, follow_agreements, remind_of_ending
from people.network.services import keep_grants
from people.notices.services import notify
from people.surveys.services import keep_campaigns
from programs.mentorships.services import close_left, start_due_mentorships
from programs.models import Event
from programs.orders.services import remind_unread
from programs.roadmap.services import remind_overdue
from programs.support.services import keep_cases
from reports.orders.services import carry_out_due_changes
from reports.printing.services import forget_prints

OVERDUE_EVENTS = gettext_noop("Some events of your program are overdue. Mark them or move them to another day.")


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
    """Notices to those who answer for overdue items of the roadmap; returns how many."""
    return remind_overdue(organization, organization.today())


DAILY = (
    carry_out_due_changes,
    start_due_mentorships,
    expire_consents,
    follow_agreements,
    keep_grants,
    close_left,
    archive_left,
    keep_cases,
    keep_campaigns,
    remind_of_events,
    remind_of_roadmap,
    remind_unread,
    remind_of_stale,
    remind_of_ending,
    forget_prints,
)

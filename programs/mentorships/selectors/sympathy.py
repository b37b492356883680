"""Whom the question about mutual sympathy is asked of, and what the curator has to do about the answers."""

import datetime

from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship, SympathyAnswer
from programs.mentorships.selectors.standing import place_of
from programs.mentorships.states import LOW_FEELING, RUNNING, SYMPATHY, MentorshipState

# Without a meeting marked by then the question comes all the same.
DAYS_TO_ASK = datetime.timedelta(days=14)


def asks_sympathy(organization, day):
    """Whether the regulation of ``day`` joins a pair by mutual sympathy (6.1, ``criteria.pair``)."""
    return any(item.code == SYMPATHY for item in regulation_on(organization, day).criteria.pair)


def is_sympathy_asked(mentorship, employment):
    """Whether ``employment`` is asked, or has answered and may change it: at work, after the first meeting.

    Without any meeting marked the question comes two weeks after the start.
    """
    day = mentorship.organization.today()
    role, member = place_of(mentorship, employment)
    if role is None or mentorship.state != MentorshipState.ACTIVE or not asks_sympathy(mentorship.organization, day):
        return False
    began = max(filter(None, (mentorship.starts_on, mentorship.ordered_on, member and member.joined_on)))
    if day >= began + DAYS_TO_ASK:
        return True
    return mentorship.programs.filter(events__state="held", events__held_on__gte=began).exists()


def sympathy_awaited_of(employment):
    """The pairs at work about which ``employment`` is asked and has not answered."""
    organization = employment.organization
    if not asks_sympathy(organization, organization.today()):
        return []
    rows = Mentorship.objects.filter(organization=organization, state=MentorshipState.ACTIVE).of(employment)
    rows = rows.exclude(sympathies__by__person=employment.person_id).with_people()
    return [row for row in rows if is_sympathy_asked(row, employment)]


def answers_for(actor):
    """Answers the curator has something to do about: (to read, low ones read and not talked about).

    Never those of a pair the curator takes part in.
    """
    rows = SympathyAnswer.objects.filter(
        mentorship__organization=actor.organization, mentorship__state__in=RUNNING
    ).select_related("mentorship")
    if actor.employment:
        rows = rows.exclude(mentorship__in=Mentorship.objects.of(actor.employment).values("pk"))
    return rows.filter(read_at=None), rows.filter(read_at__isnull=False, feeling__lte=LOW_FEELING, talked_on=None)

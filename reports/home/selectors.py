"""Reads that several duties share."""

from django.db.models import Exists, OuterRef

from people.banks.states import EntryState
from people.models import MenteeEntry
from programs.mentorships.states import UNDERWAY, MentorshipState
from programs.models import Member


def mentees_without_proposal(organization):
    """Mentees of the bank who could be paired and are in no proposal and no active pair."""
    taken = Member.objects.filter(
        mentee_entry=OuterRef("pk"), left_on=None, mentorship__state__in=[*UNDERWAY, MentorshipState.ACTIVE]
    )
    rows = MenteeEntry.objects.of_organization(organization).filter(~Exists(taken), state=EntryState.ACTIVE)
    return rows.select_related("employment__person")

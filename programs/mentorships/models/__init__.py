"""Pair and group: one mentor, one or more mentees, from the proposal to the end."""

from programs.mentorships.models.beside import CounterProposal, SingleMeeting, SympathyAnswer
from programs.mentorships.models.pairs import (
    MENTORSHIP_READERS,
    Member,
    Mentorship,
    PairApproval,
    members_with_people,
)

__all__ = [
    "MENTORSHIP_READERS",
    "CounterProposal",
    "Member",
    "Mentorship",
    "PairApproval",
    "SingleMeeting",
    "SympathyAnswer",
    "members_with_people",
]

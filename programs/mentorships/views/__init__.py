"""Pages of pairs and groups."""

from programs.mentorships.views.agreements import mentorship_agreement
from programs.mentorships.views.answers import mentorship_accept, mentorship_decline
from programs.mentorships.views.approvals import mentorship_approve
from programs.mentorships.views.pages import mentorship_card, mentorship_list
from programs.mentorships.views.terms import mentorship_edit, mentorship_propose

__all__ = [
    "mentorship_accept",
    "mentorship_agreement",
    "mentorship_approve",
    "mentorship_card",
    "mentorship_decline",
    "mentorship_edit",
    "mentorship_list",
    "mentorship_propose",
]

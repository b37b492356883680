"""Pages of pairs and groups."""

from programs.mentorships.views.agreements import mentorship_agreement
from programs.mentorships.views.answers import mentorship_accept, mentorship_decline
from programs.mentorships.views.approvals import mentorship_approve
from programs.mentorships.views.countering import counter_card, mentorship_counter
from programs.mentorships.views.groups import mentorship_join, mentorship_leave, mentorship_shrunken
from programs.mentorships.views.meeting import mentorship_meeting, mentorship_met
from programs.mentorships.views.pages import mentorship_card, mentorship_list
from programs.mentorships.views.suspending import mentorship_resume, mentorship_suspend
from programs.mentorships.views.sympathy import mentorship_sympathies, mentorship_sympathy
from programs.mentorships.views.terms import mentorship_edit, mentorship_propose

__all__ = [
    "counter_card",
    "mentorship_accept",
    "mentorship_agreement",
    "mentorship_approve",
    "mentorship_card",
    "mentorship_counter",
    "mentorship_decline",
    "mentorship_edit",
    "mentorship_join",
    "mentorship_leave",
    "mentorship_list",
    "mentorship_meeting",
    "mentorship_met",
    "mentorship_propose",
    "mentorship_resume",
    "mentorship_shrunken",
    "mentorship_suspend",
    "mentorship_sympathies",
    "mentorship_sympathy",
]

"""Every write of the room: proposing, answering, the way through an order, the end."""

from programs.mentorships.services.agreements import draft_agreement_of, end_agreements_of
from programs.mentorships.services.answers import (
    accept_mentorship,
    agree_as_mentee,
    agree_as_mentor,
    decline_mentorship,
    text_to_sign,
)
from programs.mentorships.services.approvals import approve_mentorship
from programs.mentorships.services.life import (
    activate_mentorship,
    complete_mentorship,
    enter_order,
    leave_order,
    start_due_mentorships,
    terminate_mentorship,
)
from programs.mentorships.services.proposals import change_mentorship, propose_mentorship
from programs.mentorships.services.replacing import end_by_order, replace_mentorship

__all__ = [
    "accept_mentorship",
    "activate_mentorship",
    "agree_as_mentee",
    "agree_as_mentor",
    "approve_mentorship",
    "change_mentorship",
    "complete_mentorship",
    "decline_mentorship",
    "draft_agreement_of",
    "end_agreements_of",
    "end_by_order",
    "enter_order",
    "leave_order",
    "propose_mentorship",
    "replace_mentorship",
    "start_due_mentorships",
    "terminate_mentorship",
    "text_to_sign",
]

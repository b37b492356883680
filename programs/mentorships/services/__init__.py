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
from programs.mentorships.services.countering import answer_counter, propose_change, take_counter
from programs.mentorships.services.joining import propose_joining
from programs.mentorships.services.leaving import close_left, leave_group, make_pair
from programs.mentorships.services.life import (
    activate_mentorship,
    complete_mentorship,
    end_mentorship,
    enter_order,
    leave_order,
    start_due_mentorships,
    take_back_ordered,
    terminate_mentorship,
)
from programs.mentorships.services.meeting import mark_meeting, set_meeting
from programs.mentorships.services.proposals import add_mentee, change_mentorship, propose_both_ways, propose_mentorship
from programs.mentorships.services.replacing import end_by_order, replace_mentorship
from programs.mentorships.services.suspending import resume_mentorship, suspend_mentorship
from programs.mentorships.services.sympathy import answer_sympathy, note_talk, read_sympathy

__all__ = [
    "accept_mentorship",
    "activate_mentorship",
    "add_mentee",
    "agree_as_mentee",
    "agree_as_mentor",
    "answer_counter",
    "answer_sympathy",
    "approve_mentorship",
    "change_mentorship",
    "close_left",
    "complete_mentorship",
    "decline_mentorship",
    "draft_agreement_of",
    "end_agreements_of",
    "end_by_order",
    "end_mentorship",
    "enter_order",
    "leave_group",
    "leave_order",
    "make_pair",
    "mark_meeting",
    "note_talk",
    "propose_both_ways",
    "propose_change",
    "propose_joining",
    "propose_mentorship",
    "replace_mentorship",
    "read_sympathy",
    "resume_mentorship",
    "set_meeting",
    "start_due_mentorships",
    "suspend_mentorship",
    "take_back_ordered",
    "take_counter",
    "terminate_mentorship",
    "text_to_sign",
]

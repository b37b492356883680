"""The tables of the room: what is asked, whom, and what they said."""

from people.surveys.models.answers import AnonymousResponse, Proposal, Response
from people.surveys.models.campaigns import RESULT_READERS, Campaign, Invitee
from people.surveys.models.questionnaires import Question, Questionnaire

__all__ = [
    "RESULT_READERS",
    "AnonymousResponse",
    "Campaign",
    "Invitee",
    "Proposal",
    "Question",
    "Questionnaire",
    "Response",
]

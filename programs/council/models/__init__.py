"""What the council meets on, and what it says to proposed pairs."""

from programs.council.models.meetings import MEETING_READERS, AgendaPoint, Attendance, Meeting, minutes_path
from programs.council.models.pairs import PairBallot, PairComment, PairDecision, PairVote

__all__ = [
    "MEETING_READERS",
    "AgendaPoint",
    "Attendance",
    "Meeting",
    "PairBallot",
    "PairComment",
    "PairDecision",
    "PairVote",
    "minutes_path",
]

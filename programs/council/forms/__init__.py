"""The forms of the room."""

from programs.council.forms.minutes import MinutesForm
from programs.council.forms.pairs import BallotForm, CommentForm, DecisionForm, VoteForm
from programs.council.forms.planning import CancelForm, MeetingForm

__all__ = ["BallotForm", "CancelForm", "CommentForm", "DecisionForm", "MeetingForm", "MinutesForm", "VoteForm"]

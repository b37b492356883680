"""The forms of the room."""

from programs.council.forms.minutes import MinutesForm
from programs.council.forms.planning import CancelForm, MeetingForm

__all__ = ["CancelForm", "MeetingForm", "MinutesForm"]

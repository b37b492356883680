"""The forms of the room."""

from programs.mentorships.forms.answers import (
    AcceptForm,
    ApprovalForm,
    DeclineForm,
    MeetingForm,
    MeetingMarkForm,
    SympathyForm,
)
from programs.mentorships.forms.groups import JoinForm, KindsForm, LeaveForm, SuspendForm
from programs.mentorships.forms.terms import (
    CHOSEN,
    ChangeForm,
    CounterAnswerForm,
    CounterForm,
    ProposalForm,
    TermsForm,
    has_reverse,
    manager_field,
)

__all__ = [
    "AcceptForm",
    "ApprovalForm",
    "CHOSEN",
    "ChangeForm",
    "CounterAnswerForm",
    "CounterForm",
    "DeclineForm",
    "JoinForm",
    "KindsForm",
    "LeaveForm",
    "MeetingForm",
    "MeetingMarkForm",
    "ProposalForm",
    "SuspendForm",
    "SympathyForm",
    "TermsForm",
    "has_reverse",
    "manager_field",
]

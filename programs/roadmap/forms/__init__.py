"""Forms of the room."""

from programs.roadmap.forms.items import ItemForm
from programs.roadmap.forms.marks import (
    ApprovalForm,
    EvidenceForm,
    MarkForm,
    MeetingChoiceForm,
    MeetingItemsForm,
    ReasonForm,
    ReturnForm,
    StageForm,
    SurveyForm,
    YearForm,
)

__all__ = [
    "ApprovalForm",
    "EvidenceForm",
    "ItemForm",
    "MarkForm",
    "MeetingChoiceForm",
    "MeetingItemsForm",
    "ReasonForm",
    "ReturnForm",
    "StageForm",
    "SurveyForm",
    "YearForm",
]

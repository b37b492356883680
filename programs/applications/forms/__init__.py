"""Forms of the room: filing each kind, answering, deciding, finding the new mentor."""

from programs.applications.forms.correcting import CorrectionForm
from programs.applications.forms.deciding import (
    AgendaForm,
    DecisionForm,
    MediationForm,
    SuccessorForm,
    VisaForm,
)
from programs.applications.forms.filing import AnswerForm, FilingForm, WithdrawForm

__all__ = [
    "AgendaForm",
    "AnswerForm",
    "CorrectionForm",
    "DecisionForm",
    "FilingForm",
    "MediationForm",
    "SuccessorForm",
    "VisaForm",
    "WithdrawForm",
]

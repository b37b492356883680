"""Forms of the order desk."""

from reports.orders.forms.changing import ChangesForm
from reports.orders.forms.founding import AdoptionForm, CouncilForm, CuratorForm
from reports.orders.forms.programs import ApprovalForm, ResultsForm
from reports.orders.forms.reporting import ReportForm, ResponsibleForm, SwotForm
from reports.orders.forms.writing import (
    AssignmentForm,
    CaseFormsForm,
    OrderTextForm,
    PaperAcquaintanceForm,
    PointFormSet,
    ReturnForm,
    SignForm,
)

__all__ = [
    "AdoptionForm",
    "ApprovalForm",
    "AssignmentForm",
    "CaseFormsForm",
    "ChangesForm",
    "CouncilForm",
    "CuratorForm",
    "OrderTextForm",
    "PaperAcquaintanceForm",
    "PointFormSet",
    "ReportForm",
    "ResponsibleForm",
    "ResultsForm",
    "ReturnForm",
    "SignForm",
    "SwotForm",
]

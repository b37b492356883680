"""Forms of the order desk."""

from reports.orders.forms.about import AmendmentForm, CancellationForm
from reports.orders.forms.changing import ChangesForm
from reports.orders.forms.founding import AdoptionForm, CouncilForm, CuratorForm
from reports.orders.forms.programs import ApprovalForm, ResultsForm
from reports.orders.forms.registering import NextNumberForm, RegisteringForm, VisasForm
from reports.orders.forms.reporting import ReportForm, ResponsibleForm, SwotForm
from reports.orders.forms.signing import HandSignedForm, ReadersForm, SignatureFileForm
from reports.orders.forms.text import OrderTextForm, PointFormSet, rearranged, removed_in
from reports.orders.forms.wordings import WordingForm
from reports.orders.forms.writing import (
    AssignmentForm,
    CaseFormsForm,
    PaperAcquaintanceForm,
    ReturnForm,
    SignForm,
)

__all__ = [
    "AdoptionForm",
    "AmendmentForm",
    "ApprovalForm",
    "AssignmentForm",
    "CancellationForm",
    "CaseFormsForm",
    "ChangesForm",
    "CouncilForm",
    "CuratorForm",
    "HandSignedForm",
    "NextNumberForm",
    "OrderTextForm",
    "PaperAcquaintanceForm",
    "PointFormSet",
    "ReadersForm",
    "RegisteringForm",
    "ReportForm",
    "ResponsibleForm",
    "ResultsForm",
    "ReturnForm",
    "SignForm",
    "SignatureFileForm",
    "SwotForm",
    "VisasForm",
    "WordingForm",
    "rearranged",
    "removed_in",
]

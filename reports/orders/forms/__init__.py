"""Forms of the order desk."""

from reports.orders.forms.changing import ChangesForm
from reports.orders.forms.founding import AdoptionForm, CouncilForm, CuratorForm
from reports.orders.forms.signing import HandSignedForm, ReadersForm, SignatureFileForm
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
    "AssignmentForm",
    "CaseFormsForm",
    "ChangesForm",
    "CouncilForm",
    "CuratorForm",
    "HandSignedForm",
    "OrderTextForm",
    "PaperAcquaintanceForm",
    "PointFormSet",
    "ReadersForm",
    "ReturnForm",
    "SignForm",
    "SignatureFileForm",
]

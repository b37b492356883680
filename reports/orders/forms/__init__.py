"""Forms of the order desk."""

from reports.orders.forms.changing import ChangesForm
from reports.orders.forms.founding import AdoptionForm, CouncilForm, CuratorForm
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
    "AssignmentForm",
    "CaseFormsForm",
    "ChangesForm",
    "CouncilForm",
    "CuratorForm",
    "OrderTextForm",
    "PaperAcquaintanceForm",
    "PointFormSet",
    "ReturnForm",
    "SignForm",
    "WordingForm",
    "rearranged",
    "removed_in",
]

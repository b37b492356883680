"""The order desk: composing, correcting case forms, the signature with everything that follows from it."""

from reports.orders.services.assignment import prepare_assignment, recompose_assignment
from reports.orders.services.case_forms import correct_case_forms
from reports.orders.services.changing import prepare_changes, recompose_changes
from reports.orders.services.enacting import carry_out_due_changes
from reports.orders.services.founding import Content, content_of, prepare_founding, recompose_founding
from reports.orders.services.programs_approval import meeting_of, prepare_programs, recompose_programs
from reports.orders.services.reporting import (
    prepare_report,
    prepare_responsible,
    recompose_report,
    recompose_responsible,
)
from reports.orders.services.results import prepare_results, recompose_results
from reports.orders.services.signing import freeze_order, give_back_order, give_up_order, send_order, sign_order

__all__ = [
    "Content",
    "carry_out_due_changes",
    "content_of",
    "correct_case_forms",
    "freeze_order",
    "give_back_order",
    "give_up_order",
    "meeting_of",
    "prepare_assignment",
    "prepare_changes",
    "prepare_founding",
    "prepare_programs",
    "prepare_report",
    "prepare_responsible",
    "prepare_results",
    "recompose_assignment",
    "recompose_changes",
    "recompose_founding",
    "recompose_programs",
    "recompose_report",
    "recompose_responsible",
    "recompose_results",
    "send_order",
    "sign_order",
]

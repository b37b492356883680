"""The order desk: composing, correcting case forms, the signature with everything that follows from it."""

from reports.orders.services.assignment import prepare_assignment, recompose_assignment
from reports.orders.services.cancelling import (
    prepare_amendment,
    prepare_cancellation,
    recompose_amendment,
    recompose_cancellation,
)
from reports.orders.services.case_forms import correct_case_forms
from reports.orders.services.changing import prepare_changes, recompose_changes
from reports.orders.services.enacting import carry_out_due_changes
from reports.orders.services.files import keep_file
from reports.orders.services.founding import Content, content_of, prepare_founding, recompose_founding
from reports.orders.services.line_guards import release_is_known
from reports.orders.services.lines import LinesContent, prepare_lines, recompose_lines
from reports.orders.services.programs_approval import meeting_of, prepare_programs, recompose_programs
from reports.orders.services.rehearsing import undone_by, what_undoing_does
from reports.orders.services.reporting import (
    prepare_report,
    prepare_responsible,
    recompose_report,
    recompose_responsible,
)
from reports.orders.services.results import prepare_results, recompose_results
from reports.orders.services.signing import (
    enter_signed_order,
    freeze_order,
    give_back_order,
    give_up_order,
    return_by_visa,
    send_order,
    sign_order,
    signed_already,
)
from reports.orders.services.undone import Undone
from reports.orders.services.wordings import make_template, rest_template, update_template, use_template

__all__ = [
    "Content",
    "LinesContent",
    "Undone",
    "carry_out_due_changes",
    "content_of",
    "correct_case_forms",
    "enter_signed_order",
    "freeze_order",
    "give_back_order",
    "give_up_order",
    "keep_file",
    "make_template",
    "meeting_of",
    "prepare_amendment",
    "prepare_assignment",
    "prepare_cancellation",
    "prepare_changes",
    "prepare_founding",
    "prepare_lines",
    "prepare_programs",
    "prepare_report",
    "prepare_responsible",
    "prepare_results",
    "recompose_amendment",
    "recompose_assignment",
    "recompose_cancellation",
    "recompose_changes",
    "recompose_founding",
    "recompose_lines",
    "recompose_programs",
    "recompose_report",
    "recompose_responsible",
    "recompose_results",
    "release_is_known",
    "rest_template",
    "return_by_visa",
    "send_order",
    "sign_order",
    "signed_already",
    "undone_by",
    "update_template",
    "use_template",
    "what_undoing_does",
]

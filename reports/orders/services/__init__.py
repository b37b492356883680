"""The order desk: composing, correcting case forms, the signature with everything that follows from it."""

from reports.orders.services.assignment import prepare_assignment, recompose_assignment
from reports.orders.services.case_forms import correct_case_forms
from reports.orders.services.changing import prepare_changes, recompose_changes
from reports.orders.services.enacting import carry_out_due_changes
from reports.orders.services.founding import Content, content_of, prepare_founding, recompose_founding
from reports.orders.services.signing import freeze_order, give_back_order, give_up_order, send_order, sign_order
from reports.orders.services.wordings import make_template, rest_template, update_template, use_template

__all__ = [
    "Content",
    "carry_out_due_changes",
    "content_of",
    "correct_case_forms",
    "freeze_order",
    "give_back_order",
    "give_up_order",
    "make_template",
    "prepare_assignment",
    "prepare_changes",
    "prepare_founding",
    "recompose_assignment",
    "recompose_changes",
    "recompose_founding",
    "rest_template",
    "send_order",
    "sign_order",
    "update_template",
    "use_template",
]

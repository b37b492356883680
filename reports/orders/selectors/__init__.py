"""Reads of the order desk: the register, the key of a text, what waits for an order."""

from reports.orders.selectors.desk import (
    amended_by,
    curator_of,
    effects_of,
    forms_of,
    order_pdf,
    register_of,
    text_key,
)
from reports.orders.selectors.waiting import (
    Waiting,
    leaving_of,
    order_kind_of,
    people_at_work,
    waiting_for,
)
from reports.orders.selectors.wordings import acts_for, example_of, named_by_hand, template_in_use, values_of

__all__ = [
    "Waiting",
    "acts_for",
    "amended_by",
    "curator_of",
    "effects_of",
    "example_of",
    "forms_of",
    "named_by_hand",
    "leaving_of",
    "order_kind_of",
    "order_pdf",
    "people_at_work",
    "register_of",
    "template_in_use",
    "text_key",
    "values_of",
    "waiting_for",
]

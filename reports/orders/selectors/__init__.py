"""Reads of the order desk: the register, the key of a text, what waits for an order."""

from reports.orders.selectors.desk import (
    amended_by,
    curator_of,
    effects_of,
    forms_of,
    hand_pdf,
    order_bundle,
    order_name,
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

__all__ = [
    "Waiting",
    "amended_by",
    "curator_of",
    "effects_of",
    "forms_of",
    "hand_pdf",
    "leaving_of",
    "order_bundle",
    "order_kind_of",
    "order_name",
    "order_pdf",
    "people_at_work",
    "register_of",
    "text_key",
    "waiting_for",
]

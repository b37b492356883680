"""Reads of the order desk: the register, the key of a text, what waits for an order."""

from reports.orders.selectors.desk import (
    about_of,
    amended_by,
    curator_of,
    effects_of,
    forms_of,
    journal_of,
    lines_of,
    order_docx,
    order_pdf,
    reads_whole,
    register_of,
    text_key,
    with_marks,
)
from reports.orders.selectors.programs import (
    approvable_programs,
    closing_pairs,
    ended_programs,
    held_meetings,
    needs_review,
    reviews_of,
)
from reports.orders.selectors.waiting import Waiting, leaving_of, order_kind_of, people_at_work, waiting_for

__all__ = [
    "Waiting",
    "about_of",
    "amended_by",
    "approvable_programs",
    "closing_pairs",
    "curator_of",
    "effects_of",
    "ended_programs",
    "forms_of",
    "held_meetings",
    "journal_of",
    "leaving_of",
    "lines_of",
    "needs_review",
    "order_docx",
    "order_kind_of",
    "order_pdf",
    "people_at_work",
    "reads_whole",
    "register_of",
    "reviews_of",
    "text_key",
    "waiting_for",
    "with_marks",
]

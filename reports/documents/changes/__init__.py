"""Orders O6, O7, O8: what they change about pairs at work, in the right cases, and their papers.

The text is Russian and legal: it is composed once from the changes, edited by the curator and stored with the order;
the annex of a longer order is always taken from the changes.
"""

from programs.orders.states import OrderKind
from reports.documents.changes.programs import compose_program_changes, program_annexes
from reports.documents.changes.replacement import compose_replacement, replacement_annexes
from reports.documents.changes.termination import compose_termination, termination_annexes
from reports.documents.writing import order_paper_of

__all__ = ["change_paper", "compose_changes"]

_COMPOSERS = {
    OrderKind.REPLACEMENT: compose_replacement,
    OrderKind.CHANGE: compose_program_changes,
    OrderKind.TERMINATION: compose_termination,
}
_ANNEXES = {
    OrderKind.REPLACEMENT: replacement_annexes,
    OrderKind.CHANGE: program_annexes,
    OrderKind.TERMINATION: termination_annexes,
}


def compose_changes(kind, organization, changes, *, day, curator=None):
    """Compose the text of an order of ``kind`` for ``changes`` (OrderedChange) by the regulation of ``day``.

    ``curator`` is the employment of whoever keeps the work going, None leaves the name out. Source of the points:
    domain.md §2.1 O6–O8, §4; Labor Code art. 351.8.
    """
    return _COMPOSERS[OrderKind(kind)](organization, changes, day=day, curator=curator)


def change_paper(order):
    """The order as a paper; many changes stand in an annex."""
    changes = list(order.changes.with_people())
    return order_paper_of(order, _ANNEXES[OrderKind(order.kind)](order, changes))

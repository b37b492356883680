"""The kinds of orders the desk knows: what is checked before the signature, and what the signature does."""

from collections.abc import Callable
from dataclasses import dataclass

from programs.orders.states import OrderKind
from reports.orders.services.assignment import start_work
from reports.orders.services.changing import check_changes, release_changes, resume_changes
from reports.orders.services.enacting import enact_changes
from reports.orders.services.founding import check_founding, enact_founding
from reports.orders.services.lines import check_lines, enact_lines


@dataclass(frozen=True)
class Kind:
    """``check(order)`` and ``enact(order, by=)`` raise MoveRefused; its paper is in ``reports.documents.orders``.

    ``resume(order, by=)`` takes again what a returned order gave back, ``release(order, by=)`` gives back what a
    returned or dropped one held.
    """

    check: Callable
    enact: Callable
    resume: Callable = lambda order, *, by: None
    release: Callable = lambda order, *, by: None


def _nothing_more(order):
    """Pairs are checked with the order itself."""


CHANGES = Kind(check=check_changes, enact=enact_changes, resume=resume_changes, release=release_changes)
FOUNDING = Kind(check=check_founding, enact=enact_founding)
LINES = Kind(check=check_lines, enact=enact_lines)
KINDS = {
    OrderKind.ADOPTION: FOUNDING,
    OrderKind.CURATOR: FOUNDING,
    OrderKind.COUNCIL: FOUNDING,
    OrderKind.ASSIGNMENT: Kind(check=_nothing_more, enact=start_work),
    OrderKind.REPLACEMENT: CHANGES,
    OrderKind.CHANGE: CHANGES,
    OrderKind.TERMINATION: CHANGES,
    OrderKind.MONITORING: LINES,
    OrderKind.FINAL_EVENT: LINES,
    OrderKind.ENCOURAGEMENT: LINES,
    OrderKind.PAYMENT: LINES,
    OrderKind.RELEASE: LINES,
}


def kind_of(order):
    """What the desk does with an order of this kind."""
    return KINDS[OrderKind(order.kind)]

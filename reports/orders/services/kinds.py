"""The kinds of orders the desk knows: what is checked before the signature, and what the signature does."""

from collections.abc import Callable
from dataclasses import dataclass

from programs.orders.states import OrderKind
from reports.orders.services.assignment import start_work
from reports.orders.services.founding import check_founding, enact_founding


@dataclass(frozen=True)
class Kind:
    """``check(order)`` and ``enact(order, by=)`` raise MoveRefused; its paper is in ``reports.documents.orders``."""

    check: Callable
    enact: Callable


def _nothing_more(order):
    """Pairs are checked with the order itself."""


FOUNDING = Kind(check=check_founding, enact=enact_founding)
KINDS = {
    OrderKind.ADOPTION: FOUNDING,
    OrderKind.CURATOR: FOUNDING,
    OrderKind.COUNCIL: FOUNDING,
    OrderKind.ASSIGNMENT: Kind(check=_nothing_more, enact=start_work),
}


def kind_of(order):
    """What the desk does with an order of this kind."""
    return KINDS[OrderKind(order.kind)]

"""The kinds of orders the desk knows: what is checked before the signature, and what the signature does."""

from collections.abc import Callable
from dataclasses import dataclass

from programs.orders.states import OrderKind
from reports.orders.services.assignment import start_work
from reports.orders.services.changing import check_changes, release_changes, resume_changes
from reports.orders.services.enacting import enact_changes
from reports.orders.services.founding import check_founding, enact_founding
from reports.orders.services.programs_approval import approve_programs, check_programs
from reports.orders.services.reporting import check_reporting, enact_reporting
from reports.orders.services.results import check_results, end_pairs


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
KINDS = {
    OrderKind.ADOPTION: FOUNDING,
    OrderKind.CURATOR: FOUNDING,
    OrderKind.COUNCIL: FOUNDING,
    OrderKind.ASSIGNMENT: Kind(check=_nothing_more, enact=start_work),
    OrderKind.PROGRAMS: Kind(check=check_programs, enact=approve_programs),
    OrderKind.REPLACEMENT: CHANGES,
    OrderKind.CHANGE: CHANGES,
    OrderKind.TERMINATION: CHANGES,
    OrderKind.RESULTS: Kind(check=check_results, enact=end_pairs),
    OrderKind.REPORT: Kind(check=check_reporting, enact=enact_reporting),
}


def kind_of(order):
    """What the desk does with an order of this kind."""
    return KINDS[OrderKind(order.kind)]

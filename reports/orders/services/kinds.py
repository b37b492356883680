"""The kinds of orders the desk knows: what is checked before the signature, and what the signature does."""

from collections.abc import Callable
from dataclasses import dataclass

from programs.orders.states import OrderKind
from reports.orders.services.assignment import start_work
from reports.orders.services.cancelling import check_about_order, enact_amendment, enact_cancellation
from reports.orders.services.changing import check_changes, release_changes, resume_changes
from reports.orders.services.enacting import enact_changes
from reports.orders.services.founding import check_founding, enact_founding
from reports.orders.services.lines import check_lines, enact_lines
from reports.orders.services.programs_approval import approve_programs, check_programs
from reports.orders.services.reporting import check_reporting, enact_reporting
from reports.orders.services.results import check_results, end_pairs
from reports.orders.services.undoing import (
    undo_amendment,
    undo_approval,
    undo_assignment,
    undo_cancellation,
    undo_changes,
    undo_founding,
    undo_report,
    undo_results,
)
from reports.orders.services.undoing_lines import (
    undo_encouragement,
    undo_final_event,
    undo_monitoring,
    undo_payment,
    undo_release,
)


@dataclass(frozen=True)
class Kind:
    """``check(order)`` and ``enact(order, by=)`` raise MoveRefused; its paper is in ``reports.documents.orders``.

    Without a ``check`` the kind is about nothing but its pairs, which are checked with the order itself.
    ``resume(order, by=)`` takes again what a returned order gave back, ``release(order, by=)`` gives back what a
    returned or dropped one held. ``undo(order, canceller, by=)`` takes back what it can of the effects once an
    order that is registered cancels it, and returns what it did and what it could not (``Undone``).
    """

    check: Callable | None
    enact: Callable
    undo: Callable
    resume: Callable = lambda order, *, by: None
    release: Callable = lambda order, *, by: None


def _cancel(order, *, by):
    """What is undone depends on the kind of the order that is cancelled."""
    enact_cancellation(order, kind_of(order.cancels).undo, by=by)


CHANGES = Kind(
    check=check_changes, enact=enact_changes, resume=resume_changes, release=release_changes, undo=undo_changes
)
FOUNDING = Kind(check=check_founding, enact=enact_founding, undo=undo_founding)


def _lines(undo):
    """An order made of lines."""
    return Kind(check=check_lines, enact=enact_lines, undo=undo)


KINDS = {
    OrderKind.ADOPTION: FOUNDING,
    OrderKind.CURATOR: FOUNDING,
    OrderKind.COUNCIL: FOUNDING,
    OrderKind.ASSIGNMENT: Kind(check=None, enact=start_work, undo=undo_assignment),
    OrderKind.PROGRAMS: Kind(check=check_programs, enact=approve_programs, undo=undo_approval),
    OrderKind.REPLACEMENT: CHANGES,
    OrderKind.CHANGE: CHANGES,
    OrderKind.TERMINATION: CHANGES,
    OrderKind.MONITORING: _lines(undo_monitoring),
    OrderKind.FINAL_EVENT: _lines(undo_final_event),
    OrderKind.RESULTS: Kind(check=check_results, enact=end_pairs, undo=undo_results),
    OrderKind.ENCOURAGEMENT: _lines(undo_encouragement),
    OrderKind.PAYMENT: _lines(undo_payment),
    OrderKind.REPORT: Kind(check=check_reporting, enact=enact_reporting, undo=undo_report),
    OrderKind.RELEASE: _lines(undo_release),
    OrderKind.CANCELLATION: Kind(check=check_about_order, enact=_cancel, undo=undo_cancellation),
    OrderKind.AMENDMENT: Kind(check=check_about_order, enact=enact_amendment, undo=undo_amendment),
}


def kind_of(order):
    """What the desk does with an order of this kind."""
    return KINDS[OrderKind(order.kind)]

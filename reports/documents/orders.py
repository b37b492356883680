"""The paper of an order of any kind."""

from programs.orders.states import OrderKind
from reports.documents.about_orders import order_about_order_paper
from reports.documents.adoption import adoption_paper
from reports.documents.appointment import duty_order_paper
from reports.documents.assignment import assignment_paper
from reports.documents.changes import change_paper
from reports.documents.lines import lines_paper
from reports.documents.programs_approval import programs_paper
from reports.documents.reporting import reporting_paper
from reports.documents.results import results_paper

PAPERS = {
    OrderKind.ADOPTION: adoption_paper,
    OrderKind.CURATOR: duty_order_paper,
    OrderKind.COUNCIL: duty_order_paper,
    OrderKind.ASSIGNMENT: assignment_paper,
    OrderKind.PROGRAMS: programs_paper,
    OrderKind.REPLACEMENT: change_paper,
    OrderKind.CHANGE: change_paper,
    OrderKind.TERMINATION: change_paper,
    OrderKind.MONITORING: lines_paper,
    OrderKind.FINAL_EVENT: lines_paper,
    OrderKind.ENCOURAGEMENT: lines_paper,
    OrderKind.PAYMENT: lines_paper,
    OrderKind.RELEASE: lines_paper,
    OrderKind.CANCELLATION: order_about_order_paper,
    OrderKind.AMENDMENT: order_about_order_paper,
    OrderKind.RESULTS: results_paper,
    OrderKind.REPORT: reporting_paper,
}


def order_paper(order):
    """The order as it would be printed now: a draft marked so, a registered one with number, day and mark."""
    return PAPERS[OrderKind(order.kind)](order)

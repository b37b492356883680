"""Orders O9, O10, O12, O13, O15: made of particulars and of people line by line, and their papers.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order; annexes are
always taken from the lines.
"""

from dataclasses import replace

from programs.orders.states import OrderKind
from reports.documents.lines.encouragement import EncouragementWriter, encouragement_annexes
from reports.documents.lines.final_event import FinalEventWriter, final_event_annexes
from reports.documents.lines.monitoring import MonitoringWriter, monitoring_annexes
from reports.documents.lines.particulars import particulars_of
from reports.documents.lines.payment import PaymentWriter, extract_of, payment_annexes
from reports.documents.lines.release import ReleaseWriter, release_annexes
from reports.documents.writing import order_paper_of

__all__ = ["compose_lines", "lines_extract", "lines_paper", "particulars_of"]

# What orders on personnel are called, whatever the title of the usual register: on encouragement (Labor Code 191), on
# pay (351.8), on release from work with somebody else to do it (60.2, 151).
PERSONNEL = "ПРИКАЗ"
ON_PERSONNEL = (OrderKind.ENCOURAGEMENT, OrderKind.PAYMENT, OrderKind.RELEASE)
WRITERS = {
    OrderKind.MONITORING: (MonitoringWriter, monitoring_annexes),
    OrderKind.FINAL_EVENT: (FinalEventWriter, final_event_annexes),
    OrderKind.ENCOURAGEMENT: (EncouragementWriter, encouragement_annexes),
    OrderKind.PAYMENT: (PaymentWriter, payment_annexes),
    OrderKind.RELEASE: (ReleaseWriter, release_annexes),
}


def compose_lines(kind, organization, particulars, lines, *, day, curator=None, campaigns=()):
    """Compose the text of an order of ``kind`` for ``lines`` (OrderedPerson) by the regulation of ``day``.

    ``curator`` is the employment of whoever keeps the work going, None leaves the name out; ``campaigns`` are the
    surveys of O9. Source of the points: domain.md §2.1 O9, O10, O12, O13, O15; Labor Code art. 191, 351.8.
    """
    writer, _annexes = WRITERS[OrderKind(kind)]
    return writer(organization, particulars, lines, day=day, curator=curator, campaigns=campaigns).text()


def lines_paper(order):
    """The order as a paper, with the annexes its lines make; one on personnel is none on the main activity."""
    writer, annexes = WRITERS[OrderKind(order.kind)]
    paper = order_paper_of(order, annexes(_writer_of(writer, order)))
    return replace(paper, kind=PERSONNEL) if order.kind in ON_PERSONNEL else paper


def lines_extract(order, reader):
    """The order on pay as ``reader``, one of the employments it names, may read it: the own line only."""
    return extract_of(lines_paper(order), _writer_of(PaymentWriter, order), reader)


def _writer_of(writer, order):
    day = order.signed_on or order.organization.today()
    lines = list(order.people.with_people())
    return writer(order.organization, particulars_of(order), lines, day=day, campaigns=order.campaigns.all())

"""The one list of papers that are made from the data; signed ones are frozen and served by their own room.

Another kind of paper is another ``PaperKind`` here, a row in ``permissions.RIGHTS`` and one in the access test.
"""

from reports.documents.catalog.banks import KINDS as BANKS
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.catalog.issued import KINDS as ISSUED
from reports.documents.catalog.journals import KINDS as JOURNALS
from reports.documents.catalog.orders import KINDS as ORDERS
from reports.documents.catalog.pairs import KINDS as PAIRS
from reports.documents.catalog.people import KINDS as PEOPLE
from reports.documents.catalog.year import KINDS as YEAR

KINDS = (*PEOPLE, *BANKS, *PAIRS, *JOURNALS, *YEAR, *ORDERS, *ISSUED)


def kind_of(code):
    """The kind of this code, None for none."""
    return next((kind for kind in KINDS if kind.code == code), None)


__all__ = ["KINDS", "Group", "PaperKind", "kind_of"]

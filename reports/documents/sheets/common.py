"""What sheets share: the paper of an organization on a day, numbered rows."""

from people.organizations.selectors import regulation_on
from reports.documents.heads import letterhead_of
from reports.documents.papers import GostEdition, RowGroup, SheetPaper, Table

NOTHING = "Записей нет."


def sheet_of(organization, day, *, title, parts, **fields):
    """A SheetPaper of ``organization`` by its regulation of ``day``."""
    edition = GostEdition(regulation_on(organization, day).gost_edition)
    return SheetPaper(letterhead_of(organization), title, tuple(parts), edition=edition, **fields)


def numbered(columns, rows, *, blank=0, note=""):
    """A Table whose first column counts the rows; ``blank`` empty ones follow, to be written on by hand."""
    lines = [*rows, *[("",) * (len(columns) - 1)] * blank]
    counted = tuple((str(place), *row) for place, row in enumerate(lines, start=1))
    return Table(tuple(columns), (RowGroup(counted),), note=note or ("" if counted else NOTHING))

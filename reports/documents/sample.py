"""A paper of an order that is none yet: the texts of a wording in the letterhead of the organization."""

from people.organizations.selectors import head_on, regulation_on
from reports.documents.heads import letterhead_of, signatory_of
from reports.documents.papers import GostEdition, OrderPaper
from reports.documents.writing import paper_points


def sample_paper(organization, texts):
    """The texts (heading, basis, points, control) as a draft without people, annexes, number and day."""
    day = organization.today()
    settings = regulation_on(organization, day)
    return OrderPaper(
        letterhead=letterhead_of(organization),
        kind=(settings.orders.series_title or "Приказ").upper(),
        heading=texts["heading"],
        basis=tuple(line for line in texts["basis"].splitlines() if line.strip()),
        points=paper_points(texts["points"]),
        control=texts["control"],
        signatory=signatory_of(head_on(organization, day)),
        place=organization.place,
        name_in_genitive=organization.owner,
        numeric_date=settings.orders.date_style == "numeric",
        draft=True,
        edition=GostEdition(settings.gost_edition),
    )

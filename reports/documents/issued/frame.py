"""What issued papers of every kind share: the head, the number and the day, who signs."""

from people.organizations.selectors import head_on, regulation_on
from reports.documents.heads import letterhead_of, signatory_of, signature_mark
from reports.documents.papers import GostEdition


def day_of(paper):
    """The day the paper speaks of: of its signature, of a draft today."""
    return paper.issued_on or paper.organization.today()


def signatory(paper):
    """The head of that day, with the mark of the electronic signature once it is signed."""
    mark = signature_mark(paper.organization, paper.signer, paper.issued_at) if paper.is_numbered else ()
    return signatory_of(head_on(paper.organization, day_of(paper)), mark)


def frame(paper):
    """The arguments every one of the paper's classes takes."""
    settings = regulation_on(paper.organization, day_of(paper))
    return {
        "letterhead": letterhead_of(paper.organization),
        "number": paper.number_text or paper.hand_number,
        "dated_on": paper.issued_on,
        "draft": not paper.is_numbered,
        "edition": GostEdition(settings.gost_edition),
    }

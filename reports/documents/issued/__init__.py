"""The paper of an issued paper of any kind."""

from reports.documents.issued.acts import act_paper
from reports.documents.issued.certificates import certificate_paper, thanks_paper
from reports.documents.issued.letters import letter_paper
from reports.documents.issued.records import record_paper
from reports.issued.states import IssuedKind

PAPERS = {
    IssuedKind.CERTIFICATE: certificate_paper,
    IssuedKind.THANKS: thanks_paper,
    IssuedKind.RECORD: record_paper,
    IssuedKind.LETTER: letter_paper,
    IssuedKind.ACT: act_paper,
}


def issued_paper(paper):
    """The paper as it would be printed now: a draft is marked so, a signed one carries number, day and mark."""
    return PAPERS[IssuedKind(paper.kind)](paper)

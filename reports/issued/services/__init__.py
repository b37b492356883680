"""Deeds of the room: draft, send, sign, annul, many at once."""

from reports.issued.services.batch import Batch, draft_certificates
from reports.issued.services.drafting import Content, draft_paper, drop_paper, rewrite_paper, send_paper
from reports.issued.services.figures import counted
from reports.issued.services.issuing import annul_paper, issue_paper, issue_papers, return_paper

__all__ = [
    "Batch",
    "Content",
    "annul_paper",
    "counted",
    "draft_certificates",
    "draft_paper",
    "drop_paper",
    "issue_paper",
    "issue_papers",
    "return_paper",
    "rewrite_paper",
    "send_paper",
]

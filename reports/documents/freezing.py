"""Freezing: the paper with the mark by which a copy is checked, its bytes and their SHA-256, written once."""

import hashlib
from dataclasses import replace

from django.conf import settings
from django.urls import reverse

from mentoring.lib.dates import now
from reports.documents.models import FrozenDocument
from reports.documents.papers import CheckMark, GostEdition, pdf, render
from reports.documents.stationery import word_file


def freeze(paper, organization, kind, *, order=None):
    """Print ``paper`` once and for ever, as PDF and for Word, and store both with the mark by which a copy is checked.

    ``kind`` (``OrderKind`` or ``PaperKind.code``) tells which Word template of the organization is filled in. Raises
    PdfUnavailable and StationeryFails. The code is the SHA-256 of the text before the mark, since no file can contain
    its own.
    """
    code = sha256(render(paper).encode())
    paper = marked(paper, code)
    printed, word = pdf(paper), word_file(paper, organization, kind)
    return FrozenDocument.objects.create(
        order=order,
        pdf=printed,
        sha256=sha256(printed),
        docx=word,
        docx_sha256=sha256(word),
        code=code,
        made_at=now(),
    )


def marked(paper, code):
    """``paper`` with the mark of the check; as it is by the edition of 2016, which knows none."""
    if paper.edition == GostEdition.Y2016:
        return paper
    page = settings.SITE_URL + reverse("reports:check")
    return replace(paper, check=CheckMark(address=f"{page}{code}/", page=page, code=code))


def sha256(content):
    """The SHA-256 of ``content`` in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()

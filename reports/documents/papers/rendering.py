"""The one renderer: paper → page → PDF and DOCX."""

from dataclasses import fields, is_dataclass, replace
from io import BytesIO

from django.template.loader import render_to_string

from mentoring.lib.docx import render_docx
from mentoring.lib.pdf import render_pdf
from mentoring.lib.typography import tidy
from reports.documents.papers.applications import ApplicationPaper
from reports.documents.papers.consents import AgreementPaper, ConsentPaper
from reports.documents.papers.issued import ActPaper, CertificatePaper, LetterPaper, RecordPaper
from reports.documents.papers.minutes import MinutesPaper
from reports.documents.papers.orders import AcquaintanceSheet, OrderPaper
from reports.documents.papers.parts import CheckMark
from reports.documents.papers.plans import ProgramPaper
from reports.documents.papers.registers import RegisterPaper
from reports.documents.papers.regulations import RegulationPaper
from reports.documents.papers.roadmaps import RoadmapPaper
from reports.documents.papers.sheets import SheetPaper

STYLESHEETS = ("css/paper.css",)
# What only some papers need beside it.
FURTHER_STYLESHEETS = dict.fromkeys((CertificatePaper, RecordPaper, LetterPaper, ActPaper), ("css/certificate.css",))
TEMPLATES = {
    OrderPaper: "reports/documents/order.html",
    AcquaintanceSheet: "reports/documents/acquaintance.html",
    ProgramPaper: "reports/documents/program.html",
    RegulationPaper: "reports/documents/regulation.html",
    RoadmapPaper: "reports/documents/roadmap.html",
    ConsentPaper: "reports/documents/consent.html",
    AgreementPaper: "reports/documents/agreement.html",
    RegisterPaper: "reports/documents/register.html",
    MinutesPaper: "reports/documents/minutes.html",
    ApplicationPaper: "reports/documents/application.html",
    CertificatePaper: "reports/documents/certificate.html",
    RecordPaper: "reports/documents/record.html",
    LetterPaper: "reports/documents/letter.html",
    ActPaper: "reports/documents/act.html",
    SheetPaper: "reports/documents/sheet.html",
}
Paper = (
    OrderPaper
    | AcquaintanceSheet
    | ProgramPaper
    | RegulationPaper
    | RoadmapPaper
    | ConsentPaper
    | AgreementPaper
    | RegisterPaper
    | MinutesPaper
    | ApplicationPaper
    | CertificatePaper
    | RecordPaper
    | LetterPaper
    | ActPaper
    | SheetPaper
)


def render(paper: Paper) -> str:
    """Return the paper as an HTML page; all its texts are escaped and tidied."""
    return _page(tidied(paper))


def pdf(paper: Paper) -> bytes:
    """Return the paper as PDF/A bytes, the same for the same content; raises PdfUnavailable."""
    return _made(render_pdf, paper)


def pages_of(paper: Paper) -> int:
    """Return how many pages the PDF of the paper has; raises PdfUnavailable."""
    # It takes long to start, and few processes ever count pages.
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf(paper))).pages)


def docx(paper: Paper) -> bytes:
    """Return the paper as a Word file with the text of its PDF, the same bytes for the same content."""
    return _made(render_docx, paper)


def _made(renderer, paper: Paper) -> bytes:
    paper = tidied(paper)
    return renderer(
        _page(paper),
        title=paper.title,
        author=paper.letterhead.name,
        created_on=paper.dated_on,
        stylesheets=(*STYLESHEETS, *FURTHER_STYLESHEETS.get(type(paper), ())),
    )


def _page(paper: Paper) -> str:
    return render_to_string(TEMPLATES[type(paper)], {"paper": paper})


def tidied(value):
    """Return the value with every text in it tidied, however deep in tuples and dataclasses."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, tuple):
        return tuple(tidied(item) for item in value)
    # A code and an address are for machines: a tie in them would break them.
    if is_dataclass(value) and not isinstance(value, CheckMark):
        return replace(value, **{field.name: tidied(getattr(value, field.name)) for field in fields(value)})
    return value

"""The one renderer: paper → page → PDF."""

from dataclasses import fields, is_dataclass, replace

from django.template.loader import render_to_string

from mentoring.lib.pdf import render_pdf
from mentoring.lib.typography import tidy
from reports.documents.papers.applications import ApplicationPaper
from reports.documents.papers.consents import AgreementPaper, ConsentPaper
from reports.documents.papers.minutes import MinutesPaper
from reports.documents.papers.orders import AcquaintanceSheet, OrderPaper
from reports.documents.papers.plans import ProgramPaper
from reports.documents.papers.regulations import RegulationPaper
from reports.documents.papers.roadmaps import RoadmapPaper
from reports.documents.papers.sheets import SheetPaper

STYLESHEETS = ("css/paper.css",)
TEMPLATES = {
    OrderPaper: "reports/documents/order.html",
    AcquaintanceSheet: "reports/documents/acquaintance.html",
    ProgramPaper: "reports/documents/program.html",
    RegulationPaper: "reports/documents/regulation.html",
    RoadmapPaper: "reports/documents/roadmap.html",
    ConsentPaper: "reports/documents/consent.html",
    AgreementPaper: "reports/documents/agreement.html",
    MinutesPaper: "reports/documents/minutes.html",
    ApplicationPaper: "reports/documents/application.html",
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
    | MinutesPaper
    | ApplicationPaper
    | SheetPaper
)


def render(paper: Paper) -> str:
    """Return the paper as an HTML page; all its texts are escaped and tidied."""
    return _page(_tidied(paper))


def pdf(paper: Paper) -> bytes:
    """Return the paper as PDF/A bytes, the same for the same content; raises PdfUnavailable."""
    tidied = _tidied(paper)
    return render_pdf(
        _page(tidied),
        title=tidied.title,
        author=tidied.letterhead.name,
        created_on=tidied.dated_on,
        stylesheets=STYLESHEETS,
    )


def _page(tidied: Paper) -> str:
    return render_to_string(TEMPLATES[type(tidied)], {"paper": tidied})


def _tidied(value):
    """Return the value with every text in it tidied, however deep in tuples and dataclasses."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, tuple):
        return tuple(_tidied(item) for item in value)
    if is_dataclass(value):
        return replace(value, **{field.name: _tidied(getattr(value, field.name)) for field in fields(value)})
    return value

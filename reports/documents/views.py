"""Papers that are made anew from the data each time; signed ones are frozen and served by their own room."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch
from people.organizations.models import RegulationVersion
from programs.plans.models import Program
from programs.plans.selectors import for_card
from programs.roadmap.models import Roadmap
from reports.documents import word
from reports.documents.papers import pdf
from reports.documents.program import program_paper
from reports.documents.regulation import regulation_paper
from reports.documents.roadmap import roadmap_paper


def program_pdf(request, slug, pk):
    """The personalized program; ``?inline=1`` shows it in a page of this site."""
    program = fetch(request, for_card(Program.objects.visible_to(request.actor)), pk=pk)
    name = _("Program “%(title)s”") % {"title": program.title}
    return _paper(request, program_paper(program, day=request.actor.today()), name)


def roadmap_pdf(request, slug, pk):
    """The roadmap of a year, with «ПРОЕКТ» until it is approved; ``?inline=1`` shows it in a page of this site."""
    roadmap = _roadmap(request, pk)
    return _paper(request, roadmap_paper(roadmap), _roadmap_name(roadmap))


def roadmap_docx(request, slug, pk):
    """The same roadmap as a Word file."""
    roadmap = _roadmap(request, pk)
    return file_response(word.roadmap_docx(roadmap_paper(roadmap)), f"{_roadmap_name(roadmap)}.docx", CONTENT_TYPE)


def _roadmap(request, pk):
    roadmaps = Roadmap.objects.visible_to(request.actor).select_related("organization", "approved_by__person")
    return fetch(request, roadmaps, pk=pk)


def _roadmap_name(roadmap):
    return _("Roadmap %(year)s") % {"year": roadmap.label.replace("/", "-")}


def regulation_pdf(request, slug, pk):
    """A version of the regulation written out from its settings; ``?inline=1`` shows it in a page of this site."""
    versions = RegulationVersion.objects.visible_to(request.actor).select_related("organization")
    version = fetch(request, versions, pk=pk)
    name = _("Regulation of %(day)s") % {"day": date_numeric(version.valid_from)}
    return _paper(request, regulation_paper(version), name)


def _paper(request, paper, name):
    """The paper as a file, or a page that says why it cannot be made."""
    try:
        made = pdf(paper)
    except PdfUnavailable as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.pdf", "application/pdf", inline=request.GET.get("inline") == "1")

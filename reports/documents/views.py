"""Papers that are made anew from the data each time; signed ones are frozen and served by their own room."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year_label
from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch
from programs.plans.models import Program
from programs.plans.selectors import for_card
from programs.roadmap.models import Roadmap
from reports.documents.papers import pdf
from reports.documents.program import program_paper
from reports.documents.roadmap import roadmap_paper


def program_pdf(request, slug, pk):
    """The personalized program; ``?inline=1`` shows it in a page of this site."""
    program = fetch(request, for_card(Program.objects.visible_to(request.actor)), pk=pk)
    name = _("Program “%(title)s”") % {"title": program.title}
    return _paper(request, program_paper(program, day=request.actor.today()), name)


def roadmap_pdf(request, slug, pk):
    """The roadmap of a year, with «ПРОЕКТ» until it is approved; ``?inline=1`` shows it in a page of this site."""
    roadmaps = Roadmap.objects.visible_to(request.actor).select_related("organization", "approved_by__person")
    roadmap = fetch(request, roadmaps, pk=pk)
    name = _("Roadmap %(year)s") % {"year": school_year_label(roadmap.school_year).replace("/", "-")}
    return _paper(request, roadmap_paper(roadmap), name)


def _paper(request, paper, name):
    """The paper as a file, or a page that says why it cannot be made."""
    try:
        made = pdf(paper)
    except PdfUnavailable as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.pdf", "application/pdf", inline=request.GET.get("inline") == "1")

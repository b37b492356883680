"""What stands in the frame beside an editor: the paper of a typed text, or a sheet that says why there is none."""

from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable, render_pdf
from reports.documents.papers import pdf


def paper_response(request, paper, name):
    """The paper as PDF in the frame; where the machine can make none, the page that says so."""
    return _shown(request, lambda: pdf(paper), name)


def refused_preview(request, form, points):
    """A sheet with what is to be mended before there is a paper: only a paper may stand in a frame."""
    sentences = list(form.non_field_errors()) + list(points.non_form_errors())
    for each in (form, *points):
        sentences += [f"{field.label}: {error}" for field in each for error in field.errors]
    sheet = render_to_string("reports/orders/no_preview.html", {"sentences": sentences})
    title = _("No paper yet")
    return _shown(request, lambda: render_pdf(sheet, title=title, lang=get_language()), f"{title}.pdf")


def _shown(request, make, name):
    try:
        return file_response(make(), name, "application/pdf", inline=True)
    except PdfUnavailable as error:
        return render(request, "reports/orders/no_paper.html", {"reason": error}, status=503)

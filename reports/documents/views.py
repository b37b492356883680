"""Papers that are made anew from the data each time; signed ones are frozen and served by their own room."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch
from reports.documents.stationery import StationeryFails


@require_safe
def paper(request, slug, pk, kind):
    """A paper of this kind (``catalog``); ``?inline=1`` shows it in a page of this site, ``?as=docx`` is for Word."""
    thing = fetch(request, kind.rows(request.actor), pk=pk)
    name = kind.name(thing)
    if request.GET.get("as") == "docx":
        return _word(request, lambda: kind.word(thing, request.actor), name)
    return _file(request, lambda: kind.pdf(thing, request.actor), name)


def _word(request, make, name):
    """The paper for Word, or a page that says why the organization's template cannot be filled in."""
    try:
        made = make()
    except StationeryFails as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.docx", CONTENT_TYPE)


def _file(request, make, name):
    """The paper as a file, or a page that says why it cannot be made."""
    try:
        made = make()
    except PdfUnavailable as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.pdf", "application/pdf", inline=request.GET.get("inline") == "1")

"""Papers that are made anew from the data each time; signed ones are frozen and served by their own room."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch
from people.consents.selectors import REQUIRABLE, lacking_of
from people.consents.states import Purpose
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from reports.documents.consents import forms_paper
from reports.documents.papers import pdf
from reports.documents.stationery import StationeryFails

# About as many sheets as a printer takes at once; the rest follow when these are signed.
MOST_FORMS = 200


def paper(request, slug, pk, kind):
    """A paper of this kind (``catalog``); ``?inline=1`` shows it in a page of this site, ``?as=docx`` is for Word."""
    thing = fetch(request, kind.rows(request.actor), pk=pk)
    name = kind.name(thing)
    if request.GET.get("as") == "docx":
        return _word(request, lambda: kind.word(thing, request.actor), name)
    return _file(request, lambda: kind.pdf(thing, request.actor), name)


def consent_blank_pdf(request, slug, pk, purpose):
    """The form of one consent for somebody who was not asked yet."""
    employment = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    if purpose not in Purpose.values:
        raise Http404
    asked = [(employment, Purpose(purpose))]
    name = f"{employment.person.short_name}: {Purpose(purpose).label}"
    return _paper(request, forms_paper(request.actor.organization, asked, day=request.actor.today()), name)


def consent_forms_pdf(request, slug):
    """The forms of every consent still to be given, one PDF; ``?lacks=`` keeps one purpose."""
    organization, day = request.actor.organization, request.actor.today()
    wanted = [each for each in REQUIRABLE if each == request.GET.get("lacks")] or REQUIRABLE
    rows = lacking_of(organization, regulation_on(organization, day), day).order_by("person__search_key", "pk")
    asked = [(row, each) for row in rows for each in wanted if getattr(row, f"lacks_{each}")][:MOST_FORMS]
    if not asked:
        messages.info(request, _("Nothing is left to print: every required consent is given."))
        return redirect(request.actor.url("people:consent_missing"))
    return _paper(request, forms_paper(organization, asked, day=day), _("Forms of consents"))


def _word(request, make, name):
    """The paper for Word, or a page that says why the organization's template cannot be filled in."""
    try:
        made = make()
    except StationeryFails as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.docx", CONTENT_TYPE)


def _paper(request, paper, name):
    return _file(request, lambda: pdf(paper), name)


def _file(request, make, name):
    """The paper as a file, or a page that says why it cannot be made."""
    try:
        made = make()
    except PdfUnavailable as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.pdf", "application/pdf", inline=request.GET.get("inline") == "1")

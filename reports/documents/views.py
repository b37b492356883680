"""Papers that are made anew from the data each time; signed ones are frozen and served by their own room."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch
from people.consents.models import Agreement, Consent
from people.consents.selectors import REQUIRABLE, lacking_of
from people.consents.states import Purpose
from people.organizations.models import RegulationVersion
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from programs.applications.models import Application
from programs.applications.selectors import reads_desk
from programs.council.models import Meeting
from programs.plans.models import Program
from programs.plans.selectors import for_card
from programs.roadmap.models import Roadmap
from reports.documents import word
from reports.documents.agreements import agreement_paper
from reports.documents.applications import application_paper
from reports.documents.consents import consent_paper, forms_paper
from reports.documents.minutes import minutes_paper
from reports.documents.papers import pdf
from reports.documents.program import program_paper
from reports.documents.regulation import regulation_paper
from reports.documents.roadmap import roadmap_paper

# About as many sheets as a printer takes at once; the rest follow when these are signed.
MOST_FORMS = 200


def program_pdf(request, slug, pk):
    """The personalized program; ``?inline=1`` shows it in a page of this site."""
    program = fetch(request, for_card(Program.objects.visible_to(request.actor)), pk=pk)
    name = _("Program “%(title)s”") % {"title": program.title}
    return _paper(request, program_paper(program, day=request.actor.today()), name)


def application_pdf(request, slug, pk):
    """An application with what was decided on it; ``?inline=1`` shows it in a page of this site."""
    rows = Application.objects.visible_to(request.actor).with_people()
    application = fetch(request, rows, pk=pk)
    paper = application_paper(application, with_remark=reads_desk(application, request.actor))
    return _paper(request, paper, f"{application.get_kind_display()} {date_numeric(application.filed_on)}")


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


def minutes_pdf(request, slug, pk):
    """The minutes of a meeting, with «ПРОЕКТ» until it is held; ``?inline=1`` shows them in a page of this site."""
    meetings = Meeting.objects.visible_to(request.actor)
    meeting = fetch(request, meetings.select_related("organization", "chair__person", "secretary__person"), pk=pk)
    name = _("Minutes of %(day)s") % {"day": date_numeric(meeting.held_on or meeting.planned_on)}
    return _paper(request, minutes_paper(meeting), name)


def consent_pdf(request, slug, pk):
    """One consent: given, word for word; asked for, as a form to sign by hand."""
    consents = Consent.objects.visible_to(request.actor).select_related("text", "person", "organization__authority")
    consent = fetch(request, consents, pk=pk)
    return _paper(request, consent_paper(consent, day=request.actor.today()), f"{consent}")


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


def agreement_pdf(request, slug, pk):
    """The supplementary agreement of a mentor; ``?inline=1`` shows it in a page of this site."""
    agreements = Agreement.objects.visible_to(request.actor).select_related("organization", "employment__person")
    agreement = fetch(request, agreements, pk=pk)
    name = _("Supplementary agreement, %(name)s") % {"name": agreement.employment.person.short_name}
    return _paper(request, agreement_paper(agreement, day=request.actor.today()), name)


def _paper(request, paper, name):
    """The paper as a file, or a page that says why it cannot be made."""
    try:
        made = pdf(paper)
    except PdfUnavailable as reason:
        return render(request, "reports/documents/no_paper.html", {"reason": reason}, status=503)
    return file_response(made, f"{name}.pdf", "application/pdf", inline=request.GET.get("inline") == "1")

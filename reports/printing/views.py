"""The page of all papers, the rows of one kind, the print of many."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.dates import date_numeric
from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_told
from people.accounts.access import authorize, fetch, may
from reports.documents.catalog import kind_of
from reports.printing import selectors, states
from reports.printing.filters import PaperFilter
from reports.printing.forms import PrintForm
from reports.printing.models import PaperJob
from reports.printing.services import KEPT_DAYS, MOST, ask_print, begin_anew, progress_of
from reports.printing.services.making import ENDINGS

LATEST = 10


@require_safe
def papers(request, slug):
    """Every kind of papers the actor may open, and what was printed for them lately."""
    jobs = PaperJob.objects.visible_to(request.actor)[:LATEST]
    context = {"groups": selectors.kinds_for(request.actor), "jobs": jobs, "kept_days": KEPT_DAYS}
    return render(request, "reports/printing/papers.html", context)


def _kind(request, code):
    """The kind of this address, if it is any of the actor's business."""
    kind = kind_of(code)
    if kind is None:
        raise Http404
    return authorize(request, kind)


def _list(request, kind):
    columns = {"name": Column(_("Paper"), kind.sort_fields or None)}
    if kind.on:
        columns["day"] = Column(_("Date"), kind.on)
    if hasattr(kind.rows(request.actor).model, "state_tone"):
        columns["state"] = Column(_("State"))
    return ListPage(
        request,
        kind.rows(request.actor),
        columns=columns | {"open": Column(_("Open"))},
        default_sort="-day" if kind.on else "name",
        filterset_class=PaperFilter,
        filterset_kwargs={"kind": kind},
    )


def papers_of_kind(request, slug, code):
    """The rows a kind of papers can be made of, each with its ways to open it; ticked ones are made together."""
    kind = _kind(request, code)
    page = _list(request, kind)
    form = PrintForm(
        _with_all(request, page) if request.method == "POST" else None,
        rows=kind.rows(request.actor),
        choices=states.PrintForm.choices,
    )
    if form.is_valid():
        job = ask_print(kind, form.cleaned_data["form"], form.chosen(kind), request.actor.organization, by=request.user)
        return redirect(request.actor.url("reports:print_card", job.pk))
    rows = [
        {"thing": thing, "about": kind.about(thing), "day": kind.day_of(thing), "name": kind.name(thing)}
        for thing in page.rows
    ]
    context = {
        "kind": kind,
        "page": page,
        "rows": rows,
        "form": form,
        "most": MOST,
        "source": kind.source if kind.source and may(request.actor, kind.source) else "",
    }
    return render(request, "reports/printing/papers_of_kind.html", context)


def _with_all(request, page):
    """The posted data; with «all» the rows are those the address of the list filters."""
    if "all" not in request.POST:
        return request.POST
    data = QueryDict(mutable=True)
    data.update({"form": request.POST.get("form", "")})
    data.setlist("ids", list(page.queryset.values_list("pk", flat=True)[: MOST + 1]))
    return data


@require_safe
def print_card(request, slug, pk):
    """How far a print has come, what could not be made and why, the file."""
    job = fetch(request, PaperJob, pk=pk)
    progress = progress_of(job) if job.is_making else None
    if request.htmx:
        if progress is None or not progress.is_alive:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "reports/printing/print_progress.html", {"job": job, "progress": progress})
    context = {"job": job, "progress": progress, "kept_days": KEPT_DAYS}
    return render(request, "reports/printing/print_card.html", context)


@require_safe
def print_file(request, slug, pk):
    """The papers in one file."""
    job = fetch(request, PaperJob, pk=pk)
    if not job.is_ready:
        messages.info(request, _("There is no file any more, or not yet. Below is how it stands."))
        return redirect(request.actor.url("reports:print_card", pk))
    name = f"{job.label} {date_numeric(job.organization.today())}{ENDINGS[job.form]}"
    return file_response(job.result, name)


@require_POST
def print_again(request, slug, pk):
    """Begin a print anew that fell silent or failed."""
    job = fetch(request, PaperJob, pk=pk)
    with refusals_told(request):
        begin_anew(job, by=request.user)
        messages.success(request, _("The papers are being made anew. You may leave this page and come back."))
    return redirect(request.actor.url("reports:print_card", pk))

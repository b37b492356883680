"""Staff lists from a personnel program: upload, load, undo, put aside, and what was left out."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch
from people.staff.forms import UploadForm
from people.staff.models import StaffImport
from people.staff.services import drop_import, request_load, start_import, undo_import
from people.staff.services.workbooks import failed_workbook, sample_workbook
from people.staff.states import Verdict
from people.staff.views.preview_rows import reasons_of
from people.staff.views.previews import steps_of


def staff_import_list(request, slug):
    """Every list uploaded so far."""
    rows = StaffImport.objects.visible_to(request.actor).select_related("by__person")
    rows = rows.annotate(
        people=Count("rows"),
        loaded=Count("rows", filter=Q(rows__is_loaded=True)),
        wrong=Count("rows", filter=Q(rows__verdict=Verdict.ERROR)),
    )
    columns = {
        "file": Column(_("File"), "file_name"),
        "at": Column(_("Uploaded"), "at"),
        "people": Column(_("Rows"), "people", numeric=True),
        "loaded": Column(_("Rows loaded"), "loaded", numeric=True),
        "wrong": Column(_("With errors"), "wrong", numeric=True),
        "state": Column(_("State"), "state"),
    }
    page = ListPage(request, rows, columns=columns, default_sort="-at")
    return render(request, "people/staff/staff_import_list.html", {"page": page})


def staff_import_create(request, slug):
    """Upload a list; a file that cannot be read is refused with a sentence and nothing is kept."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="file"):
            staff_import = start_import(request.actor.organization, form.cleaned_data["file"], by=request.user)
            return redirect(request.actor.url("people:staff_import_preview", staff_import.pk))
    values = {"form": form, "steps": steps_of(request.actor)}
    return render(request, "people/staff/staff_import_create.html", values)


@require_POST
def staff_import_load(request, slug, pk):
    """Write everything good in one transaction, a long list by the background worker."""
    staff_import = fetch(request, StaffImport, pk=pk)
    with refusals_told(request):
        loaded = request_load(staff_import, by=request.user)
        if loaded is None:
            messages.success(request, _("The list is being loaded. You may leave this page and come back."))
        else:
            said = ngettext("%(n)s row is loaded.", "%(n)s rows are loaded.", loaded)
            messages.success(request, said % {"n": loaded})
    return redirect(request.actor.url("people:staff_import_preview", staff_import.pk))


@require_POST
def staff_import_undo(request, slug, pk):
    """Take a load back, if nothing was built on it."""
    staff_import = fetch(request, StaffImport, pk=pk)
    with refusals_told(request):
        undo_import(staff_import, by=request.user)
        messages.success(request, _("The load is undone: everything is as it was before."))
    return redirect(request.actor.url("people:staff_import_preview", staff_import.pk))


@require_POST
def staff_import_drop(request, slug, pk):
    """Put a list aside."""
    staff_import = fetch(request, StaffImport, pk=pk)
    with refusals_told(request):
        drop_import(staff_import, by=request.user)
        messages.success(request, _("The list is dropped; nothing of it was written."))
    return redirect(request.actor.url("people:staff_import_list"))


def staff_import_failed(request, slug, pk):
    """The rows left out, as a workbook to mend and upload again."""
    staff_import = fetch(request, StaffImport, pk=pk)
    content = failed_workbook(staff_import, lambda row: reasons_of(row, staff_import.columns))
    return _workbook(content, _("Rows to mend.xlsx"))


def staff_import_sample(request, slug):
    """An empty list with the headings and a filled-in example."""
    return _workbook(sample_workbook(), _("Staff list sample.xlsx"))


def _workbook(content, name):
    return file_response(content, name, content_type_of(name))

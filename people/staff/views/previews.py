"""The preview of a staff list: every row with its verdict, the meaning of the columns, the choices of the user."""

import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.tabular import column_letter
from people.accounts.access import fetch
from people.staff.filters import PreviewFilter
from people.staff.forms import ColumnsForm
from people.staff.models import StaffImport
from people.staff.selectors import verdict_counts
from people.staff.services import choose_columns, decide, progress_of
from people.staff.states import FIELD_LABELS, TROUBLES, Decision, ImportState, Verdict
from people.staff.views.preview_rows import dress, twin_of

DECISION_FIELD = "row-"


def steps_of(actor):
    """The steps of an upload."""
    return [(_("File"), actor.url("people:staff_import_create")), (_("Check"), ""), (_("Loaded"), "")]


def _describe(columns):
    """The file in words."""
    parts = [columns["format"].upper()]
    parts += [_("sheet “%(name)s”") % {"name": columns["sheet"]}] if columns["sheet"] else []
    parts += [_("encoding %(name)s") % {"name": columns["encoding"]}] if columns["encoding"] else []
    headed = _("headings in row %(row)s") % {"row": columns["heading_row"]}
    parts += [headed if columns["heading_row"] else _("no headings")]
    return ", ".join(parts)


def _columns_in_words(columns):
    """[{letter, label, holds}] of every column that has a heading or is read."""
    holds = {index: FIELD_LABELS[name] for name, index in columns["fields"].items()}
    return [
        {"letter": column_letter(index), "label": label, "holds": holds.get(index, _("not read"))}
        for index, label in enumerate(columns["labels"])
        if label or index in holds
    ]


def _outcome(staff_import, counts):
    """What loading will do, or has done, in a sentence."""
    if staff_import.state == ImportState.DROPPED:
        return _("The list was dropped; nothing of it was written.")
    if staff_import.state == ImportState.UNDONE:
        return _("The load was undone: the staff is as it was before. To load the list again, upload the file.")
    if staff_import.state == ImportState.LOADED:
        said = ngettext("%(n)s row was loaded.", "%(n)s rows were loaded.", counts["loaded"])
        return said % {"n": counts["loaded"]}
    if staff_import.state == ImportState.LOADING:
        return _("Everything is written at once at the end; until then the staff stays as it is.")
    return _(
        "If you load now: %(new)s new, %(changed)s changed, %(decided)s decided by you. Left out: %(error)s with "
        "errors, %(open)s possible duplicates without a choice. %(same)s are the same already."
    ) % (counts | {"open": counts["duplicate"] - counts["decided"]})


def _quick(counts):
    verdicts = [Quick(label, {"verdict": value}, counts[value]) for value, label in Verdict.choices if counts[value]]
    return [Quick(_("All rows"), {}, counts["total"]), *verdicts]


def _keep_decisions(request, staff_import):
    """Store the answers posted for the rows of one page; anything but a decision is left out."""
    decisions = {
        int(name.removeprefix(DECISION_FIELD)): value
        for name, value in request.POST.items()
        if name.startswith(DECISION_FIELD)
        and (number := name.removeprefix(DECISION_FIELD)).isdecimal()
        and len(number) < 9
        and value in Decision
    }
    with refusals_told(request):
        decide(staff_import, decisions, by=request.user)
        messages.success(request, _("Your choices are kept."))
    return redirect(f"{request.path}?{request.GET.urlencode()}")


def _dressed(page, staff_import):
    """The rows of a page ready to be shown; a row that may repeat one above has it at hand."""
    numbers = [number for row in page.rows if (number := twin_of(row))]
    above = {row.number: row for row in staff_import.rows.filter(number__in=numbers)}
    for row in page.rows:
        dress(row, staff_import.columns, above.get(twin_of(row)))


def staff_import_preview(request, slug, pk):
    """Every row with its verdict before anything is written, how far the loading is, and the result after."""
    staff_import = fetch(request, StaffImport, pk=pk)
    if request.method == "POST":
        return _keep_decisions(request, staff_import)
    if request.htmx:
        return _progress(request, staff_import)
    counts = verdict_counts(staff_import)
    page = ListPage(
        request,
        staff_import.rows.select_related("employment__person"),
        columns={"number": Column(_("Row"), "number")},
        default_sort="number",
        filterset_class=PreviewFilter,
        quick=_quick(counts),
    )
    _dressed(page, staff_import)
    columns = staff_import.columns
    values = {
        "staff_import": staff_import,
        "page": page,
        "ready": 0 if columns.get("guessed") else counts["new"] + counts["changed"] + counts["decided"],
        "left_out": counts["error"] + counts["duplicate"] - counts["decided"],
        "described": _describe(columns),
        "columns": _columns_in_words(columns),
        "counted_on": columns.get("counted_on") and datetime.date.fromisoformat(columns["counted_on"]),
        "trouble": TROUBLES.get(staff_import.trouble, ""),
        "progress": progress_of(staff_import) if staff_import.state == ImportState.LOADING else None,
        "steps": steps_of(request.actor),
        "step": 3 if staff_import.state == ImportState.LOADED else 2,
        "outcome": _outcome(staff_import, counts),
        "asks": staff_import.is_open and any(row.asks for row in page.rows),
    }
    return render(request, "people/staff/staff_import_preview.html", values)


def _progress(request, staff_import):
    """The piece of the page that asks again every two seconds; the whole page once there is something to see."""
    progress = progress_of(staff_import)
    if staff_import.state != ImportState.LOADING or not progress.is_alive:
        return HttpResponse(headers={"HX-Refresh": "true"})
    values = {"staff_import": staff_import, "progress": progress}
    return render(request, "people/staff/staff_import_progress.html", values)


def staff_import_columns(request, slug, pk):
    """Say which column holds what; the file is read anew, and the choice is proposed for the next list like it."""
    staff_import = fetch(request, StaffImport, pk=pk)
    form = ColumnsForm(request.POST or None, columns=staff_import.columns)
    preview = request.actor.url("people:staff_import_preview", staff_import.pk)
    if not staff_import.is_open:
        messages.error(request, _("The columns are chosen before the list is loaded. Upload the file again."))
        return redirect(preview)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            choose_columns(staff_import, form.chosen, by=request.user)
            messages.success(request, _("The list is read by your columns. They are remembered for the next list."))
            return redirect(preview)
    values = {"staff_import": staff_import, "form": form, "steps": steps_of(request.actor), "preview": preview}
    return render(request, "people/staff/staff_import_columns.html", values)

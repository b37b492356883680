"""Staff lists from a personnel program: upload, preview, decide, load, and what was left out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch
from people.staff.filters import PreviewFilter
from people.staff.forms import UploadForm
from people.staff.models import StaffImport
from people.staff.selectors import verdict_counts
from people.staff.services import column_name, decide, drop_import, load_import, start_import
from people.staff.services.judging import typed
from people.staff.services.workbooks import failed_workbook, sample_workbook
from people.staff.states import FIELD_LABELS, REASONS, Category, Decision, Gender, ImportState, Verdict

DECISION_FIELD = "row-"
NAME_PARTS = ("last_name", "first_name", "patronymic")


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
        try:
            staff_import = start_import(request.actor.organization, form.cleaned_data["file"], by=request.user)
        except ValidationError as error:
            form.add_error("file", error)
        else:
            return redirect(request.actor.url("people:staff_import_preview", staff_import.pk))
    values = {"form": form, "steps": _steps(request.actor)}
    return render(request, "people/staff/staff_import_create.html", values)


def _steps(actor):
    return [(_("File"), actor.url("people:staff_import_create")), (_("Check"), ""), (_("Loaded"), "")]


def _sentence(reason):
    return str(REASONS[reason["code"]]) % reason["params"]


def _value_words(field, text):
    choices = {"gender": Gender, "category": Category}.get(field)
    return dict(choices.choices).get(text, text) if choices else text


def reasons_of(row, columns):
    """What is wrong with a row or to be asked about it, each with the column it stands in."""
    reasons = [reason for reason in row.messages if "code" in reason]
    reasons.sort(key=lambda reason: columns["fields"].get(reason["field"], len(columns["labels"])))
    return [_in_place(reason, columns) for reason in reasons]


def _in_place(reason, columns):
    said, field = _sentence(reason), reason["field"]
    if column := column_name(columns, field):
        return _("Column %(column)s: %(reason)s") % {"column": column, "reason": said}
    return f"{capfirst(FIELD_LABELS[field])}: {said}" if field else said


def changes_of(row):
    """What a row changes: [(field, old, new)]."""
    return [
        (FIELD_LABELS[each["field"]], *(_value_words(each["field"], each[side]) for side in ("old", "new")))
        for each in row.messages
        if "old" in each
    ]


def _dress(row, columns):
    """Give a row what its line of the preview shows."""
    values = row.values
    names = [values.get(field, "") for field in NAME_PARTS]
    row.name = " ".join(filter(None, names)) or _name_as_given(row, columns["fields"])
    row.reasons, row.changes = reasons_of(row, columns), changes_of(row)
    row.asks = row.verdict == Verdict.DUPLICATE
    row.born = typed(values).get("birth_date")
    row.choices = Decision.choices if row.asks else ()
    return row


def _name_as_given(row, fields):
    """The name in the cells of a row whose name could not be read."""
    indexes = [fields[field] for field in ("full_name", *NAME_PARTS) if field in fields]
    return " ".join(row.cells[index] for index in indexes if index < len(row.cells))


def _describe(columns):
    """The file in words, and its columns: [(label in the file, what it is taken for)]."""
    fields = sorted(columns["fields"].items(), key=lambda pair: pair[1])
    parts = [columns["format"].upper()]
    parts += [_("sheet “%(name)s”") % {"name": columns["sheet"]}] if columns["sheet"] else []
    parts += [_("encoding %(name)s") % {"name": columns["encoding"]}] if columns["encoding"] else []
    parts += [_("headings in row %(row)s") % {"row": columns["heading_row"]}]
    return ", ".join(parts), [(column_name(columns, field), FIELD_LABELS[field]) for field, _index in fields]


def _outcome(staff_import, counts):
    """What loading will do, or has done, in a sentence."""
    if staff_import.state == ImportState.DROPPED:
        return _("The list was dropped; nothing of it was written.")
    if staff_import.state == ImportState.LOADED:
        said = ngettext("%(n)s row was loaded.", "%(n)s rows were loaded.", counts["loaded"])
        return said % {"n": counts["loaded"]}
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
    try:
        decide(staff_import, decisions, by=request.user)
        messages.success(request, _("Your choices are kept."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(f"{request.path}?{request.GET.urlencode()}")


def staff_import_preview(request, slug, pk):
    """Every row with its verdict before anything is written, and the result after."""
    staff_import = fetch(request, StaffImport, pk=pk)
    if request.method == "POST":
        return _keep_decisions(request, staff_import)
    counts = verdict_counts(staff_import)
    page = ListPage(
        request,
        staff_import.rows.select_related("employment__person"),
        columns={"number": Column(_("Row"), "number")},
        default_sort="number",
        filterset_class=PreviewFilter,
        quick=_quick(counts),
    )
    for row in page.rows:
        _dress(row, staff_import.columns)
    described, columns = _describe(staff_import.columns)
    values = {
        "staff_import": staff_import,
        "page": page,
        "counts": counts,
        "ready": counts["new"] + counts["changed"] + counts["decided"],
        "left_out": counts["error"] + counts["duplicate"] - counts["decided"],
        "described": described,
        "columns": columns,
        "steps": _steps(request.actor),
        "step": 2 if staff_import.is_open else 3,
        "outcome": _outcome(staff_import, counts),
        "asks": staff_import.is_open and any(row.asks for row in page.rows),
    }
    return render(request, "people/staff/staff_import_preview.html", values)


@require_POST
def staff_import_load(request, slug, pk):
    """Write everything good in one transaction."""
    staff_import = fetch(request, StaffImport, pk=pk)
    try:
        loaded = load_import(staff_import, by=request.user)
        said = ngettext("%(n)s row is loaded.", "%(n)s rows are loaded.", loaded)
        messages.success(request, said % {"n": loaded})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(request.actor.url("people:staff_import_preview", staff_import.pk))


@require_POST
def staff_import_drop(request, slug, pk):
    """Put a list aside."""
    staff_import = fetch(request, StaffImport, pk=pk)
    try:
        drop_import(staff_import, by=request.user)
        messages.success(request, _("The list is dropped; nothing of it was written."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
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

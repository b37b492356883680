"""From an uploaded file to a preview: rows with values, reasons and verdicts; nobody of the staff changes."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.tabular import TableError, column_letter, read_table
from mentoring.lib.uploads import MEGABYTE, shown_name
from people.history.services import record
from people.staff.models import ImportRow, ImportSource, StaffImport
from people.staff.services.cells import as_text
from people.staff.services.judging import judge
from people.staff.services.layout import (
    NAME_PARTS,
    UNREAD,
    below_heading,
    counted_on,
    find_columns,
    sample_values,
)
from people.staff.services.loading import lock_import
from people.staff.services.rows import Days, finish, gather, read_row
from people.staff.services.sources import keep_source, remember_fields, remembered_fields, rows_of_source
from people.staff.states import FIELD_LABELS, ImportState

MAX_BYTES = 10 * MEGABYTE
BATCH = 500
# Rows passed over that a preview names.
NAMED_PASSED = 100


def start_import(organization, file, *, by):
    """Read an uploaded staff list and keep it with a verdict on every row; nobody of the staff changes.

    Columns chosen here before for the same headings are taken again. Returns the StaffImport in the state
    «preview». Raises MoveRefused with a sentence for people when the file cannot be read, has no heading and no
    columns that tell themselves, no column that is needed or no rows; then nothing is kept.
    """
    try:
        table = read_table(file, file.name, max_bytes=MAX_BYTES)
        columns = find_columns(table.rows)
    except TableError as error:
        raise MoveRefused(str(error)) from None
    remembered = remembered_fields(organization, columns)
    if remembered:
        columns.fields, columns.guessed = remembered, []
    _check_columns(columns)
    rows, described = _read_people(table.rows, columns, organization.today())
    file_facts = {"format": table.format, "encoding": table.encoding, "delimiter": table.delimiter}
    described |= file_facts | {"sheet": table.sheet, "remembered": bool(remembered)}
    with transaction.atomic():
        staff_import = StaffImport.objects.create(
            organization=organization, file_name=shown_name(file), columns=described, by=by, at=now()
        )
        keep_source(staff_import, table.rows)
        _keep_rows(staff_import, rows)
        record(staff_import, gettext_noop("Uploaded the staff list"), by=by)
    return staff_import


def choose_columns(staff_import, fields, *, by):
    """Read a list anew with the columns the user chose: {field: column index}; remembered for the next list.

    Choices made of possible duplicates stay where the row still asks. Raises MoveRefused if a column that is needed
    is missing, the columns leave nobody to read, or the list is loaded or dropped already.
    """
    unknown = set(fields) - set(FIELD_LABELS)
    if unknown or len(set(fields.values())) < len(fields):
        raise MoveRefused(_("Each column holds one thing. Choose again."))
    with transaction.atomic():
        staff_import = lock_import(staff_import, ImportState.DROPPED)
        if not ImportSource.objects.filter(staff_import=staff_import).exists():
            raise MoveRefused(_("The rows of this file are not kept any more. Upload the file again."))
        table_rows = rows_of_source(staff_import)
        columns = find_columns(table_rows)
        columns.fields, columns.guessed = fields, []
        _check_columns(columns)
        rows, described = _read_people(table_rows, columns, staff_import.organization.today())
        staff_import.columns = staff_import.columns | described | {"remembered": True}
        staff_import.trouble = ""
        staff_import.save(update_fields=["columns", "trouble"])
        decided = dict(staff_import.rows.exclude(decision="").values_list("number", "decision"))
        for row in rows:
            row.decision = decided.get(row.number, "")
        staff_import.rows.all().delete()
        _keep_rows(staff_import, rows)
        remember_fields(staff_import.organization, columns)
        record(staff_import, gettext_noop("Chose the columns of the staff list"), by=by)


def _keep_rows(staff_import, rows):
    for row in rows:
        row.staff_import = staff_import
    judge(staff_import.organization, rows)
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def _read_people(table_rows, columns, today):
    """(unsaved ImportRows, what the preview says of the file); raises MoveRefused if nobody is there."""
    days = Days(today, counted_on(table_rows, columns, today))
    people, passed = below_heading(table_rows, columns)
    given = [found for row, fields in people if (found := read_row(row, fields, days))]
    rows = [finish(each, days) for each in gather(given)]
    if not rows:
        raise MoveRefused(_("There is nobody under the heading. Add at least one row and upload the file again."))
    return rows, _describe(columns, days, people, passed)


def _check_columns(columns):
    lacking = ["Ф.И.О."] if not columns.has_name else []
    lacking += [] if "post" in columns.fields else ["Должность"]
    if lacking:
        raise MoveRefused(
            _("Row %(row)s holds the headings, but there is no column %(columns)s. Add it and upload the file again.")
            % {"row": columns.heading_row, "columns": ", ".join(f"«{name}»" for name in lacking)}
        )


def _describe(columns, days, people, passed):
    """What the preview says of the file; column indexes count from 0."""
    fields = {name: index for name, index in columns.fields.items() if name != UNREAD}
    width = max(len(columns.labels), *(len(row.cells) for row, _fields in people[:BATCH]))
    labels = [as_text(label) for label in columns.labels] + [""] * (width - len(columns.labels))
    return {
        "heading_row": columns.heading_row,
        "labels": labels,
        "fields": fields,
        "unknown": [label for index, label in enumerate(labels) if label and index not in fields.values()],
        "guessed": columns.guessed,
        "samples": [sample_values(people, index) for index in range(width)],
        "passed": passed[:NAMED_PASSED],
        "counted_on": days.counted_on.isoformat() if days.counted_on != days.today else "",
    }


def column_name(columns, name):
    """D «Дата приёма»: where the preview finds a field in the file; nothing for a field without a column."""
    index = columns["fields"].get(name)
    if index is None and name in NAME_PARTS:
        index = columns["fields"].get("full_name")
    if index is None:
        return ""
    label = columns["labels"][index]
    return f"{column_letter(index)} «{label}»" if label else column_letter(index)

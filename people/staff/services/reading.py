"""From an uploaded file to rows with values and reasons; nothing here looks at the staff already known."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import add_months, date_numeric, now
from mentoring.lib.grammar import guess_gender
from mentoring.lib.tabular import TableError, column_letter, find_heading, read_table, rows_below
from mentoring.lib.uploads import MEGABYTE, shown_name
from people.history.services import record
from people.staff.models import ImportRow, StaffImport
from people.staff.services import cells as read
from people.staff.services.cells import CellError
from people.staff.services.judging import judge
from people.staff.services.wordings import COLUMNS
from people.staff.states import Verdict

MAX_BYTES = 10 * MEGABYTE
NAME_PARTS = ("last_name", "first_name", "patronymic")
UNREAD = "other_experience"


def start_import(organization, file, *, by):
    """Read an uploaded staff list and keep it with a verdict on every row; nobody of the staff changes.

    Returns the StaffImport in the state «preview». Raises ValidationError with a sentence for people when the
    file cannot be read, has no heading, no column that is needed or no rows; then nothing is kept.
    """
    columns, rows = _read(file, organization.today())
    with transaction.atomic():
        staff_import = StaffImport.objects.create(
            organization=organization, file_name=shown_name(file), columns=columns, by=by, at=now()
        )
        for row in rows:
            row.staff_import = staff_import
        judge(organization, rows)
        ImportRow.objects.bulk_create(rows, batch_size=500)
        record(staff_import, gettext_noop("Uploaded the staff list"), by=by)
    return staff_import


def _read(file, today):
    try:
        table = read_table(file, file.name, max_bytes=MAX_BYTES)
        heading = find_heading(table.rows, COLUMNS)
    except TableError as error:
        raise ValidationError(str(error)) from None
    _check_columns(heading)
    rows = [_read_row(row, heading.columns, today) for row in rows_below(table.rows, heading)]
    rows = [row for row in rows if row is not None]
    if not rows:
        raise ValidationError(_("There is nobody under the heading. Add at least one row and upload the file again."))
    return _describe(table, heading), rows


def _check_columns(heading):
    has_name = "full_name" in heading.columns or {"last_name", "first_name"} <= set(heading.columns)
    lacking = ["Ф.И.О."] if not has_name else []
    lacking += [] if "post" in heading.columns else ["Должность"]
    if lacking:
        raise ValidationError(
            _("Row %(row)s holds the headings, but there is no column %(columns)s. Add it and upload the file again.")
            % {"row": heading.row_number, "columns": ", ".join(f"«{name}»" for name in lacking)}
        )


def _describe(table, heading):
    """What the preview says of the file; column indexes count from 0."""
    fields = {field: index for field, index in heading.columns.items() if field != UNREAD}
    labels = next(row for row in table.rows if row.number == heading.row_number).cells
    return {
        "format": table.format,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "heading_row": heading.row_number,
        "labels": [read.as_text(cell) for cell in labels],
        "fields": fields,
        "unknown": [cell.label for cell in heading.unknown]
        + [read.as_text(labels[index]) for field, index in heading.columns.items() if field == UNREAD],
    }


def column_name(columns, field):
    """B «Ф.И.О.»: where the preview finds a field in the file; nothing for a field without a column."""
    index = columns["fields"].get(field)
    if index is None and field in NAME_PARTS:
        index = columns["fields"].get("full_name")
    if index is None:
        return ""
    return f"{column_letter(index)} «{columns['labels'][index]}»"


class _Reader:
    """Collects the values of one row and the reasons why some cannot be read."""

    def __init__(self, row, columns, today):
        self.row, self.columns, self.today = row, columns, today
        self.values, self.reasons = {}, []

    def cell(self, field):
        index = self.columns.get(field)
        return None if index is None else self.row.get(index)

    def refuse(self, field, code, **params):
        self.reasons.append({"field": field, "code": code, "params": params})

    def take(self, field, reader, *args):
        """Read the cell of ``field`` if it holds something."""
        cell = self.cell(field)
        if not read.as_text(cell):
            return
        try:
            self.values[field] = reader(cell, *args)
        except CellError as error:
            self.refuse(field, error.code, **error.params)


def _read_row(row, columns, today):
    """An unsaved ImportRow, or None for a row without a name and a post, as totals and signatures are."""
    reader = _Reader(row, columns, today)
    _read_name(reader)
    if not reader.values and not reader.reasons and not read.as_text(reader.cell("post")):
        return None
    _require_name(reader)
    _read_work(reader)
    _read_person(reader)
    _check_days(reader)
    return ImportRow(
        number=row.number,
        cells=[read.as_text(cell) for cell in row.cells],
        values={key: value.isoformat() if _is_day(value) else value for key, value in reader.values.items()},
        verdict=Verdict.ERROR if reader.reasons else Verdict.NEW,
        messages=reader.reasons,
    )


def _is_day(value):
    return isinstance(value, datetime.date)


def _read_name(reader):
    parts = {field: reader.cell(field) for field in NAME_PARTS}
    place = None
    if not read.as_text(parts["last_name"]) and read.as_text(reader.cell("full_name")):
        place = "full_name"
        try:
            parts = dict(zip(NAME_PARTS, read.split_full_name(reader.cell(place)), strict=True))
        except CellError as error:
            reader.refuse(place, error.code, **error.params)
            return
    for field, cell in parts.items():
        try:
            if text := read.read_name(cell, field):
                reader.values[field] = text
        except CellError as error:
            reader.refuse(place or field, error.code, **error.params)


def _require_name(reader):
    refused = {reason["field"] for reason in reader.reasons}
    if "full_name" in refused:
        return
    for field in ("last_name", "first_name"):
        if field not in reader.values and field not in refused:
            reader.refuse(field, "empty")


def _read_work(reader):
    reader.take("post", read.read_post)
    if not read.as_text(reader.cell("post")):
        reader.refuse("post", "empty")
    for field in ("number", "subject", "education", "workplace"):
        reader.take(field, read.read_text, field)
    reader.take("category", read.read_category)
    reader.take("email", read.read_email)
    reader.take("phone", read.read_phone)
    reader.take("starts_on", read.read_hire_date, reader.today)
    reader.take("experience_since", read.read_experience, reader.today)
    if "experience_since" in reader.values:
        reader.values["experience_since"], reader.values["exactness"] = reader.values["experience_since"]
    reader.take("ends_on", read.read_date)
    left_on = reader.values.pop("ends_on", None)
    if left_on and left_on <= reader.today:
        reader.refuse("ends_on", "has_left", value=date_numeric(left_on))


def _read_person(reader):
    reader.take("birth_date", read.read_birth_date, reader.today)
    reader.take("gender", read.read_gender)
    names = [reader.values.get(field, "") for field in NAME_PARTS]
    if "gender" in reader.values or not all(names[:2]) or read.as_text(reader.cell("gender")):
        return
    if gender := guess_gender(*names):
        reader.values |= {"gender": gender.value, "guessed": True}


def _check_days(reader):
    born = reader.values.get("birth_date")
    if born is None:
        return
    of_age = add_months(born, 12 * read.YOUNGEST)
    hired, since = reader.values.get("starts_on"), reader.values.get("experience_since")
    if hired and hired < of_age:
        reader.refuse("starts_on", "hired_as_child", value=date_numeric(hired))
    if since and since < of_age:
        years = (reader.today - since).days // 365
        reader.refuse("experience_since", "experience_as_child", value=years)

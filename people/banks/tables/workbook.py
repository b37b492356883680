"""The banks as workbooks: exactly the rows and columns of the screen, and the form of the base."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.sheets import Column, SheetSpec, write_workbook
from people.banks.tables.base import offered, prefetch_for

# The form asks for the consent to pass data on; the papers say so themselves.
FORM_NOTE = (
    "Передавать сведения о человеке за пределы организации можно только при его согласии на передачу "
    "(152-ФЗ, ст. 9): смотрите реестр согласий."
)
AT_ONCE = 500


def screen_workbook(rows, columns, names, frame, title):
    """The rows of a list with the columns its reader sees, headings as on the screen, as XLSX bytes."""
    shown = offered(columns, frame)
    labels = {name: str(shown[name].label) for name in names if name in shown}
    sheet = _sheet(rows, columns, labels, frame, title, number=_("No."))
    return write_workbook([sheet], title=title)


def form_workbook(rows, columns, frame, title):
    """The rows with every column of the form of the base in its order and under its headings, as XLSX bytes."""
    labels = {name: column.heading(frame) for name, column in offered(columns, frame).items() if column.form}
    sheet = _sheet(rows, columns, labels, frame, title, number="№", notes=(FORM_NOTE,))
    return write_workbook([sheet], title=title)


def _sheet(rows, columns, labels, frame, title, *, number, notes=()):
    heads = [
        Column(name, label, columns[name].kind, width=columns[name].width, wrap=columns[name].kind == "text")
        for name, label in labels.items()
    ]
    return SheetSpec(
        title[:31],
        [Column("place", number, "place", width=5), *heads],
        _values(prefetch_for(rows, columns, labels), columns, labels, frame),
        heading=(title, f"{frame.organization.short_name}, {date_numeric(frame.day)}"),
        notes=notes,
        freeze_columns=2,
        landscape=True,
    )


def _values(rows, columns, names, frame):
    """Row after row, a few hundred in memory at a time."""
    for place, entry in enumerate(rows.iterator(chunk_size=AT_ONCE), start=1):
        yield {"place": place} | {name: columns[name].value(entry, frame) for name in names}

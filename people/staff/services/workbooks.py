"""Workbooks of the room: the sample to fill in, and the rows that were left out, each with its reason."""

import datetime

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.sheets import Column, SheetSpec, write_workbook
from mentoring.lib.tabular import column_letter
from people.staff.selectors import rows_left_out
from people.staff.services.layout import says
from people.staff.services.wordings import COLUMNS

SAMPLE_FIELDS = (
    "number",
    "full_name",
    "gender",
    "birth_date",
    "post",
    "subject",
    "category",
    "experience_since",
    "starts_on",
    "education",
    "phone",
    "email",
)
# Russian, as the lists themselves are; the people are invented.
SAMPLE_ROWS = (
    (
        "001",
        "Белозёрова Вера Игнатьевна",
        "ж",
        "14.03.1984",
        "учитель математики",
        "математика",
        "высшая",
        "17 лет 2 мес.",
        "01.09.2012",
        "высшее",
        "8 900 000-00-01",
        "belozerova@example.org",
    ),
    (
        "002",
        "Тагиров Ринат Ильдарович",
        "м",
        "02.11.2002",
        "учитель физической культуры",
        "физическая культура",
        "без категории",
        "1 год",
        "1 сентября 2025 г.",
        "среднее профессиональное",
        "",
        "",
    ),
)
# A table without a row would say that there is nobody.
EMPTY_ROW = dict.fromkeys(SAMPLE_FIELDS)


def sample_workbook():
    """A workbook with the headings on the first sheet and a filled-in example on the second, as XLSX bytes."""
    columns = [Column(field, COLUMNS[field][0]) for field in SAMPLE_FIELDS]
    example = [dict(zip(SAMPLE_FIELDS, row, strict=True)) for row in SAMPLE_ROWS]
    return write_workbook(
        [
            SheetSpec(
                "Список", [Column(c.key, c.label, width=max(16, len(c.label) + 2)) for c in columns], [EMPTY_ROW]
            ),
            SheetSpec("Пример", columns, rows=example),
        ],
        title="Образец списка работников",
    )


def failed_workbook(staff_import, sentences_of):
    """The rows left out under the headings of their file, with the reasons beside, as XLSX bytes.

    ``sentences_of(row)`` gives the reasons in words. Mended, the workbook can be uploaded as it is.
    """
    labels = _labels(staff_import.columns)
    reason, place = _("What to mend"), _("Row of the file")
    columns = [Column(str(index), label) for index, label in enumerate(labels)]
    columns = [Column("reason", reason, width=60, wrap=True), Column("place", place, "int"), *columns]
    rows = [
        {"reason": "\n".join(sentences) if part is parts[0] else "", "place": part["number"]}
        | {str(index): cell for index, cell in enumerate(part["cells"][: len(labels)])}
        for sentences, parts in (
            (sentences_of(row), [{"number": row.number, "cells": row.cells}, *row.more])
            for row in rows_left_out(staff_import)
        )
        for part in parts
    ]
    return write_workbook([SheetSpec("Список", columns, rows)], title=staff_import.file_name)


def _labels(columns):
    """The headings of the file; one that does not tell by itself what its column holds says it, to be found again."""
    labels = [label or column_letter(index) for index, label in enumerate(columns["labels"])]
    for name, index in columns["fields"].items():
        labels[index] = labels[index] if says(labels[index], name) else COLUMNS[name][0]
    if columns.get("counted_on") and "experience_since" in columns["fields"]:
        day = date_numeric(datetime.date.fromisoformat(columns["counted_on"]))
        labels[columns["fields"]["experience_since"]] += f" на {day}"
    return labels

"""Staff lists as people send them, made in code: (rows | bytes) → an upload."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

HEADING = ["Табельный", "Ф.И.О.", "Должность", "Дата рождения"]


def xlsx(rows, name="list.xlsx"):
    """A workbook of one sheet with these rows."""
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    return book(workbook, name)


def book(workbook, name="list.xlsx"):
    stream = io.BytesIO()
    workbook.save(stream)
    return SimpleUploadedFile(name, stream.getvalue())


def csv(rows, *, encoding="utf-8", delimiter=";", name="list.csv"):
    """Delimited text with these rows."""
    text = "\r\n".join(delimiter.join(str(cell) for cell in row) for row in rows)
    return SimpleUploadedFile(name, text.encode(encoding))


def people(*rows):
    """A small workbook under the usual heading: (number, name, post, birth date)."""
    return xlsx([HEADING, *rows])


# Cells nobody should write and somebody does.
ODD = ["-", "—", ",", "()", "(", "*", "%s", "…", "0", "\u00a0", "=1+1", "(внеш. совм.)", "1/0", "не указано", "?" * 400]

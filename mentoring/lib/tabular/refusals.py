"""Every sentence with which a file is refused, in one place; each says what to do next."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    # the file as a whole
    "empty": _("The file is empty. Check which file you chose and upload it again."),
    "too_large": _(
        "The file is larger than %(limit)s. Delete pictures and sheets you do not need, "
        "or split the table into several files."
    ),
    "pdf": _("This is a PDF document, not a table. Upload the table itself: an Excel workbook (.xlsx) or a CSV file."),
    "word": _("This is a Word document, not a table. Copy the table to Excel and save it as “Excel workbook (.xlsx)”."),
    "xls": _("This is a workbook of the old Excel format (.xls). Open it and save it as “Excel workbook (.xlsx)”."),
    "opendocument": _("This is a LibreOffice document. Open it and save it as “Excel 2007–365 (.xlsx)”."),
    "other_office": _(
        "This is not an ordinary Excel workbook. Open it in Excel and save it as “Excel workbook (.xlsx)”."
    ),
    "wrong_type": _(
        "This is a picture or a text document, not a table. Upload an Excel workbook (.xlsx) or a CSV file."
    ),
    "markup": _(
        "This is a web page or XML saved under the name of a table. "
        "Open it in Excel and save it as “Excel workbook (.xlsx)”."
    ),
    "archive": _("This is an archive. Unpack it and upload the table that is inside."),
    "encrypted": _(
        "The workbook is protected by a password. Open it, remove the password, save it and upload it again."
    ),
    "macros": _(
        "The workbook contains macros. Save it as “Excel workbook (.xlsx)”, without macros, and upload it again."
    ),
    "not_a_workbook": _(
        "The name says it is a workbook, but the content is not one: the file is damaged or was renamed. "
        "Open it in the program that made it and save it as “Excel workbook (.xlsx)”."
    ),
    "damaged": _(
        "The workbook is damaged or was not saved to the end. "
        "Open it in Excel, save it again as “Excel workbook (.xlsx)” and upload it."
    ),
    "doctype": _(
        "The workbook contains a document type declaration, which is not allowed. "
        "Open it in Excel, save it again as “Excel workbook (.xlsx)” and upload it."
    ),
    "bomb": _("The workbook unpacks to far too much data. Copy only the table to a new workbook and upload that."),
    "not_text": _(
        "The file is neither an Excel workbook nor a readable CSV. "
        "Open the table in Excel and save it as “Excel workbook (.xlsx)” or “CSV UTF-8”."
    ),
    # the table in it
    "blank": _(
        "No visible sheet of the file has filled cells. Check that it is the right file "
        "and that the sheet with the table is not hidden."
    ),
    "too_many_rows": _("The table has more than %(limit)s rows. Split it into several files and upload them in turn."),
    "too_many_columns": _(
        "Row %(row)s is filled up to column %(column)s, but at most %(limit)s columns can be read. "
        "Delete the columns you do not need and upload the file again."
    ),
    "too_many_cells": _(
        "The sheet has too many cells, perhaps empty ones with formatting. "
        "Copy only the table to a new workbook and upload that."
    ),
    "no_heading": _(
        "No row with column headings was found in the first %(count)s rows. "
        "Add a row with headings over the table, for example: %(expected)s."
    ),
    # one place in the table
    "broken_text": _(
        "Line %(row)s of the file is damaged: its letters cannot be read. "
        "Open the table in Excel and save it as “CSV UTF-8” or “Excel workbook (.xlsx)”."
    ),
    "open_quote": _("A quotation mark opened in row %(row)s is never closed. Close it or delete it and save the file."),
    "long_cell": _(
        "Row %(row)s, column %(column)s: the cell is longer than %(limit)s characters. "
        "Shorten the text, and check that every opening quotation mark in the file has a closing one."
    ),
    "long_row": _(
        "Row %(row)s: one of the cells is longer than %(limit)s characters. "
        "Shorten the text, and check that every opening quotation mark in the file has a closing one."
    ),
    "unprintable": _(
        "Row %(row)s, column %(column)s: the cell holds characters that cannot be shown. "
        "Type the value again and save the file."
    ),
    "no_stored_value": _(
        "The value of the formula is not stored in: %(cells)s. Open the workbook in Excel, save it and upload it again."
    ),
    "formula_error": _(
        "There is an error instead of a value in: %(cells)s. "
        "Mend the formula or clear the cell and upload the file again."
    ),
}

_PLACE = _("row %(row)s, column %(column)s")
NAMED_CELLS = 5

_LAST_COLUMN_WITH_A_LETTER = 18_278


def column_name(column: int) -> str:
    """What a spreadsheet shows over a column counted from 1; far beyond any spreadsheet, the number."""
    # It takes long to start, and few processes ever refuse a table.
    from openpyxl.utils import get_column_letter

    return get_column_letter(column) if column <= _LAST_COLUMN_WITH_A_LETTER else str(column)


class TableError(ValueError):
    """A file that cannot be read as a table.

    ``str(error)`` is a translated sentence for the person who uploaded the file; ``code`` is its key in
    SENTENCES; ``row`` and ``column`` (both counted from 1) are set when one place is to blame.
    """

    def __init__(self, code: str, *, row: int | None = None, column: int | None = None, **values):
        values |= {"row": row, "column": column and column_name(column)}
        super().__init__(str(SENTENCES[code]) % values)
        self.code, self.row, self.column = code, row, column


def refused_cells(code: str, places: list[tuple[int, int]]) -> TableError:
    """A refusal that names the first few of several (row, column), counted from 1."""
    named = [str(_PLACE) % {"row": row, "column": column_name(column)} for row, column in places]
    cells = "; ".join(named[:NAMED_CELLS]) + ("…" if len(named) > NAMED_CELLS else "")
    return TableError(code, row=places[0][0], column=places[0][1], cells=cells)

"""The door: looks at the content of a file and hands it to the reader of its format."""

from typing import BinaryIO

from django.template.defaultfilters import filesizeformat

from mentoring.lib.tabular.delimited import read_delimited
from mentoring.lib.tabular.refusals import TableError
from mentoring.lib.tabular.table import Limits, Table

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PICTURES_AND_TEXTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
    b"{\\rtf",
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\x05\x06")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta", b"<style", b"<svg")
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods")

#: A reader of PDF accepts the mark anywhere in the first kilobyte, so a workbook may not have it there.
_PDF_SEARCHED = 1024


def read_table(file: BinaryIO, name: str, *, max_bytes: int, max_rows: int = 20_000, max_columns: int = 200) -> Table:
    """Read the rows of an uploaded XLSX or CSV file.

    ``file`` is open for reading bytes; ``name`` is the name the user gave it, used only to word a
    refusal. Of a workbook the first visible sheet with a filled cell is read, formulas by the value
    stored with them, merged cells by their first cell. Empty rows are left out, and the others keep
    their numbers. A date with a time gives its date; a time alone gives text.

    Raises TableError with a sentence that says what to do; nothing is read in part.
    """
    content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise TableError("too_large", limit=filesizeformat(max_bytes))
    if not content:
        raise TableError("empty")
    _refuse_other_types(content)
    limits = Limits(rows=max_rows, columns=max_columns)
    if content.startswith(_ZIP):
        # What reads them takes long to start, and few processes ever read one.
        from mentoring.lib.tabular.workbook import read_workbook

        return read_workbook(content, limits)
    if name.casefold().endswith(_WORKBOOK_NAMES):
        raise TableError("not_a_workbook")
    return read_delimited(content, limits)


def _refuse_other_types(content: bytes) -> None:
    beginning = content[:_PDF_SEARCHED]
    if b"%PDF-" in beginning:
        raise TableError("pdf")
    if content.startswith(_OLE):
        raise TableError(_kind_of_old_office_file(content))
    if beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise TableError("markup")
    if content.startswith(_PICTURES_AND_TEXTS):
        raise TableError("wrong_type")
    if content.startswith(_ARCHIVES):
        raise TableError("archive")


def _kind_of_old_office_file(content: bytes) -> str:
    """Excel 97–2003, Word 97–2003 and every workbook with a password share one container."""
    if _utf16("EncryptedPackage") in content or _utf16("EncryptionInfo") in content:
        return "encrypted"
    return "word" if _utf16("WordDocument") in content else "xls"


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")

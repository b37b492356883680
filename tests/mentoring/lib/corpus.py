"""Files people and attackers upload, made in code: odd ones that must be read, hostile ones that must not."""

import io
import zipfile

from openpyxl import Workbook, load_workbook

HEADING = ["ФИО", "Должность", "Дата рождения"]
PEOPLE = [
    ["Ахметова Гузель Ильдаровна", "учитель математики", "01.02.1990"],
    ["Кара-оглы Тимур Олегович", "воспитатель", "15.11.1985"],
]
TABLE = [HEADING, *PEOPLE]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def workbook_of(rows: list[list], title: str = "Список") -> Workbook:
    """A workbook with one sheet of rows."""
    workbook = Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    return workbook


def xlsx(rows: list[list] = TABLE) -> bytes:
    """An ordinary XLSX file."""
    return saved(workbook_of(rows))


def with_parts(parts: dict[str, bytes | str], content: bytes | None = None, stored: bool = False) -> bytes:
    """An XLSX file with some of its parts replaced or added."""
    stream = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with (
        zipfile.ZipFile(io.BytesIO(content or xlsx())) as old,
        zipfile.ZipFile(stream, "w", method) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def sheet(data: str, before: str = "", after: str = "") -> str:
    """The XML of a worksheet around its rows."""
    return f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def xlsx_with_sheet(data: str, before: str = "", after: str = "") -> bytes:
    """An XLSX file whose only sheet has the given XML inside."""
    return with_parts({SHEET: sheet(data, before, after)})


def archive_of(parts: dict[str, bytes | str]) -> bytes:
    """A ZIP archive of the given parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def text_cell(reference: str, text: str) -> str:
    """The XML of a cell with text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def csv_text(delimiter: str = ";", rows: list[list] = TABLE) -> str:
    """The text of a CSV file."""
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def ole(stream_name: str) -> bytes:
    """A container of the old Office formats that names one stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream_name.encode("utf-16-le")


# --- odd files that hold TABLE ------------------------------------------------------------------------


def _shifted() -> list[list]:
    return [["Список сотрудников"], [], *TABLE]


def _hidden_first() -> bytes:
    workbook = workbook_of([["скрытое"]])
    workbook.create_sheet("Пустой")
    visible = workbook.create_sheet("Кадры")
    for row in TABLE:
        visible.append(row)
    workbook["Список"].sheet_state = "hidden"
    workbook.active = 2
    return saved(workbook)


def _false_dimension(reference: str) -> bytes:
    content = xlsx()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.read(SHEET).decode()
    return with_parts({SHEET: part.replace('ref="A1:C3"', f'ref="{reference}"')}, content)


def _formatted_rows() -> bytes:
    """What remains when somebody formats whole columns: rows to the very end, all of them empty."""
    rows = "".join(
        f'<row r="{n}">' + "".join(text_cell(f"{c}{n}", v) for c, v in zip("ABC", row, strict=True)) + "</row>"
        for n, row in enumerate(TABLE, start=1)
    )
    return xlsx_with_sheet(rows + "".join(f'<row r="{n}"/>' for n in range(4, 50_000)))


# What is read is made when it is read: every process that collects the tests has these names before it.
ODD_FILES = {
    "ordinary workbook": ("staff.xlsx", xlsx),
    "workbook without an ending in its name": ("staff", xlsx),
    "workbook named CSV": ("staff.csv", xlsx),
    "name of 200 characters": ("я" * 195 + ".xlsx", xlsx),
    "sheet that claims 1,048,576 × 16,384 cells": ("staff.xlsx", lambda: _false_dimension("A1:XFD1048576")),
    "sheet that claims a single cell": ("staff.xlsx", lambda: _false_dimension("A1")),
    "hidden and empty sheets before the table": ("staff.xlsx", _hidden_first),
    "50,000 formatted empty rows": ("staff.xlsx", _formatted_rows),
    "huge picture in the workbook": (
        "staff.xlsx",
        lambda: with_parts({"xl/media/image1.png": b"\x89PNG" + bytes(range(256)) * 8_000}),
    ),
    "UTF-8": ("staff.csv", lambda: csv_text().encode()),
    "UTF-8 with a byte order mark": ("staff.csv", lambda: csv_text().encode("utf-8-sig")),
    "Windows-1251": ("staff.csv", lambda: csv_text().encode("windows-1251")),
    "UTF-16 LE with a mark": ("staff.csv", lambda: b"\xff\xfe" + csv_text("\t").encode("utf-16-le")),
    "UTF-16 BE with a mark": ("staff.csv", lambda: b"\xfe\xff" + csv_text().encode("utf-16-be")),
    "UTF-16 LE without a mark": ("staff.txt", lambda: csv_text("\t").encode("utf-16-le")),
    "commas": ("staff.csv", lambda: csv_text(",").encode()),
    "tabs": ("staff.txt", lambda: csv_text("\t").encode("windows-1251")),
    "separator line of Excel": ("staff.csv", lambda: ("sep=|\r\n" + csv_text("|")).encode()),
    "old line ends of Mac": ("staff.csv", lambda: csv_text().replace("\r\n", "\r").encode()),
    "no line end after the last row": ("staff.csv", lambda: csv_text().rstrip().encode()),
    "empty cells at the end of each row": (
        "staff.csv",
        lambda: csv_text().replace("\r\n", ";;;;\r\n").encode("windows-1251"),
    ),
}

# --- hostile files, each with the code of its refusal and the place (row, column) it names --------------


def _entities() -> str:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>' + sheet(text_cell("A1", "&l9;"))


def _foreign_entity() -> str:
    doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return doctype + sheet(f'<row r="1">{text_cell("A1", "&e;")}</row>')


def _flagged_as_encrypted() -> bytes:
    content = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def _formula(stored: str = "") -> bytes:
    return xlsx_with_sheet(
        f'<row r="1">{text_cell("A1", "ФИО")}</row><row r="2"><c r="B2"><f>1+1</f>{stored}</c></row>'
    )


def empty_cells(count: int) -> bytes:
    """A workbook of so many cells that hold nothing, a hundred in a row."""
    return xlsx_with_sheet(f"<row>{'<c/>' * 100}</row>" * (count // 100))


def _many_styles() -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx())) as archive:
        styles = archive.read("xl/styles.xml").decode()
    return with_parts({"xl/styles.xml": styles.replace("<cellXfs", "<xf/>" * 200_000 + "<cellXfs")})


def _many_sheets() -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(20_000))
    workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>'
    return with_parts({"xl/workbook.xml": workbook})


def _macros() -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx())) as archive:
        types = archive.read("[Content_Types].xml").decode()
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    ordinary = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return with_parts({"[Content_Types].xml": types.replace(ordinary, macro)})


def _wide() -> bytes:
    workbook = workbook_of(TABLE)
    workbook.active.cell(2, 500, "далеко")
    return saved(workbook)


def _all_hidden() -> bytes:
    workbook = load_workbook(io.BytesIO(xlsx()))
    workbook.create_sheet("Пустой")
    workbook["Список"].sheet_state = "hidden"
    workbook.active = 1
    return saved(workbook)


_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LONG = "а" * 40_000

HOSTILE_FILES = {
    "nothing at all": ("a.xlsx", lambda: b"", "empty", None),
    "larger than allowed": ("a.csv", lambda: b"a;b\n" * 3_000_000, "too_large", None),
    "zip bomb": ("a.xlsx", lambda: with_parts({"xl/bomb.xml": b"0" * 10_000_000}), "bomb", None),
    "zip bomb below the ratio": (
        "a.xlsx",
        lambda: with_parts({"xl/a.bin": bytes(range(256)) * 300_000}),
        "bomb",
        None,
    ),
    "thousands of parts": ("a.xlsx", lambda: with_parts({f"xl/{n}.xml": "<a/>" for n in range(3_000)}), "bomb", None),
    "billion laughs": ("a.xlsx", lambda: with_parts({SHEET: _entities()}), "doctype", None),
    "foreign entity": ("a.xlsx", lambda: with_parts({SHEET: _foreign_entity()}), "doctype", None),
    "foreign entity in UTF-16": (
        "a.xlsx",
        lambda: with_parts({SHEET: _foreign_entity().replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")}),
        "doctype",
        None,
    ),
    "foreign entity in the list of strings": (
        "a.xlsx",
        lambda: with_parts({"xl/sharedStrings.xml": _foreign_entity()}),
        "doctype",
        None,
    ),
    "200,000 cells in one row": ("a.xlsx", lambda: xlsx_with_sheet("<row>" + "<c/>" * 200_000), "damaged", None),
    "20,000 sheets in one part": ("a.xlsx", _many_sheets, "too_many_cells", None),
    "200,000 styles": ("a.xlsx", _many_styles, "too_many_cells", None),
    "row number beyond any sheet": (
        "a.xlsx",
        lambda: xlsx_with_sheet(f'<row r="99999999999">{text_cell("A99999999999", "а")}</row>'),
        "damaged",
        None,
    ),
    "row that is no number": ("a.xlsx", lambda: xlsx_with_sheet('<row r="inf"><c r="A1"/></row>'), "damaged", None),
    "rows out of order": ("a.xlsx", lambda: xlsx_with_sheet('<row r="5"/><row r="2"/>'), "damaged", None),
    "cell that is nowhere": (
        "a.xlsx",
        lambda: xlsx_with_sheet('<row r="1"><c r="!!"><v>1</v></c></row>'),
        "damaged",
        None,
    ),
    "string that is not in the list": (
        "a.xlsx",
        lambda: xlsx_with_sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        "damaged",
        None,
    ),
    "giant comment": ("a.xlsx", lambda: xlsx_with_sheet("", before=f"<!--{'<' * 5_000_000}-->"), "damaged", None),
    "merged cells over everything": (
        "a.xlsx",
        lambda: xlsx_with_sheet(
            f'<row r="1">{text_cell("A1", "а")}</row>',
            after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 19_000 + "</mergeCells>",
        ),
        "too_many_cells",
        None,
    ),
    "cell of 300,000 characters": (
        "a.xlsx",
        lambda: xlsx_with_sheet(f'<row r="3">{text_cell("B3", "a" * 300_000)}</row>'),
        "long_cell",
        (3, 2),
    ),
    "cell of 40,000 characters": (
        "a.xlsx",
        lambda: xlsx_with_sheet(f'<row r="3">{text_cell("B3", _LONG)}</row>'),
        "long_cell",
        (3, 2),
    ),
    "too many rows": ("a.xlsx", lambda: xlsx_with_sheet("<row><c><v>1</v></c></row>" * 20_001), "too_many_rows", None),
    "filled column 500": ("a.xlsx", _wide, "too_many_columns", (2, 500)),
    "formula without a stored value": ("a.xlsx", _formula, "no_stored_value", (2, 2)),
    "formula of openpyxl": ("a.xlsx", lambda: xlsx([["ФИО"], ["=1+1"]]), "no_stored_value", (2, 1)),
    "error in a cell": (
        "a.xlsx",
        lambda: xlsx_with_sheet('<row r="4"><c r="C4" t="e"><f>NA()</f><v>#N/A</v></c></row>'),
        "formula_error",
        (4, 3),
    ),
    "only a hidden sheet is filled": ("a.xlsx", _all_hidden, "blank", None),
    "workbook without a filled cell": ("a.xlsx", lambda: xlsx([["  "]]), "blank", None),
    "macros": ("a.xlsm", _macros, "macros", None),
    "macros under a false name": ("a.xlsx", lambda: with_parts({"xl/vbaProject.bin": b"x"}), "macros", None),
    "truncated workbook": ("a.xlsx", lambda: xlsx()[:-400], "damaged", None),
    "workbook with a torn sheet": ("a.xlsx", lambda: with_parts({SHEET: sheet("")[:-30]}), "damaged", None),
    "workbook without a sheet": ("a.xlsx", lambda: with_parts({"xl/workbook.xml": "<workbook/>"}), "blank", None),
    "flag of a password in the archive": ("a.xlsx", _flagged_as_encrypted, "encrypted", None),
    "workbook with a password": ("a.xlsx", lambda: ole("EncryptedPackage"), "encrypted", None),
    "old Excel": ("a.xls", lambda: ole("Workbook"), "xls", None),
    "old Word": ("a.doc", lambda: ole("WordDocument"), "word", None),
    "new Word": (
        "a.docx",
        lambda: archive_of({"[Content_Types].xml": f'<Types><x y="{_WORD_TYPES}"/></Types>', "word/document.xml": ""}),
        "word",
        None,
    ),
    "presentation": ("a.pptx", lambda: archive_of({"[Content_Types].xml": "<Types/>"}), "other_office", None),
    "LibreOffice": (
        "a.ods",
        lambda: archive_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "opendocument",
        None,
    ),
    "archive": ("a.zip", lambda: archive_of({"staff.xlsx": xlsx()}), "archive", None),
    "other archive": ("a.rar", lambda: b"Rar!\x1a\x07\x00", "archive", None),
    "PDF": ("a.pdf", lambda: b"%PDF-1.7\n", "pdf", None),
    "PDF that is a workbook as well": ("a.xlsx", lambda: b"%PDF-1.7\n" + xlsx(), "pdf", None),
    "workbook that is a PDF as well": (
        "a.xlsx",
        lambda: archive_of({"a": b""})[:26] + b"%PDF-1.7",
        "pdf",
        None,
    ),
    "picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "wrong_type", None),
    "picture named CSV": ("a.csv", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 100, "wrong_type", None),
    "web page named XLS": ("a.xls", lambda: "<html><table><tr><td>ФИО".encode(), "markup", None),
    "XML of Excel 2003": ("a.xml", lambda: b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "markup", None),
    "text named XLSX": ("a.xlsx", lambda: csv_text().encode(), "not_a_workbook", None),
    "random bytes": ("a.csv", lambda: bytes(range(256)) * 40, "not_text", None),
    "text of DOS": ("a.csv", lambda: csv_text().encode("cp866"), "not_text", None),
    "UTF-8 cut in the middle of a letter": ("a.csv", lambda: csv_text().encode()[:-14], "broken_text", (3, None)),
    "only spaces and delimiters": ("a.csv", lambda: b" ; ;\r\n;;\r\n", "blank", None),
    "zero character": ("a.csv", lambda: csv_text().replace("учитель", "учи\0тель").encode(), "unprintable", (2, 2)),
    "zero character in a workbook": (
        "a.xlsx",
        lambda: with_parts({SHEET: sheet(f'<row r="2">{text_cell("A2", "а&#0;")}</row>')}),
        "damaged",
        None,
    ),
    "cell of 40,000 characters in CSV": ("a.csv", lambda: f"ФИО;б\nа;{_LONG}\n".encode(), "long_cell", (2, 2)),
    "cell of 400,000 characters in CSV": ("a.csv", lambda: f"ФИО;б\nа;{_LONG * 10}\n".encode(), "long_row", (2, None)),
    "quotation mark never closed": ("a.csv", lambda: 'ФИО;б\nа;б\nв;"г\nд;е\n'.encode(), "open_quote", (3, None)),
    "two million delimiters": ("a.csv", lambda: b";" * 2_000_000, "long_row", (1, None)),
    "two million empty lines": ("a.csv", lambda: b"\n" * 2_000_000, "too_many_rows", None),
    "100,000 columns in CSV": ("a.csv", lambda: b"a;" * 100_000, "too_many_columns", (1, 100_000)),
    "too many rows in CSV": ("a.csv", lambda: "а;б\n".encode() * 20_001, "too_many_rows", None),
}

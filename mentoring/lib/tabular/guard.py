"""Looks through a workbook before openpyxl does, so that no file takes the memory or time of the server.

openpyxl believes what a file says about itself and builds an object for each element. So the archive is
measured first, and each part is walked once by a streaming parser that keeps nothing but counts.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, range_boundaries

from mentoring.lib.tabular.refusals import NAMED_CELLS, TableError
from mentoring.lib.tabular.table import MAX_CELL_CHARACTERS

_MAX_ENTRIES = 2_000
_MAX_UNPACKED = 64 * 2**20
_MAX_RATIO = 150
_RATIO_MATTERS_FROM = 8 * 2**20

#: Elements of all parts together: 20,000 rows × 28 columns with a value in each cell.
_MAX_ELEMENTS = 1_200_000
#: openpyxl holds one row, one text or a whole other part at a time; a full row has 16,384 cells.
_MAX_TOGETHER = 150_000
_MAX_MERGED = 20_000
_MAX_TEXT_RUN = 200_000
_MAX_SHEET_ROW = 1_048_576
_MAX_SHEET_COLUMN = 16_384
_MAX_SHEETS = 200
#: openpyxl walks every sheet once when it opens a workbook, the same part again if two sheets share it.
_MAX_OPENING = 4_000_000

_CHUNK = 64 * 1024
#: Chunks without a single event mean one giant token; expat reads it from its start at each chunk.
_MAX_QUIET_CHUNKS = 4

_DIGITS = "0123456789"

_TYPES = "[Content_Types].xml"
_EXCEL_TYPE = b"spreadsheetml.sheet.main+xml"


@dataclass
class SheetFacts:
    """What a sheet really holds, by (row, column) counted from 1; ``widest`` is its rightmost filled cell."""

    last_row: int = 0
    widest: tuple[int, int] = (0, 0)
    unstored: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that is no plain XLSX or that would unpack to too much; raises TableError."""
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise TableError("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    swells = unpacked > _RATIO_MATTERS_FROM and unpacked / packed > _MAX_RATIO
    if swells or unpacked > _MAX_UNPACKED or len(entries) > _MAX_ENTRIES:
        raise TableError("bomb")
    code = _refusal_of_document(archive)
    if code:
        raise TableError(code)


def _refusal_of_document(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if _TYPES not in names:
        return "opendocument" if "mimetype" in names else "archive"
    types = archive.read(_TYPES)
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        return "macros"
    if _EXCEL_TYPE in types:
        return ""
    return "word" if any(name.startswith("word/") for name in names) else "other_office"


def inspect_parts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """Walk every XML part and return the facts of each by its path.

    Raises TableError for a document type declaration (entities read foreign files or multiply), for
    more elements than can be read in time, for giant texts and impossible row numbers.
    """
    facts, elements, largest, sheets = {}, 0, 0, 0
    for entry in archive.infolist():
        walk = _Walk()
        for chunk in _xml_chunks(archive, entry):
            walk.feed(chunk)
            if elements + walk.elements > _MAX_ELEMENTS:
                raise TableError("too_many_cells")
        elements += walk.elements
        largest, sheets = max(largest, walk.elements), max(sheets, walk.sheets)
        facts[entry.filename] = walk.facts
    if sheets > _MAX_SHEETS or sheets * largest > _MAX_OPENING:
        raise TableError("too_many_cells")
    return facts


def _xml_chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces, if it can be XML at all: a picture yields nothing."""
    with archive.open(entry) as part:
        chunk = part.read(_CHUNK)
        if not chunk.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff", b"\x00<")):
            return
        while chunk:
            yield chunk
            chunk = part.read(_CHUNK)


class _Walk:
    """One pass over one part; keeps counts and the places of cells to be refused."""

    def __init__(self):
        self.facts = SheetFacts()
        self.elements = self.sheets = self._together = 0
        self._is_sheet = False
        self._row = self._column = self._cells = 0
        self._cell_type = ""
        self._formula = self._filled = self._stored = False
        self._inside = ""
        self._text = 0
        self._heard, self._quiet = False, 0
        self._broken = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes) -> None:
        """Parse one more piece; a part that breaks off is left to openpyxl, which reads no further either."""
        if self._broken:
            return
        self._heard = False
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError:
            self._broken = True
        self._quiet = 0 if self._heard else self._quiet + 1
        if self._quiet > _MAX_QUIET_CHUNKS:
            raise TableError("damaged")

    def _doctype(self, *_declaration) -> None:
        raise TableError("doctype")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self._together += 1
        self._text = 0
        if ":" in name:
            name = name.rpartition(":")[2]
        self._inside = name
        if self._is_sheet:
            self._start_in_sheet(name, attributes)
        elif name == "sheetData":
            self._is_sheet = True
        elif name == "si":
            self._together = 0
        elif name == "sheet":
            self.sheets += 1
        if self._together > _MAX_TOGETHER:
            raise TableError("too_many_cells")

    def _start_in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name == "f":
            self._formula = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _start_row(self, attributes: dict[str, str]) -> None:
        try:
            number = int(float(attributes["r"])) if "r" in attributes else self._row + 1
        except (ValueError, OverflowError):
            raise TableError("damaged") from None
        if not self._row < number <= _MAX_SHEET_ROW:
            raise TableError("damaged")
        self._row, self._column, self._cells, self._together = number, 0, 0, 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        coordinate = attributes.get("r")
        self._column = _column(coordinate.rstrip(_DIGITS)) if coordinate else self._column + 1
        self._cells += 1
        if max(self._column, self._cells) > _MAX_SHEET_COLUMN:
            raise TableError("damaged")
        self._cell_type = attributes.get("t", "n")
        self._formula = self._filled = False
        self._stored = self._cell_type == "str"

    def _characters(self, text: str) -> None:
        self._heard = True
        self._text += len(text)
        if self._text > _MAX_TEXT_RUN:
            raise self._long_text()
        if self._inside in ("v", "t") and text.strip():
            self._filled = True

    def _long_text(self) -> TableError:
        if not self._is_sheet:
            return TableError("damaged")
        return TableError("long_cell", row=self._row, column=self._column, limit=MAX_CELL_CHARACTERS)

    def _end(self, name: str) -> None:
        self._heard = True
        self._text = 0
        self._inside = ""
        if self._is_sheet and name.rpartition(":")[2] == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._filled or self._formula:
            self.facts.last_row = self._row
            if self._column > self.facts.widest[1]:
                self.facts.widest = place
        if self._formula and not self._filled and not self._stored:
            _remember(self.facts.unstored, place)
        elif self._cell_type == "e" and self._filled:
            _remember(self.facts.errors, place)

    def _merge(self, reference: str) -> None:
        try:
            area = range_boundaries(reference)
        except (ValueError, TypeError):
            raise TableError("damaged") from None
        if None in area:
            raise TableError("damaged")
        self.facts.merged.append(area)
        if len(self.facts.merged) > _MAX_MERGED:
            raise TableError("too_many_cells")


def _remember(places: list[tuple[int, int]], place: tuple[int, int]) -> None:
    """A refusal names a few cells; a hostile sheet may have a million of them."""
    if len(places) <= NAMED_CELLS:
        places.append(place)


@cache
def _column(letters: str) -> int:
    try:
        return column_index_from_string(letters)
    except ValueError:
        raise TableError("damaged") from None

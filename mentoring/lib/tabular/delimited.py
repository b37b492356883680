"""CSV as it comes: four encodings, three delimiters, quotation marks of every kind."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from mentoring.lib.tabular.refusals import TableError
from mentoring.lib.tabular.table import MAX_CELL_CHARACTERS, Limits, Table, collect_rows

_DELIMITERS = (";", "\t", ",")
_SAMPLE_CHARACTERS = 200_000
_SAMPLE_RECORDS = 100
_MAX_RECORDS = 1_048_576
_MAX_RECORD_CHARACTERS = 1_000_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_CYRILLIC_TEXT = re.compile("[А-яЁё№«»–—…“”„’°§\xa0\xad]")


def read_delimited(content: bytes, limits: Limits) -> Table:
    """Read a CSV file; raises TableError when it is no text, has no known encoding or is too large."""
    text, encoding = _decode(content)
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        # Excel obeys this line and does not show it, so it has no row number either.
        text, delimiter = text[separator.end() :], separator[1]
    else:
        delimiter = _sniff_delimiter(text)
    return Table(collect_rows(_read_records(text, delimiter), limits), "csv", encoding, delimiter)


def _decode(content: bytes) -> tuple[str, str]:
    encoding = _encoding_by_mark(content)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding or _nearly_utf8(content):
            raise TableError("broken_text", row=_line_of(content, error)) from None
        encoding, text = "windows-1251", _decode_windows(content)
    if len(_CONTROLS.findall(text[:_SAMPLE_CHARACTERS])) * 50 > min(len(text), _SAMPLE_CHARACTERS):
        raise TableError("not_text")
    return text.removeprefix("\ufeff"), encoding or "utf-8"


def _encoding_by_mark(content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if content.startswith(b"\xfe\xff"):
        return "utf-16-be"
    return _utf16_without_mark(content[:4096])


def _utf16_without_mark(sample: bytes) -> str:
    """Delimiters and line ends of UTF-16 have a zero byte on one side, always the same one."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 25
    if odd > enough and not even:
        return "utf-16-le"
    if even > enough and not odd:
        return "utf-16-be"
    return ""


def _nearly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", errors="replace")
    return text.count("\ufffd") * 20 < _beyond_ascii(text)


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _decode_windows(content: bytes) -> str:
    try:
        text = content.decode("windows-1251")
    except UnicodeDecodeError:
        raise TableError("not_text") from None
    sample = text[:_SAMPLE_CHARACTERS]
    if len(_CYRILLIC_TEXT.findall(sample)) * 10 < _beyond_ascii(sample) * 9:
        raise TableError("not_text")
    return text


def _line_of(content: bytes, error: UnicodeDecodeError) -> int:
    return content.count("\n".encode(error.encoding), 0, error.start) + 1


def _sniff_delimiter(text: str) -> str:
    """The delimiter by which most records of the beginning fall into the same number of cells."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(text) > len(sample):
        sample = sample[: sample.rfind("\n") + 1] or sample
    return max(_DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """The share of records with the most frequent number of cells above one, and that number."""
    widths = Counter()
    try:
        for _number, record in islice(_records(sample, delimiter), _SAMPLE_RECORDS):
            if any(cell.strip() for cell in record):
                widths[len(record)] += 1
    except csv.Error:
        return 0.0, 0
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width = max(several, key=lambda width: (several[width], width))
    return several[width] / widths.total(), width


def _records(text: str, delimiter: str, *, strict: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Records with their numbers; raises csv.Error where the csv module gives up."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=delimiter != "\t", strict=strict)
    for number, record in enumerate(reader, start=1):
        if number > _MAX_RECORDS:
            raise TableError("too_many_rows", limit=_MAX_RECORDS)
        yield number, record
        lines.next_record(number + 1)


class _Lines:
    """The lines of a text with their ends; refuses a record that goes on for too long to be one."""

    def __init__(self, text: str):
        self._matches = _LINE.finditer(text)
        self.next_record(1)

    def next_record(self, number: int) -> None:
        """What is read from now on belongs to the record of this number."""
        self._number, self._size = number, 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._matches)[0]
        self._size += len(line)
        if self._size > _MAX_RECORD_CHARACTERS:
            raise TableError("long_row", row=self._number, limit=MAX_CELL_CHARACTERS)
        return line


def _read_records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    _refuse_open_quote(text, delimiter)
    number = 0
    try:
        for number, record in _records(text, delimiter):
            yield number, record
    except csv.Error:
        raise TableError("long_row", row=number + 1, limit=MAX_CELL_CHARACTERS) from None


def _refuse_open_quote(text: str, delimiter: str) -> None:
    """A quotation mark that is never closed would swallow the rest of the file into one cell."""
    if '"' not in text:
        return
    whole = 0
    try:
        for _record in _records(text, delimiter, strict=True):
            whole += 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise TableError("open_quote", row=whole + 1) from None

"""Finding the heading row of a table by the wordings a caller knows."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mentoring.lib.tabular.refusals import TableError
from mentoring.lib.tabular.table import Row

_HYPHENATED = re.compile(r"[-\u00ad\u2010\u2011]\s*\n\s*")
_NOT_WORD = re.compile(r"[\W_]+")
_SINGLE_LETTERS = re.compile(r"\b(\w)\s(?=\w\b)")

#: A lone word shorter than this is too little to be taken for the beginning of another.
_SHORTEST_BEGINNING = 4

_EXACT, _LONGER, _SHORTENED = 3, 2, 1

#: Empty rows are left out of a table, so rows of one heading may be this far apart in the file.
_CLOSE = 2


class HeadingCell(NamedTuple):
    """A column by its index, counted from 0, and its label as it stands in the file."""

    index: int
    label: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the heading is and which column holds which field (column indexes count from 0)."""

    row_number: int
    columns: dict[str, int]
    unknown: list[HeadingCell]
    missing: list[str]
    #: What stands over each column, the lines of a heading of several rows joined.
    labels: list[str] = field(default_factory=list, compare=False)
    last_row: int = field(default=0, compare=False)


def find_heading(
    rows: Sequence[Row],
    known: Mapping[str, Sequence[str]],
    within: int = 20,
    *,
    required: Collection[str] = (),
    most_rows: int = 1,
    is_data: Callable[[Row], bool] = lambda row: False,
) -> Heading:
    """Find the row among the first ``within`` in which most of the known wordings stand.

    ``known`` gives for each field the wordings of its column. A label matches a wording when both read
    the same (letter case, ё, punctuation, line breaks and hyphenation aside), when it goes on after the
    wording («ФИО сотрудника»), or when it shortens its words («Дата рожд.»), in this order. Columns of
    no field are ``unknown``; required fields without a column are ``missing``.

    A heading takes up to ``most_rows`` rows if that gives more columns: the cell above is said first, and one
    merged over several columns is said of each. Rows that ``is_data`` knows for data are no part of a heading.

    Raises TableError when no row holds two known wordings (one, if only one field is known).
    """
    wordings = prepare_wordings(known)
    best: tuple[int, ...] = (0,)
    found: tuple[int, list[str], dict[str, int], int] | None = None
    for start in range(min(within, len(rows))):
        for span, labels in _blocks(rows, start, most_rows, is_data):
            columns = match_labels(labels, wordings, *_readings(rows[start : start + span]))
            rank = (len(columns), -span)
            if columns and rank > best:
                best, found = rank, (start, labels, columns, span)
    if found is None or best[0] < min(2, len(known)):
        raise _no_heading(known, within)
    start, labels, columns, span = found
    taken = set(columns.values())
    unknown = [HeadingCell(i, label.strip()) for i, label in enumerate(labels) if label and i not in taken]
    missing = [name for name in known if name in required and name not in columns]
    last = rows[start + span - 1].number
    return Heading(rows[start].number, columns, unknown, missing, labels, last)


def _blocks(rows, start, most_rows, is_data):
    """(number of rows, labels) of the headings that may begin at ``start``."""
    for span in range(1, most_rows + 1):
        last = start + span - 1
        if last >= len(rows) or numbers_columns(rows[last]) or is_data(rows[last]):
            return
        if span > 1 and not _goes_on(rows[last - 1], rows[last]):
            return
        yield span, join_labels(rows[start : last + 1])


def _goes_on(above: Row, row: Row) -> bool:
    texts = all(cell is None or isinstance(cell, str) for cell in row.cells)
    return texts and row.number - above.number <= _CLOSE and sum(cell is not None for cell in above.cells) > 1


def join_labels(block: Sequence[Row]) -> list[str]:
    """One label for each column of a heading of one or more rows."""
    width = max(len(row.cells) for row in block)
    lines = [[_label(row.get(index)) for index in range(width)] for row in block]
    for above, below in zip(lines, lines[1:], strict=False):
        _spread(above, below)
    return [" ".join(filter(None, (line[index] for line in lines))) for index in range(width)]


def _readings(block: Sequence[Row]) -> list[list[str]]:
    """Other ways to read a heading of several rows: «Стаж (работы) общий», «(Сведения о работнике) ФИО»."""
    if len(block) == 1:
        return []
    whole = [label.split() for label in join_labels(block)]
    beneath = [_label(block[-1].get(index)) for index in range(len(whole))]
    first_and_last = [f"{words[0]} {last}" if last else "" for words, last in zip(whole, beneath, strict=True)]
    return [first_and_last, beneath]


def _label(cell) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _spread(above: list[str], below: list[str]) -> None:
    """A cell merged over several columns is stored in the first of them and speaks of all that have a cell below."""
    said = ""
    for index, label in enumerate(above):
        if label:
            said = label if below[index] else ""
        elif below[index]:
            above[index] = said
        else:
            said = ""


def normalize_label(text: str) -> str:
    """The words of a label without letter case, ё, punctuation, line breaks and hyphenation."""
    joined = _HYPHENATED.sub("", text.strip()).casefold().replace("ё", "е").replace("\u00ad", "")
    return _SINGLE_LETTERS.sub(r"\1", _NOT_WORD.sub(" ", joined).strip())


def prepare_wordings(known: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Wordings in the form in which ``match_labels`` compares them, each with its field."""
    return [(normalize_label(text), name) for name, texts in known.items() for text in texts if text]


def match_labels(labels: Sequence[str], wordings: list[tuple[str, str]], *readings: Sequence[str]) -> dict[str, int]:
    """Which field stands in which column (an index from 0): every field once, the best match first.

    ``readings`` are other ways to say the labels, tried where they match better.
    """
    matches = []
    for place, said in enumerate((labels, *readings)):
        for index, label in enumerate(said):
            words = normalize_label(label)
            for wording, name in wordings:
                strength = _strength(words, wording)
                if strength:
                    matches.append((-strength, -len(wording), place, index, name))
    columns: dict[str, int] = {}
    for *_rank, index, name in sorted(matches):
        if name not in columns and index not in columns.values():
            columns[name] = index
    return columns


def _strength(label: str, wording: str) -> int:
    if not label:
        return 0
    if label.replace(" ", "") == wording.replace(" ", ""):
        return _EXACT
    if label.startswith(f"{wording} "):
        return _LONGER
    words, full = label.split(), wording.split()
    shortened = len(words) == len(full) and all(map(str.startswith, full, words))
    if shortened and (len(words) > 1 or len(label) >= _SHORTEST_BEGINNING):
        return _SHORTENED
    return 0


def numbers_columns(row: Row) -> bool:
    """Whether the row merely numbers the columns: 1, 2, 3…"""
    numbers = [str(cell).strip().removesuffix(".0") for cell in row.cells if cell is not None]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _no_heading(known: Mapping[str, Sequence[str]], within: int) -> TableError:
    expected = ", ".join(f"«{texts[0]}»" for texts in list(known.values())[:4] if texts)
    return TableError("no_heading", count=within, expected=expected)

"""Finding the heading row of a table by the wordings a caller knows."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mentoring.lib.tabular.refusals import TableError
from mentoring.lib.tabular.table import Row

_HYPHENATED = re.compile(r"[-\u00ad\u2010\u2011]\s*\n\s*")
_NOT_WORD = re.compile(r"[\W_]+")
_SINGLE_LETTERS = re.compile(r"\b(\w)\s(?=\w\b)")

#: A lone word shorter than this is too little to be taken for the beginning of another.
_SHORTEST_BEGINNING = 4

_EXACT, _LONGER, _SHORTENED = 3, 2, 1


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


def find_heading(
    rows: Sequence[Row],
    known: Mapping[str, Sequence[str]],
    within: int = 20,
    *,
    required: Collection[str] = (),
) -> Heading:
    """Find the row among the first ``within`` in which most of the known wordings stand.

    ``known`` gives for each field the wordings of its column. A label matches a wording when both read
    the same (letter case, ё, punctuation, line breaks and hyphenation aside), when it goes on after the
    wording («ФИО сотрудника»), or when it shortens its words («Дата рожд.»), in this order. Columns of
    no field are ``unknown``; required fields without a column are ``missing``.

    Raises TableError when no row holds two known wordings (one, if only one field is known).
    """
    wordings = [
        (normalize_label(text), field) for field, texts in known.items() for text in texts if text
    ]  # fmt: skip
    best: dict[str, int] = {}
    found = None
    for row in rows[:within]:
        columns = _match_row(row, wordings)
        if len(columns) > len(best):
            best, found = columns, row
    if found is None or len(best) < min(2, len(known)):
        raise _no_heading(known, within)
    taken = set(best.values())
    unknown = [HeadingCell(i, label) for i, label in _labels(found) if i not in taken]
    return Heading(found.number, best, unknown, [field for field in known if field in required and field not in best])


def rows_below(rows: Sequence[Row], heading: Heading) -> Iterator[Row]:
    """The rows under the heading, without the row that merely numbers the columns 1, 2, 3…"""
    first = True
    for row in rows:
        if row.number <= heading.row_number:
            continue
        if not (first and _numbers_columns(row)):
            yield row
        first = False


def normalize_label(text: str) -> str:
    """The words of a label without letter case, ё, punctuation, line breaks and hyphenation."""
    joined = _HYPHENATED.sub("", text.strip()).casefold().replace("ё", "е").replace("\u00ad", "")
    return _SINGLE_LETTERS.sub(r"\1", _NOT_WORD.sub(" ", joined).strip())


def _labels(row: Row) -> list[HeadingCell]:
    return [HeadingCell(i, cell.strip()) for i, cell in enumerate(row.cells) if isinstance(cell, str)]


def _match_row(row: Row, wordings: list[tuple[str, str]]) -> dict[str, int]:
    matches = []
    for index, label in _labels(row):
        words = normalize_label(label)
        for wording, field in wordings:
            strength = _strength(words, wording)
            if strength:
                matches.append((-strength, -len(wording), index, field))
    columns: dict[str, int] = {}
    for *_rank, index, field in sorted(matches):
        if field not in columns and index not in columns.values():
            columns[field] = index
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


def _numbers_columns(row: Row) -> bool:
    numbers = [str(cell).strip().removesuffix(".0") for cell in row.cells if cell is not None]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _no_heading(known: Mapping[str, Sequence[str]], within: int) -> TableError:
    expected = ", ".join(f"«{texts[0]}»" for texts in list(known.values())[:4] if texts)
    return TableError("no_heading", count=within, expected=expected)

"""Where the people of a list stand: headings, also repeated further down, rows of numbers, sections, totals."""

import datetime
import re
from dataclasses import dataclass, field

from mentoring.lib.tabular import (
    TableError,
    find_heading,
    match_labels,
    normalize_label,
    numbers_columns,
    prepare_wordings,
)
from people.staff.services import guessing
from people.staff.services.cells import as_text
from people.staff.services.splitting import looks_like_post
from people.staff.services.wordings import COLUMNS, NOBODY

MOST_HEADING_ROWS = 3
FIRST_ROWS = 20
UNREAD = "other_experience"
NAME_PARTS = ("last_name", "first_name", "patronymic")

_PLACE_TO_SIGN = re.compile("_{3,}")
_NUMBER_OF_COLUMN = re.compile(r"(\d{1,3})[а-яa-z]?\.?")
_WORDINGS = prepare_wordings(COLUMNS)


@dataclass
class Columns:
    """Which field stands in which column (an index from 0) of the first table of a list."""

    labels: list[str]
    fields: dict[str, int]
    heading_row: int = 0  # 0: the list has no heading
    last_heading_row: int = 0
    guessed: list[str] = field(default_factory=list)  # fields told by what the cells hold

    @property
    def has_name(self):
        return "full_name" in self.fields or {"last_name", "first_name"} <= set(self.fields)


def find_columns(rows):
    """The heading of a list, or its columns guessed by what they hold; raises TableError if neither is possible."""
    try:
        heading = find_heading(rows, COLUMNS, FIRST_ROWS, most_rows=MOST_HEADING_ROWS, is_data=guessing.holds_a_person)
    except TableError:
        fields = guessing.guess_fields(rows)
        columns = Columns(labels=[""] * max(len(row.cells) for row in rows), fields=fields, guessed=list(fields))
        if columns.has_name and "post" in fields:
            return columns
        raise
    columns = Columns(heading.labels, dict(heading.columns), heading.row_number, heading.last_row)
    if not (columns.has_name and "post" in columns.fields):
        _guess_what_lacks(columns, rows)
    return columns


def _guess_what_lacks(columns, rows):
    """A column of an unknown name that holds names, or posts, is proposed for the user to look at."""
    below = [row for row in rows if row.number > columns.last_heading_row]
    for name, index in guessing.guess_fields(below).items():
        lacks = name == "post" or (name == "full_name" and not columns.has_name)
        if lacks and name not in columns.fields and index not in columns.fields.values():
            columns.fields[name] = index
            columns.guessed.append(name)


def says(label, name):
    """Whether ``label`` by itself tells the column of ``name``, without the rows over it and what its cells hold."""
    return name in match_labels([label], _WORDINGS)


def below_heading(rows, columns):
    """[(row, its columns)] of every row that may be a person, and [(row number, text)] of those passed over.

    A heading met again begins a table of its own: the same columns, perhaps in another order, or others.
    """
    known = _known_labels(rows, columns)
    people, passed = [], []
    fields, position = columns.fields, 0
    while position < len(rows):
        row = rows[position]
        position += 1
        if row.number <= columns.last_heading_row or _numbers(row):
            continue
        if columns.heading_row and (again := _heading_again(rows, position - 1, columns, known)):
            fields, taken = again
            position += taken - 1
        elif _is_nobody(row, fields):
            passed.append((row.number, next(filter(None, map(as_text, row.cells)), "")))
        else:
            people.append((row, fields))
    return people, passed


def _known_labels(rows, columns):
    """{a cell of the heading in its plain form}."""
    heading = [row for row in rows if columns.heading_row <= row.number <= columns.last_heading_row]
    return {normalize_label(cell) for row in heading for cell in row.cells if isinstance(cell, str)} - {""}


def _heading_again(rows, start, columns, known):
    """(fields, number of rows) if a heading with a column of names stands at ``start``."""
    row = rows[start]
    if guessing.holds_a_person(row) or not any(_heads_names(cell, columns) for cell in row.cells):
        return None
    try:
        heading = find_heading(
            rows[start : start + MOST_HEADING_ROWS + 1],
            COLUMNS,
            within=1,
            most_rows=MOST_HEADING_ROWS,
            is_data=guessing.holds_a_person,
        )
    except TableError:
        return None
    own = sum(row.number <= heading.last_row for row in rows[start : start + MOST_HEADING_ROWS])
    return _like_the_first(heading, columns), max(own, _rows_said_again(rows, start, known))


def _heads_names(cell, columns):
    label = normalize_label(cell) if isinstance(cell, str) else ""
    first = columns.fields.get("full_name", columns.fields.get("last_name"))
    same = first is not None and first < len(columns.labels) and label == normalize_label(columns.labels[first])
    return label.startswith(("фио", "фамилия")) or bool(label and same)


def _like_the_first(heading, columns):
    """The columns of a further table: a heading the first table has too means what it means there."""
    meaning = {normalize_label(columns.labels[index]): name for name, index in columns.fields.items()}
    told = {normalize_label(label) for label in columns.labels}
    fields = {}
    for index, label in enumerate(heading.labels):
        if name := meaning.get(normalize_label(label)):
            fields.setdefault(name, index)
    for name, index in match_labels(heading.labels, _WORDINGS).items():
        if name not in fields and normalize_label(heading.labels[index]) not in told:
            fields[name] = index
    return fields


def _rows_said_again(rows, start, known):
    count = 1
    for row in rows[start + 1 : start + MOST_HEADING_ROWS]:
        labels = [normalize_label(cell) for cell in row.cells if isinstance(cell, str)]
        if not labels or not set(labels) <= known:
            break
        count += 1
    return count


def _numbers(row):
    """Whether the row numbers the columns: 1, 2, 3… or, in a table that goes on, 9, 10, 11, also with 4а."""
    if numbers_columns(row):
        return True
    found = [_NUMBER_OF_COLUMN.fullmatch(as_text(cell)) for cell in row.cells if cell is not None]
    if len(found) < 4 or not all(found):
        return False
    numbers = [int(each[1]) for each in found]
    return all(0 <= after - before <= 1 for before, after in zip(numbers, numbers[1:], strict=False))


def _is_nobody(row, fields):
    """Whether the row is a section, a total, a vacancy or a place to sign."""
    texts = [text for text in map(as_text, row.cells) if text]
    if any(_PLACE_TO_SIGN.search(text) or text.casefold().startswith(NOBODY) for text in texts):
        return True
    if len(texts) != 1:
        return False
    named = any(as_text(row.get(fields[name])) for name in ("full_name", *NAME_PARTS) if name in fields)
    posted = "post" in fields and as_text(row.get(fields["post"]))
    return not (named and guessing.may_be_name(texts[0])) and not (posted and looks_like_post(texts[0]))


_ON_DAY = re.compile(r"\bна\s+(\d{1,2})[.](\d{2})[.](20\d\d)")
_ON_SEPTEMBER = re.compile(r"\bна\s+0?1\s+сентября\s+(20\d\d)")
_OF_YEAR = re.compile(r"\b(20\d\d)\s*[-–—/]\s*(?:20)?\d\d\s*(?:уч|гг)")
_OF_TARIFF = re.compile(r"тарификац|начал\w+ уч|на 1 сентября")


def counted_on(rows, columns, today):
    """The day on which the list counts the experience: the one its title names, the first day of the school year
    for a tariff list, otherwise today."""
    above = [row for row in rows[:FIRST_ROWS] if not columns.heading_row or row.number < columns.heading_row]
    title = " ".join(as_text(cell) for row in above if columns.heading_row for cell in row.cells).lower()
    title += " ".join(columns.labels).replace("\n", " ").lower()
    this_year = today.year if today >= datetime.date(today.year, 9, 1) else today.year - 1
    if found := _ON_DAY.search(title):
        day = _day(int(found[3]), int(found[2]), int(found[1]))
    elif found := _ON_SEPTEMBER.search(title) or _OF_YEAR.search(title):
        day = datetime.date(int(found[1]), 9, 1)
    elif _OF_TARIFF.search(title):
        day = datetime.date(this_year, 9, 1)
    else:
        day = None
    return min(day or today, today)


def _day(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def sample_values(people, index, count=3):
    """The first few different values of a column, as the preview shows them beside the choice of its meaning."""
    found = {}
    for row, _fields in people:
        if text := as_text(row.get(index)):
            found.setdefault(text)
        if len(found) == count:
            break
    return list(found)

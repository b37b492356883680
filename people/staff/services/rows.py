"""One row of a list read into values and reasons, and several rows of one person brought together."""

import datetime
from dataclasses import dataclass, field

from mentoring.lib.dates import add_months, date_numeric
from mentoring.lib.grammar import guess_gender
from people.staff.models import ImportRow
from people.staff.services import cells as read
from people.staff.services.cells import CellError
from people.staff.services.layout import NAME_PARTS
from people.staff.services.splitting import split_post
from people.staff.states import Category, Verdict

# What several rows of one person add up to; of everything else the first row that says it counts.
JOINED = ("post", "subject", "workplace")
# What tells people of one name apart.
IDENTITY = ("number", "birth_date", "gender", "phone", "email")


@dataclass
class Days:
    """The days a list is read by: today, and the day on which it counts the experience."""

    today: datetime.date
    counted_on: datetime.date


@dataclass
class Given:
    """What one row, or several of one person, say: values as the models hold them and reasons against them."""

    number: int
    cells: list[str]
    values: dict = field(default_factory=dict)
    reasons: list[dict] = field(default_factory=list)
    goes_on: bool = False  # no name of its own: it speaks of the person above
    more: list[dict] = field(default_factory=list)  # the further rows: [{"number", "cells"}]

    @property
    def last_number(self):
        return self.more[-1]["number"] if self.more else self.number

    def refuse(self, name, code, **params):
        self.reasons.append({"field": name, "code": code, "params": params, "row": self.number})


class _Reader:
    """Takes the cells of one row, field by field."""

    def __init__(self, row, columns):
        self.row, self.columns = row, columns
        self.given = Given(row.number, [read.as_text(cell) for cell in row.cells])
        self.values = self.given.values

    def cell(self, name):
        index = self.columns.get(name)
        return None if index is None else self.row.get(index)

    def text(self, name):
        return read.as_text(self.cell(name))

    def take(self, name, reader, *args):
        """Read the cell of ``name`` if it holds something."""
        if not self.text(name):
            return
        try:
            self.values[name] = reader(self.cell(name), *args)
        except CellError as error:
            self.given.refuse(name, error.code, **error.params)


def read_row(row, columns, days):
    """What a row gives, or None for one without a name, a post and a subject, as notes below a table are."""
    reader = _Reader(row, columns)
    _read_name(reader)
    nameless = not reader.values and not reader.given.reasons
    if nameless and not reader.text("post") and not reader.text("subject"):
        return None
    _read_work(reader, days)
    reader.take("birth_date", read.read_birth_date, days.today)
    reader.take("gender", read.read_gender)
    reader.given.goes_on = nameless and _says_only_work(reader)
    return reader.given


def _says_only_work(reader):
    """Whether nothing before the name, and nothing that belongs to one person alone, stands in a row."""
    first = min(reader.columns[name] for name in ("full_name", *NAME_PARTS) if name in reader.columns)
    before = any(read.as_text(cell) for cell in reader.row.cells[:first])
    return not before and not any(reader.text(name) for name in IDENTITY)


def _read_name(reader):
    parts = {name: reader.cell(name) for name in NAME_PARTS}
    place = None
    if not read.as_text(parts["last_name"]) and reader.text("full_name"):
        place = "full_name"
        text, is_external = read.take_marks(reader.text(place))
        try:
            parts = dict(zip(NAME_PARTS, read.split_full_name(text), strict=True))
        except CellError as error:
            reader.given.refuse(place, error.code, **error.params)
            return
        if is_external:
            reader.values["is_external"] = True
    for name, cell in parts.items():
        try:
            if text := read.read_name(cell, name):
                reader.values[name] = text
        except CellError as error:
            reader.given.refuse(place or name, error.code, **error.params)


def _read_work(reader, days):
    values = reader.values
    _read_post(reader)
    for name in ("number", "subject", "workplace"):
        reader.take(name, read.read_text, name)
    if "subject" in values and reader.text("subject"):
        values.pop("derived", None)
    reader.take("education", read.read_lines, "education")
    reader.take("category", read.read_category)
    _read_category_day(reader, days)
    reader.take("email", read.read_email)
    reader.take("phone", read.read_phone)
    reader.take("starts_on", read.read_hire_date, days.today)
    reader.take("experience_since", read.read_experience, days.counted_on)
    if "experience_since" in values:
        values["experience_since"], values["exactness"] = values["experience_since"]
    if read.read_external(reader.cell("is_external")):
        values["is_external"] = True
    reader.take("ends_on", read.read_date)
    left_on = values.pop("ends_on", None)
    if left_on and left_on <= days.today:
        reader.given.refuse("ends_on", "has_left", value=date_numeric(left_on))


def _read_category_day(reader, days):
    """From a column of its own, else from the cell of the category."""
    reader.take("category_on", read.read_date)
    day = read.read_category_day(reader.cell("category"), days.today)
    if day and reader.values.get("category", Category.NONE) != Category.NONE:
        reader.values.setdefault("category_on", day)


def _read_post(reader):
    text, is_external = read.take_marks(reader.text("post"))
    if is_external:
        reader.values["is_external"] = True
    if not text:
        return
    post, subject = split_post(text)
    try:
        reader.values["post"] = read.read_text(post, "post")
        if subject:
            reader.values |= {"subject": read.read_text(subject, "subject"), "derived": True}
    except CellError as error:
        reader.given.refuse("post", error.code, **error.params)


def gather(given):
    """Rows of one person brought together: [Given] in the order of the file.

    A row without a name goes with the one above. A row of the same name goes with the first one if it says nothing
    else of who it is; a name that is written differently or brings a number of its own is left for the user to judge.
    """
    people, by_name = [], {}
    for each in given:
        if each.goes_on and people and each.number - people[-1].last_number == 1:
            _join(people[-1], each)
            continue
        key = tuple(each.values.get(name, "").casefold() for name in NAME_PARTS)
        first = by_name.setdefault(key, each) if key[0] and key[1] else each
        if first is not each and _adds_work_only(first, each):
            _join(first, each)
        else:
            people.append(each)
    return people


def _adds_work_only(first, other):
    if any(name in other.values and other.values[name] != first.values.get(name) for name in IDENTITY):
        return False
    both = {name for name in other.values if name in first.values and name not in NAME_PARTS}
    repeats = all(other.values[name] == first.values[name] for name in both)
    return not repeats or set(other.values) - set(first.values) != set()


def _join(first, other):
    for name, value in other.values.items():
        if name in JOINED and name in first.values:
            first.values[name] = add_text(first.values[name], value)
        elif name not in ("derived", "exactness"):
            first.values.setdefault(name, value)
    if "exactness" in other.values:
        first.values.setdefault("exactness", other.values["exactness"])
    if "derived" in first.values and "subject" in other.values and "derived" not in other.values:
        del first.values["derived"]
    elif "derived" in other.values and first.values.get("subject") == other.values.get("subject"):
        first.values.setdefault("derived", True)
    first.reasons += other.reasons
    first.more.append({"number": other.number, "cells": other.cells})


def add_text(text, more):
    """Two texts in one, each part of them once: «учитель» and «методист, учитель» → «учитель, методист»."""
    parts = [part for part in (*text.split(", "), *more.split(", ")) if part]
    return ", ".join(dict.fromkeys(parts))


def finish(given, days):
    """An unsaved ImportRow: what is needed is there, the days agree, and the gender is told by the name."""
    _require(given)
    _tell_gender(given.values)
    _check_days(given, days)
    _check_lengths(given)
    return ImportRow(
        number=given.number,
        cells=given.cells,
        more=given.more,
        values={
            key: value.isoformat() if isinstance(value, datetime.date) else value for key, value in given.values.items()
        },
        verdict=Verdict.ERROR if given.reasons else Verdict.NEW,
        messages=given.reasons,
    )


def _require(given):
    refused = {reason["field"] for reason in given.reasons}
    needed = ("post",) if "full_name" in refused else ("last_name", "first_name", "post")
    for name in needed:
        if name not in given.values and name not in refused:
            given.refuse(name, "empty")


def _tell_gender(values):
    names = [values.get(name, "") for name in NAME_PARTS]
    if "gender" in values or not all(names[:2]):
        return
    if gender := guess_gender(*names):
        values |= {"gender": gender.value, "guessed": True}


def _check_days(given, days):
    born = given.values.get("birth_date")
    if born is None:
        return
    of_age = add_months(born, 12 * read.YOUNGEST)
    hired, since = given.values.get("starts_on"), given.values.get("experience_since")
    if hired and hired < of_age:
        given.refuse("starts_on", "hired_as_child", value=date_numeric(hired))
    if since and since < of_age:
        given.refuse("experience_since", "experience_as_child", value=(days.counted_on - since).days // 365)


def _check_lengths(given):
    for name in JOINED:
        try:
            read.read_text(given.values.get(name, ""), name)
        except CellError as error:
            given.refuse(name, error.code, **error.params)

"""A regulation as a TOML text to hand on: written with comments, read back with every error by key and line."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import tomlkit
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tomlkit.items import AoT, Array, InlineTable, Table

from .catalog import label_of, setting_at
from .catalog.sections import SECTIONS
from .lines import key_lines, line_of
from .loading import Problem, RegulationError, check_regulation
from .settings import RegulationSettings, setting_paths

LIMIT = 256 * 1024
CLAUSES = "clauses"
# Written as tables of their own, since an entry does not fit on one line.
_LONG_LISTS = {"roadmap.stages", "roadmap.stages.items"}
_OVERRIDES = ("overrides", "legal_overrides")

_SYNTAX = (
    (r"Cannot (overwrite|declare|redefine|mutate)|Duplicate", gettext_lazy("This key stands twice. Leave it once.")),
    (r"Unclosed (array|inline)", gettext_lazy("A bracket is opened here and not closed. Close it.")),
    (r"Expected '\]", gettext_lazy("The bracket of the heading is not closed. Close it.")),
    (r"Unterminated string|Illegal character", gettext_lazy("A quotation mark is missing. Close the text.")),
    (r"Unescaped|Escaped|hex value", gettext_lazy("Write a backslash in a text twice.")),
    (r"Expected newline", gettext_lazy("There is something left over after the value. Remove it or quote the text.")),
    (r"Expected '='|key part|statement( \(|$)", gettext_lazy("Write a key, the sign = and a value on this line.")),
    (r"4300 digits", gettext_lazy("This number is too long. Shorten it.")),
    (r"date or datetime", gettext_lazy("There is no such date. Write it as 2026-09-01.")),
    (r"Invalid value", gettext_lazy("A value is missing, or a text stands without quotation marks.")),
)
_TOO_BIG = gettext_lazy("The file is too big for a regulation. Choose a text of %(n)s KB at most.")
_UNREADABLE = gettext_lazy("This line is not readable as TOML. Compare it with an exported file.")


@dataclass(frozen=True)
class LineProblem(Problem):
    """What is wrong with one setting of a text and on which line it stands, counted from 1."""

    line: int


@dataclass(frozen=True)
class Reading:
    """What came of reading a text: the settings, or the problems in the order of the lines."""

    settings: RegulationSettings | None
    problems: tuple[LineProblem, ...] = ()


def decode_toml(content: bytes) -> str:
    """Return the text of an uploaded file; ValueError says in words what is wrong with its size or encoding."""
    if len(content) > LIMIT:
        raise ValueError(_TOO_BIG % {"n": LIMIT >> 10})
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError(_("The file is saved as UTF-16. Save it anew in the encoding UTF-8."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _looks_like_cp1251(content):
            message = _("The file is saved in the encoding Windows-1251. Save it anew in the encoding UTF-8.")
        else:
            message = _("This is not a text file in the encoding UTF-8. Choose a file with the ending .toml.")
        raise ValueError(message) from error


def read_toml(text: str) -> Reading:
    """Read a whole regulation from TOML; nothing is stored. What the text leaves out is the recommendation."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        return _read(text)
    # A number too long to be one, tables in tables without end.
    except (ValueError, RecursionError) as error:
        return Reading(None, (_syntax_problem(str(error), text),))


def _read(text):
    data = tomllib.loads(text)
    problems = list(_unprintable("", data))
    try:
        settings = check_regulation(data)
    except RegulationError as error:
        problems += [each for problem in error.problems for each in _exactly(problem, data)]
    if not problems:
        return Reading(settings)
    lines = key_lines(text)
    found = {LineProblem(each.key, each.message, line_of(lines, each.key)) for each in problems}
    return Reading(None, tuple(sorted(found, key=lambda each: (each.line, each.key))))


def write_toml(settings: RegulationSettings) -> str:
    """Return the whole regulation as commented TOML; read back it is the same regulation."""
    document = tomlkit.document()
    document.add(tomlkit.comment(settings.regulation.title))
    values = settings.model_dump(mode="json")
    clauses = values.pop(CLAUSES) | dict(_clauses_of_the_unset(settings, values))
    for key in sorted(values, key=SECTIONS.__contains__):
        if key in SECTIONS:
            document.add(tomlkit.nl())
            document.add(key, _table(key, values[key]))
        else:
            _add(document, key, key, values[key])
    document.add(tomlkit.nl())
    document.add(tomlkit.comment(_("Clauses of the document the settings come from")))
    document.add(CLAUSES, _plain_table(clauses))
    return tomlkit.dumps(document)


def _looks_like_cp1251(content):
    letters = sum(byte >= 0xC0 or byte in (0xA8, 0xB8) for byte in content)
    others = sum(0x80 <= byte < 0xC0 for byte in content)
    return b"\0" not in content and letters > others


def _syntax_problem(message, text):
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    sentence = next((words for pattern, words in _SYNTAX if re.search(pattern, message)), _UNREADABLE)
    return LineProblem("", str(sentence), int(place[1]) if place and place[1] else _last_line(text))


def _last_line(text):
    """The line a text breaks off at, or that of a number nobody can mean."""
    lines = text.rstrip().splitlines()
    long = (number for number, line in enumerate(lines, start=1) if re.search(r"\d{1000}", line))
    return next(long, max(1, len(lines)))


def _unprintable(key, value):
    """Name the texts that hold an invisible character no paper and no database takes."""
    if isinstance(value, dict | list):
        entries = value.items() if isinstance(value, dict) else enumerate(value, start=1)
        for name, each in entries:
            yield from _unprintable(f"{key}.{name}" if key else str(name), each)
    elif isinstance(value, str) and re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value):
        yield Problem(key, _("There is an invisible character in this text. Type the text anew."))


def _exactly(problem, data) -> Iterator[Problem]:
    """Name the very key, where the schema could only name the list or table around it."""
    if problem.key in _OVERRIDES:
        yield Problem(
            problem.key, _("A departure from the law is not loaded from a file: the head decides on it here.")
        )
    elif problem.key == CLAUSES and isinstance(data.get(CLAUSES), dict):
        unknown = [key for key in data[CLAUSES] if key not in setting_paths()]
        for key in unknown:
            yield Problem(f"{CLAUSES}.{key}", _("There is no setting “%s”. Check its name.") % key)
        if not unknown:
            yield problem
    elif problem.key == "":
        yield Problem("further_documents", problem.message)
    else:
        yield Problem(_repeated(problem.key, data) or problem.key, problem.message)


def _repeated(key, data):
    """The path of the first code that stands twice in the list at `key` or in all items of the roadmap."""
    value = data
    for part in key.split("."):
        if isinstance(value, list) and part.isdigit() and int(part) <= len(value):
            value = value[int(part) - 1]
        elif isinstance(value, dict):
            value = value.get(part)
    seen = set()
    for path, code in _codes_of_items(value) if key == "roadmap" else _codes(key, value):
        if code in seen:
            return f"{path}.code"
        seen.add(code)
    return None


def _codes(key, value):
    for number, entry in enumerate(value if isinstance(value, list) else (), start=1):
        if isinstance(entry, dict) and isinstance(entry.get("code"), str):
            yield f"{key}.{number}", entry["code"]


def _codes_of_items(roadmap):
    stages = roadmap.get("stages", ()) if isinstance(roadmap, dict) else ()
    for number, stage in enumerate(stages, start=1):
        yield from _codes(f"roadmap.stages.{number}.items", stage.get("items") if isinstance(stage, dict) else ())


def _clauses_of_the_unset(settings, values):
    """A key without a value is left out of the file, so its source is written down with its own name."""
    for path in setting_paths():
        value = values
        for part in path.split("."):
            value = value and value.get(part)
        if value is None and settings.clause_of(path):
            yield path, settings.clause_of(path)


def _table(path, values) -> Table:
    """A section with its settings, then the sections inside it, then lists too long for a line."""
    table = tomlkit.table()
    for name in sorted(values, key=lambda each: (f"{path}.{each}" in _LONG_LISTS, f"{path}.{each}" in SECTIONS)):
        inner = f"{path}.{name}"
        if inner in SECTIONS:
            table.append(name, _table(inner, values[name]))
        else:
            _add(table, name, inner, values[name])
    return table


def _add(container, name, path, value):
    """Write one setting with its meaning above it; one without a value as a comment."""
    container.add(tomlkit.comment(_meaning(path)))
    if value is None:
        container.add(tomlkit.comment(f"{name} ="))
    elif path in _LONG_LISTS:
        container.append(name, _entries(path, value))
    else:
        container.append(name, _value(path, value))


def _meaning(path):
    setting = setting_at(path)
    words = f"{label_of(path)}. {setting.help if setting and setting.path == path else ''}"
    return " ".join(words.split())


def _entries(path, values) -> AoT:
    entries = tomlkit.aot()
    for value in values:
        entry = tomlkit.table()
        for name, each in value.items():
            if f"{path}.{name}" in _LONG_LISTS:
                entry.append(name, _entries(f"{path}.{name}", each))
            elif each is not None:
                entry.append(name, _value(f"{path}.{name}", each))
        entries.append(entry)
    return entries


def _value(path, value):
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        return _array(value)
    if path == "payment.amount":
        return tomlkit.item(int(float(value)) if float(value).is_integer() else float(value))
    return tomlkit.item(value)


def _array(values) -> Array:
    array = tomlkit.array()
    for value in values:
        array.append(_value("", value))
    array.multiline(any(isinstance(value, dict) for value in values))
    return array


def _inline(values) -> InlineTable:
    table = tomlkit.inline_table()
    for name, value in values.items():
        if isinstance(value, list):
            table.append(name, _one_line(value))
        elif value is not None:
            table.append(name, _value("", value))
    return table


def _one_line(values) -> Array:
    return _array(values).multiline(False)


def _plain_table(values) -> Table:
    table = tomlkit.table()
    for key, value in values.items():
        table.append(
            tomlkit.key(key) if "." not in key else tomlkit.items.SingleKey(key, tomlkit.items.KeyType.Basic), value
        )
    return table

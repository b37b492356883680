"""Settings read aloud: a value in words, and what changed from one regulation to another."""

import datetime
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentoring.lib.ui import date_words

from . import schema
from .catalog import ORDER_KINDS, SETTINGS, field_label, label_of, values_of
from .dates import LEAP_YEAR, DatePoint, MonthDay
from .papers import worded_format
from .schema import Shape, shape_at, shape_of, value_at

CLAUSES = "clauses."
# By which of its fields an entry is called.
_NAMES = ("label", "title", "about", "text", "post", "wording", "body", "nominative", "code")


@dataclass(frozen=True)
class Change:
    """One setting in two regulations: its words before and after, or what happened to the entries of its list."""

    key: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    entries: tuple[str, ...] = ()


def setting_words(path: str, value: object) -> tuple[str, ...]:
    """Return the JSON value of a setting as lines to read; one line unless it is a list."""
    shape = shape_at(path)
    if shape.kind == schema.SECTIONS:
        return tuple(_entry_line(each) for each in value or ()) or (_nothing(),)
    if shape.kind == schema.LINES:
        return tuple(value or ()) or (_nothing(),)
    return (value_words(shape, value),)


def value_words(shape: Shape, value: object) -> str:
    """Return a JSON value of any field of the schema as one line."""
    if shape.kind == schema.FLAG:
        return _("yes") if value else _("no")
    if value in (None, "", [], {}):
        return _nothing()
    if shape.name == "number_format":
        return worded_format(value)
    if shape.kind in _WORDS:
        return _WORDS[shape.kind](shape, value)
    return str(value)


def entry_name(entry: dict) -> str:
    """Return what an entry of a list is called; a mentor's further name stands in its word."""
    if "preparatory" in entry:
        return _point_words(entry)
    if isinstance(entry.get("word"), dict):
        return entry["word"]["nominative"]
    name = next((str(entry[each]) for each in _NAMES if entry.get(each)), "")
    return f"{entry['word']} {name}".strip() if "word" in entry else name


def _entry_line(entry):
    name = entry_name(entry)
    if entry.get("enabled") is False:
        return _("%(name)s (not in use)") % {"name": name}
    return _("%(name)s (kept outside the system)") % {"name": name} if entry.get("outside") else name


def change_words(key: str, before: object, after: object) -> Change:
    """Say one change of the JSON values of a setting, or of its clause («clauses.curator»)."""
    if key.startswith(CLAUSES):
        label = _("Clause: %(setting)s") % {"setting": label_of(key.removeprefix(CLAUSES))}
        return Change(key, label, (before or _nothing(),), (after or _nothing(),))
    shape = shape_at(key)
    if shape.kind == schema.SECTIONS:
        return Change(key, label_of(key), (), (), tuple(_list_lines(shape.item, before or (), after or ())))
    return Change(key, label_of(key), setting_words(key, before), setting_words(key, after))


def changes_between(old: dict, new: dict) -> list[Change]:
    """Return what differs from stored settings `old` to `new`, setting by setting, in the order of the catalog."""
    pairs = [(path, value_at(old, path), value_at(new, path)) for path in SETTINGS]
    changes = [change_words(*pair) for pair in pairs if pair[1] != pair[2]]
    was, now = old.get("clauses", {}), new.get("clauses", {})
    keys = [key for key in sorted({*was, *now}) if was.get(key) != now.get(key)]
    return changes + [change_words(CLAUSES + key, was.get(key), now.get(key)) for key in keys]


def _list_lines(model, before, after):
    """Say which entries are new, gone or changed; in another sequence only if nothing else happened."""
    was, now = ({_identity(entry): entry for entry in entries} for entries in (before, after))
    lines = [_("Added: %(name)s") % {"name": entry_name(entry)} for key, entry in now.items() if key not in was]
    lines += [_("Removed: %(name)s") % {"name": entry_name(entry)} for key, entry in was.items() if key not in now]
    for key in [key for key in now if key in was and was[key] != now[key]]:
        details = "; ".join(_field_lines(model, was[key], now[key]))
        lines.append(_("Changed: %(name)s (%(details)s)") % {"name": entry_name(now[key]), "details": details})
    return lines or [_("The sequence is another one.")]


def _field_lines(model, before, after):
    for name in model.model_fields:
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        shape = shape_of(model, name)
        if shape.kind == schema.SECTIONS and shape.item is not DatePoint:
            yield from _list_lines(shape.item, old or (), new or ())
        elif shape.kind == schema.SECTION and old and new:
            yield from _field_lines(shape.item, old, new)
        else:
            yield f"{field_label(model, name)}: {value_words(shape, old)} → {value_words(shape, new)}"


def _identity(entry):
    return entry.get("code") or entry_name(entry)


def _nothing():
    return pgettext("setting", "not set")


def _choice(shape, value):
    return str(values_of(shape.model, shape.name).get(value, value))


def _point_words(point):
    """A month, or a day of it, as `DatePoint` holds it, with what sets it apart from the same one of another year."""
    words = [_day_words(point) if point["day"] else str(MONTHS[point["month"]]).lower()]
    if point["preparatory"]:
        words.append(str(field_label(DatePoint, "preparatory")).lower())
    if point["year"] > 1:
        words.append(f"{field_label(DatePoint, 'year')} {point['year']}".lower())
    return words[0] if len(words) == 1 else f"{words[0]} ({', '.join(words[1:])})"


def _day_words(value):
    return date_format(datetime.date(LEAP_YEAR, value["month"], value["day"]), "j E")


def _section(shape, value):
    if shape.item is MonthDay:
        return _day_words(value)
    return ", ".join(str(each) for each in value.values() if each) if isinstance(value, dict) else str(value)


_WORDS = {
    schema.CHOICE: _choice,
    schema.CHOICES: lambda shape, value: ", ".join(_choice(shape, each) for each in value),
    schema.MONTH: lambda shape, value: str(MONTHS[value]).lower(),
    schema.MONTHS: lambda shape, value: ", ".join(str(MONTHS[each]).lower() for each in value),
    schema.DAY: lambda shape, value: date_words(datetime.date.fromisoformat(value)),
    schema.LINES: lambda shape, value: "; ".join(value),
    schema.CODES: lambda shape, value: ", ".join(value),
    schema.ORDERS: lambda shape, value: ", ".join(f"{each} {ORDER_KINDS.get(each, '')}".strip() for each in value),
    schema.SECTIONS: lambda shape, value: "; ".join(entry_name(each) for each in value),
    schema.SECTION: _section,
}

"""A regulation read setting by setting: every group of the catalog with names, values in words and clauses."""

from dataclasses import dataclass

from people.organizations.regulations.catalog import GROUPS
from people.organizations.regulations.schema import value_at
from people.organizations.regulations.wording import setting_words


@dataclass(frozen=True)
class Line:
    """One setting: its name, what it says here, by which clause."""

    label: str
    values: tuple[str, ...]
    clause: str = ""


@dataclass(frozen=True)
class Reading:
    """One group of settings with its lines."""

    code: str
    title: str
    lines: tuple[Line, ...]


def read_regulation(settings):
    """Every group of `settings` in the order of the catalog."""
    stored = settings.model_dump(mode="json")
    return [Reading(group.code, group.label, tuple(_lines(settings, stored, group))) for group in GROUPS.values()]


def _lines(settings, stored, group):
    for setting in group.settings:
        words = setting_words(setting.path, value_at(stored, setting.path))
        yield Line(setting.label, words, settings.clause_of(setting.path))

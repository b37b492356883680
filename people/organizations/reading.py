"""A regulation read setting by setting: every group of the catalog with names, values in words and clauses."""

from dataclasses import dataclass

from people.organizations.regulations import Floor, floor_of
from people.organizations.regulations.catalog import GROUPS
from people.organizations.regulations.schema import value_at
from people.organizations.regulations.wording import setting_words


@dataclass(frozen=True)
class Line:
    """One setting: its name, what it says here, by which clause, and the law where it asks for more."""

    label: str
    values: tuple[str, ...]
    clause: str = ""
    floor: Floor | None = None


@dataclass(frozen=True)
class Reading:
    """One group of settings with its lines."""

    code: str
    title: str
    lines: tuple[Line, ...]


def read_regulation(settings, day):
    """Every group of `settings` in the order of the catalog, held against the law of `day`."""
    stored = settings.model_dump(mode="json")
    return [Reading(group.code, group.label, tuple(_lines(settings, stored, group, day))) for group in GROUPS.values()]


def _lines(settings, stored, group, day):
    for setting in group.settings:
        value = value_at(stored, setting.path)
        floor = floor_of(setting.path, value, day)
        yield Line(setting.label, setting_words(setting.path, value), settings.clause_of(setting.path), floor)

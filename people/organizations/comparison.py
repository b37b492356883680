"""Two regulations side by side, setting by setting, in words."""

from dataclasses import dataclass
from functools import cache

from people.organizations.regulations import RegulationSettings, load_preset, preset_codes, schema
from people.organizations.regulations.catalog import GROUPS
from people.organizations.regulations.wording import change_words, setting_words


@dataclass(frozen=True)
class Side:
    """What one regulation says: its lines, those the other has not marked, and the clause."""

    lines: tuple[tuple[str, bool], ...]
    clause: str


@dataclass(frozen=True)
class Row:
    """One setting on both sides; `details` tell what differs inside entries that both have."""

    label: str
    left: Side
    right: Side
    details: tuple[str, ...]
    differs: bool


@dataclass(frozen=True)
class Group:
    """Settings under one heading of the catalog."""

    label: str
    rows: tuple[Row, ...]

    @property
    def n_differing(self):
        return sum(row.differs for row in self.rows)


def compare(left: RegulationSettings, right: RegulationSettings) -> list[Group]:
    """Return every setting of both, grouped as the catalog is; clauses do not count as differing."""
    documents = [settings.model_dump(mode="json") for settings in (left, right)]
    return [
        Group(group.label, tuple(_row(setting, (left, right), documents) for setting in group.settings))
        for group in GROUPS.values()
    ]


@cache
def preset_names() -> dict[str, str]:
    """Return the code of every preset with the organization it was written for."""
    return {code: load_preset(code).name for code in preset_codes()}


def _row(setting, regulations, documents):
    values = [schema.value_at(document, setting.path) for document in documents]
    words = [setting_words(setting.path, value) for value in values]
    sides = [
        Side(tuple((line, line not in words[1 - at]) for line in words[at]), settings.clause_of(setting.path))
        for at, settings in enumerate(regulations)
    ]
    return Row(setting.label, *sides, _details(setting.path, *values), values[0] != values[1])


def _details(path, left, right):
    """What differs inside the entries of a list that stand on both sides; nothing for any other setting."""
    if left == right or schema.shape_at(path).kind != schema.SECTIONS:
        return ()
    both = {_code(entry) for entry in left} & {_code(entry) for entry in right}
    common = [[entry for entry in entries if _code(entry) in both] for entries in (left, right)]
    return change_words(path, *common).entries if common[0] != common[1] else ()


def _code(entry):
    return entry.get("code") or entry.get("title") or entry.get("word")

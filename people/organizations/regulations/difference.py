"""What differs between two regulations, setting by setting, entries of lists told apart by their code."""

from dataclasses import dataclass

from .settings import RegulationSettings, setting_paths

CLAUSES = "clauses"


@dataclass(frozen=True)
class Difference:
    """One place where two regulations differ, with the JSON values on both sides.

    `key` is the dotted path («program.max_months»); an entry of a list is named by its code
    («roadmap.stages.conditions.items.pair_orders.text»). An entry that stands on one side only has None on the other.
    """

    key: str
    before: object
    after: object

    @property
    def setting(self) -> str:
        """The setting the place belongs to: «roadmap.stages», and «clauses» for the source of a setting."""
        return setting_of(self.key)

    @property
    def entry(self) -> str:
        """What follows the setting in the path: the code of the entry and below; empty for a whole setting."""
        return self.key.removeprefix(self.setting).lstrip(".")


def setting_of(key: str) -> str:
    """Return the setting or section that the path `key` lies in; «clauses» for a clause, empty for no setting."""
    if key.split(".")[0] == CLAUSES:
        return CLAUSES
    while key and key not in setting_paths():
        key = key.rpartition(".")[0]
    return key


def differences(old: RegulationSettings | dict, new: RegulationSettings | dict) -> list[Difference]:
    """Return what differs from `old` to `new`, in the order of the settings.

    Dictionaries are settings as stored in JSON. Entries with a code are compared one by one, and a changed order of
    the same entries is the list of codes; lists of anything else are compared as a whole.
    """
    return list(_between("", _json(old), _json(new)))


def _json(settings):
    return settings.model_dump(mode="json") if isinstance(settings, RegulationSettings) else settings


def _between(key, old, new):
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _between_tables(key, old, new)
    elif _is_coded(old) and _is_coded(new) and (old or new):
        yield from _between_tables(key, _by_code(old), _by_code(new))
        codes = [[entry["code"] for entry in each] for each in (old, new)]
        if codes[0] != codes[1] and set(codes[0]) == set(codes[1]):
            yield Difference(key, *codes)
    else:
        yield Difference(key, old, new)


def _between_tables(key, old, new):
    for name in [*old, *(name for name in new if name not in old)]:
        yield from _between(f"{key}.{name}" if key else name, old.get(name), new.get(name))


def _is_coded(value):
    return isinstance(value, list) and all(isinstance(entry, dict) and "code" in entry for entry in value)


def _by_code(entries):
    return {entry["code"]: entry for entry in entries}

"""The meaning of every setting of a regulation: group, name, help, what it changes; and of entries and values."""

from .banks import BANKS, FORMS, PAIRS
from .base import Group, Setting
from .document import DOCUMENT, WORDS
from .entries import FIELDS
from .people import PEOPLE, SELECTION
from .programs import COMPLETION, PROGRAMS, ROADMAP
from .results import MONITORING, PAPERS, PUBLICATION
from .sections import SECTIONS
from .values import ORDER_KINDS, VALUES

# As a regulation is read: from the document to its papers.
GROUPS = {
    group.code: group
    for group in (
        DOCUMENT, PEOPLE, SELECTION, BANKS, FORMS, PAIRS, PROGRAMS, COMPLETION, PUBLICATION, MONITORING, ROADMAP,
        PAPERS, WORDS,
    )
}  # fmt: skip
SETTINGS = {setting.path: setting for group in GROUPS.values() for setting in group.settings}
_GROUP_OF = {setting.path: group for group in GROUPS.values() for setting in group.settings}

__all__ = [
    "GROUPS", "ORDER_KINDS", "SETTINGS", "Group", "Setting", "field_label", "field_help", "group_of", "label_of",
    "sections_of", "setting_at", "values_of",
]  # fmt: skip


def setting_at(key):
    """The setting the dotted path `key` is, or lies in («terms.mentor.genitive», «roadmap.stages.2.label»), or None."""
    while key and key not in SETTINGS:
        key = key.rpartition(".")[0]
    return SETTINGS.get(key)


def group_of(key):
    """The group of the setting or section `key` lies in, or None for no setting."""
    setting = setting_at(key)
    if setting:
        return _GROUP_OF[setting.path]
    return next((group for path, group in _GROUP_OF.items() if path.startswith(f"{key}.")), None)


def label_of(key):
    """The name of a setting or section by its path; the path itself for neither."""
    setting = setting_at(key)
    return setting.label if setting else SECTIONS.get(key, key)


def sections_of(group):
    """Path → name of the sections whose settings stand in `group`, in their order."""
    paths = {}
    for setting in group.settings:
        parts = setting.path.split(".")
        for length in range(1, len(parts)):
            paths[".".join(parts[:length])] = None
    return {path: SECTIONS[path] for path in paths}


def field_label(model, name):
    """The name of the field `name` of entries of the schema's class `model`."""
    return _field(model, name)[0]


def field_help(model, name):
    """What that field means; empty where the name says all."""
    return _field(model, name)[1]


def _field(model, name):
    for each in model.__mro__:
        found = FIELDS.get(f"{each.__name__}.{name}")
        if found:
            return found
    return FIELDS[f"*.{name}"]


def values_of(model, name):
    """Value → name, for a setting or field with a closed list of values."""
    for each in model.__mro__:
        found = VALUES.get(f"{each.__name__}.{name}")
        if found:
            return found
    raise KeyError(f"{model.__name__}.{name}")

"""The pages of a regulation's settings: a group, a list of entries; each setting with its clause."""

from dataclasses import dataclass
from functools import cache

from django import forms
from django.utils.translation import gettext as _

from mentoring.lib.dates import today
from people.organizations.forms.sections import Node, SchemaForm
from people.organizations.regulations import RegulationSettings, floor_of, schema
from people.organizations.regulations.catalog import SETTINGS, Setting, sections_of
from people.organizations.regulations.schema import shape_at, value_at
from people.organizations.regulations.wording import setting_words

LONGEST_CLAUSE = 200
CLAUSE = "clause"
CLAUSES = "clauses"
STAGES = "roadmap.stages"


@dataclass(frozen=True)
class Block:
    """A setting on its page: its fields, its clause, what the ministry recommends, and where the law is stricter."""

    setting: Setting
    node: Node
    clause: forms.BoundField
    recommended: tuple[str, ...]
    law: str = ""


def name_of(path):
    """The name of a setting's field on its page."""
    return path.replace(".", "-")


class ClausedForm(SchemaForm):
    """A form whose settings carry the clauses of the regulation they come from."""

    def put_clause(self, path, label):
        """Make the field for the clause of a setting or section."""
        own = self.document[CLAUSES].get(path, "")
        above = _inherited(path, self.document[CLAUSES])
        field = forms.CharField(label=label, max_length=LONGEST_CLAUSE, required=False, initial=own)
        field.widget.attrs |= {"placeholder": above, "class": "clause-input"}
        self.fields[f"{CLAUSE}-{name_of(path)}"] = field

    def put_setting(self, path):
        """Make the fields of one setting; returns its block."""
        setting, shape = SETTINGS[path], shape_at(path)
        node = self.put(name_of(path), shape, value_at(self.document, path), label=setting.label, help=setting.help)
        self.put_clause(path, _("Clause of the regulation"))
        return Block(setting, node, self[f"{CLAUSE}-{name_of(path)}"], recommended_words(path), self._law(path))

    def _law(self, path):
        """What the law asks beyond the stored value, to be said beside the field."""
        floor = floor_of(path, value_at(self.document, path), today())
        return floor.sentence if floor else ""

    def changed_values(self, paths):
        """Path → JSON of the settings that are not as stored."""
        found = {path: self.take(name_of(path), shape_at(path), path) for path in paths}
        return {path: value for path, value in found.items() if value != value_at(self.document, path)}

    def changed_clauses(self, paths):
        """«clauses.<path>» → clause, of those that are not as stored; a setting's clause stands for its parts."""
        changes = {}
        for path in paths:
            clause = self.cleaned_data.get(f"{CLAUSE}-{name_of(path)}", "")
            if clause != self.document[CLAUSES].get(path, ""):
                changes[f"{CLAUSES}.{path}"] = clause
                if path in SETTINGS:
                    parts = [each for each in self.document[CLAUSES] if each.startswith(f"{path}.")]
                    changes |= {f"{CLAUSES}.{part}": "" for part in parts}
        return changes

    def stored(self, paths, clauses):
        """The stored values and clauses a page is made of."""
        return [
            {path: value_at(self.document, path) for path in paths},
            {path: self.document[CLAUSES].get(path) for path in clauses},
        ]


class GroupForm(ClausedForm):
    """The settings of one group that are no lists, and the clauses of its sections."""

    def __init__(self, data=None, *, group, **options):
        self.group = group
        self.paths = [each.path for each in group.settings if shape_at(each.path).kind != schema.SECTIONS]
        self.lists = [each for each in group.settings if shape_at(each.path).kind == schema.SECTIONS]
        self.sections = sections_of(group)
        super().__init__(data, **options)

    def build(self):
        self.blocks = [self.put_setting(path) for path in self.paths]
        for path, label in self.sections.items():
            self.put_clause(path, label)

    @property
    def section_clauses(self):
        return [self[f"{CLAUSE}-{name_of(path)}"] for path in self.sections]

    @property
    def list_blocks(self):
        """The lists of the group as links: setting, what stands in it, its clause."""
        rows = []
        for setting in self.lists:
            words = setting_words(setting.path, value_at(self.document, setting.path))
            clause = self.document[CLAUSES].get(setting.path) or _inherited(setting.path, self.document[CLAUSES])
            rows.append((setting, words, clause))
        return rows

    def basis(self):
        return self.stored(self.paths, [*self.paths, *self.sections])

    def changes(self):
        return self.changed_values(self.paths) | self.changed_clauses([*self.paths, *self.sections])


class EntriesForm(ClausedForm):
    """One list of a regulation, entry by entry."""

    def __init__(self, data=None, *, path, **options):
        self.path = path
        super().__init__(data, **options)

    def build(self):
        self.block = self.put_setting(self.path)

    def basis(self):
        return self.stored([self.path], [self.path])

    def changes(self):
        return self.changed_values([self.path]) | self.changed_clauses([self.path])


def recommended_words(path):
    """What the ministry recommends for a setting, in words."""
    return setting_words(path, value_at(_recommended(), path))


@cache
def _recommended():
    return RegulationSettings.recommended().model_dump(mode="json")


def _inherited(path, clauses):
    path = path.rpartition(".")[0]
    while path and path not in clauses:
        path = path.rpartition(".")[0]
    return clauses.get(path, "")


def is_list(path):
    """Whether a setting is a list with a page of its own, other than the stages of the roadmap."""
    return path in SETTINGS and shape_at(path).kind == schema.SECTIONS and path != STAGES

"""The roadmap of a regulation: its stages, one stage with its items, one item."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _

from people.organizations.forms.fields import LONG_TEXT
from people.organizations.forms.sections import Node, Row, with_codes
from people.organizations.forms.settings import STAGES, ClausedForm
from people.organizations.regulations.catalog import field_help, field_label
from people.organizations.regulations.roadmap import RoadmapItem, Stage
from people.organizations.regulations.schema import value_at

ITEM = "item"
NAME = "stage"


class RoadmapForm(ClausedForm):
    """A page that changes the stages: it works on a copy of them and hands back the whole list."""

    @property
    def stages(self):
        return value_at(self.document, STAGES)

    @property
    def stage_name(self):
        return self[f"{NAME}-label"]

    @property
    def stage_code(self):
        return self[f"{NAME}-code"]

    @property
    def item_code(self):
        return self[f"{ITEM}-code"]

    def copy(self):
        return json.loads(json.dumps(self.stages))

    def put_rows_of(self, name, entries, label_of):
        """Rows that only say the place of an entry and whether it goes; returns them with what they are called."""
        self.rows[name] = len(entries)
        nodes = []
        for number, entry in enumerate(entries):
            prefix = f"{name}-{number}"
            self.put_place(prefix, number + 1)
            nodes.append((Node(self, row=Row(self, prefix, is_new=False)), entry, label_of(entry)))
        return nodes

    def kept(self, name, entries):
        """The entries that stay, in the sequence asked for."""
        numbers = [number for number in range(len(entries)) if not self.cleaned_data.get(f"{name}-{number}-remove")]
        place = [(self.cleaned_data.get(f"{name}-{number}-position") or len(entries), number) for number in numbers]
        return [entries[number] for _place, number in sorted(place)]

    def put_stage_name(self, stage):
        """The fields for the name and the code of a stage."""
        self.fields[f"{NAME}-label"] = forms.CharField(
            label=_("Name of the stage"),
            max_length=LONG_TEXT,
            widget=forms.Textarea(attrs={"rows": 2}),
            initial=stage.get("label", ""),
        )
        self.fields[f"{NAME}-code"] = forms.CharField(
            label=field_label(Stage, "code"),
            help_text=field_help(Stage, "code"),
            max_length=100,
            required=False,
            initial=stage.get("code", ""),
        )

    def take_item(self, key):
        """The JSON of the item on the page; a new one gets a code no other item has."""
        self.places[key] = ITEM
        item = self.take_section(ITEM, RoadmapItem, key)
        taken = [each["code"] for stage in self.stages for each in stage["items"]]
        return with_codes([item], RoadmapItem, taken)[0]


class StagesForm(RoadmapForm):
    """The sequence of the stages, which of them go, and the clause they come from."""

    def build(self):
        self.listed = self.put_rows_of("stages", self.stages, lambda stage: stage["label"])
        self.put_clause(STAGES, _("Clause of the regulation"))

    @property
    def clause(self):
        return self["clause-roadmap-stages"]

    def basis(self):
        return [
            [[stage["code"], stage["label"], len(stage["items"])] for stage in self.stages],
            *self.stored([], [STAGES]),
        ]

    def changes(self):
        kept = self.kept("stages", self.copy())
        changes = {} if kept == self.stages else {STAGES: kept}
        return changes | self.changed_clauses([STAGES])


class StageForm(RoadmapForm):
    """The name of one stage, the sequence of its items and which of them go."""

    def __init__(self, data=None, *, stage, **options):
        self.stage = stage
        super().__init__(data, **options)

    def build(self):
        self.put_stage_name(self.stage)
        self.listed = self.put_rows_of("items", self.stage["items"], lambda item: item["text"])

    def basis(self):
        return [self.stage["code"], self.stage["label"], [[item["code"], item["text"]] for item in self.stage["items"]]]

    def changes(self):
        stages = self.copy()
        number = self.stages.index(self.stage)
        key = f"{STAGES}.{number + 1}"
        self.places |= {key: NAME, f"{key}.code": f"{NAME}-code", f"{key}.items": "items"}
        stages[number] |= {
            "label": self.cleaned_data[f"{NAME}-label"],
            "code": self.cleaned_data[f"{NAME}-code"] or self.stage["code"],
            "items": self.kept("items", stages[number]["items"]),
        }
        return {} if stages == self.stages else {STAGES: stages}


class NewStageForm(RoadmapForm):
    """A new stage with its first item: a stage without items is none."""

    def build(self):
        self.put_stage_name({})
        self.nodes = self.put_section(ITEM, RoadmapItem, {})

    def basis(self):
        return [stage["code"] for stage in self.stages]

    def changes(self):
        key = f"{STAGES}.{len(self.stages) + 1}"
        self.places |= {key: NAME, f"{key}.label": f"{NAME}-label", f"{key}.code": f"{NAME}-code"}
        item = self.take_item(f"{key}.items.1")
        stage = {
            "code": self.cleaned_data[f"{NAME}-code"],
            "label": self.cleaned_data[f"{NAME}-label"],
            "items": [item],
        }
        return {STAGES: with_codes([*self.copy(), stage], Stage)}


class ItemForm(RoadmapForm):
    """One item of a stage, or a new one at its end."""

    def __init__(self, data=None, *, stage, item=None, **options):
        self.stage, self.item = stage, item
        super().__init__(data, **options)

    def build(self):
        self.nodes = self.put_section(ITEM, RoadmapItem, self.item or {})

    def basis(self):
        return [self.stage["code"], self.item]

    def changes(self):
        stages = self.copy()
        number = self.stages.index(self.stage)
        items = stages[number]["items"]
        place = self.stage["items"].index(self.item) if self.item else len(items)
        if self.item and not self.cleaned_data.get(f"{ITEM}-code"):
            self.cleaned_data[f"{ITEM}-code"] = self.item["code"]
        items[place : place + 1] = [self.take_item(f"{STAGES}.{number + 1}.items.{place + 1}")]
        # What an item leaves to the schema's default stands in the stored one, so the comparison is the schema's own.
        return {STAGES: stages}

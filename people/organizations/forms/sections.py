"""A form made from the schema: fields for sections and lists of any depth, and the way back to JSON."""

import hashlib
import json
import re

from django import forms
from django.utils.translation import gettext as _

from people.organizations.forms.fields import field_of, json_of
from people.organizations.regulations import schema
from people.organizations.regulations.catalog import field_help, field_label, label_of
from people.organizations.regulations.schema import shape_of

EMPTY_ROWS = 2
MOST_ROWS = 200


class Node:
    """A place on the page: a field, or a heading with the places below it; `row` tells a row of a list."""

    def __init__(self, form, *, name="", label="", help="", children=(), row=None):
        self.form, self.name, self.label, self.help = form, name, label, help
        self.children, self.row = children, row

    @property
    def field(self):
        return self.form[self.name] if self.name else None

    @property
    def is_list(self):
        return bool(self.children) and self.children[0].row is not None

    @property
    def is_blank(self):
        """A list inside an entry in which nothing stands yet: the page folds it up."""
        return self.is_list and not self.form.is_bound and all(each.row.is_new for each in self.children)


class Row:
    """One entry of a list on the page: its place in the sequence, whether it goes, its code kept out of the way."""

    def __init__(self, form, prefix, *, is_new):
        self.form, self.prefix, self.is_new = form, prefix, is_new

    @property
    def position(self):
        return self.form[f"{self.prefix}-position"]

    @property
    def remove(self):
        return None if self.is_new else self.form[f"{self.prefix}-remove"]

    @property
    def code(self):
        name = f"{self.prefix}-code"
        return self.form[name] if name in self.form.fields else None


class SchemaForm(forms.Form):
    """Values of the schema on one page. `seen` is what the page was made of, so that nobody is written over.

    Names of fields are paths («terms-mentor-genitive», «forms-items-0-label»); rows count from 0.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, document, empty=EMPTY_ROWS):
        super().__init__(data)
        self.document, self.empty = document, empty
        self.places, self.rows, self.before = {}, {}, {}
        self.build()
        self.fields["seen"].initial = self.mark

    def build(self):
        """Make the fields."""
        raise NotImplementedError

    def changes(self):
        """What was typed, as `change_settings` takes it."""
        raise NotImplementedError

    def basis(self):
        """The JSON the page was made of."""
        raise NotImplementedError

    @property
    def mark(self):
        """The SHA-256 of what the page was made of."""
        text = json.dumps(self.basis(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def is_stale(self):
        """Whether somebody changed what stands on this page since it was opened."""
        return self.cleaned_data.get("seen") != self.mark

    # ---- fields

    def put(self, name, shape, value, *, label, help="", required=True):
        """Make the fields of one value; returns its place on the page."""
        if shape.kind == schema.SECTION:
            children = self.put_section(name, shape.item, value or {}, required=required)
            return Node(self, label=label, help=help, children=children)
        if shape.kind == schema.SECTIONS:
            return Node(self, label=label, help=help, children=self.put_rows(name, shape.item, value or ()))
        self.fields[name] = field_of(
            shape, value, document=self.document, required=required, label=label, help_text=help
        )
        self.before[name] = value
        return Node(self, name=name, label=label)

    def put_section(self, name, model, value, *, required=False, without=()):
        """Make the fields of a section of the schema; returns the places."""
        nodes = []
        for field in model.model_fields:
            if field in without:
                continue
            texts = {"label": field_label(model, field), "help": field_help(model, field)}
            given = value[field] if field in value else _default(model, field)
            # A row may stay empty or go, so the schema asks for what is missing, not the page.
            node = self.put(f"{name}-{field}", shape_of(model, field), given, required=required, **texts)
            if field != "code":
                nodes.append(node)
        return nodes

    def put_rows(self, name, model, entries):
        """Make the fields of a list: a row for every entry and some empty ones; returns the places."""
        self.rows[name] = self._count(name, len(entries))
        nodes = []
        for number in range(self.rows[name]):
            prefix, is_new = f"{name}-{number}", number >= len(entries)
            entry = {} if is_new else entries[number]
            children = self.put_section(prefix, model, entry)
            self.put_place(prefix, None if is_new else number + 1)
            nodes.append(Node(self, children=children, row=Row(self, prefix, is_new=is_new)))
        return nodes

    def put_place(self, prefix, position):
        """Make the fields every row has: its place in the sequence, and whether it goes."""
        place = forms.IntegerField(label=_("Place"), min_value=1, max_value=999, required=False, initial=position)
        self.fields[f"{prefix}-position"] = place
        self.fields[f"{prefix}-remove"] = forms.BooleanField(label=_("Remove"), required=False)

    def _count(self, name, stored):
        if not self.is_bound:
            return min(stored + self.empty, MOST_ROWS)
        sent = re.compile(rf"{re.escape(name)}-(\d{{1,3}})-")
        numbers = [int(found[1]) for key in self.data if (found := sent.match(key))]
        return min(max([*numbers, stored - 1]) + 1 + (self.empty if "more" in self.data else 0), MOST_ROWS)

    # ---- values

    def take(self, name, shape, key):
        """The JSON of one value; notes where the page has it, for `refuse`."""
        self.places[key] = name
        if shape.kind == schema.SECTION:
            return self.take_section(name, shape.item, key)
        if shape.kind == schema.SECTIONS:
            return self.take_rows(name, shape.item, key)
        return json_of(shape, self.cleaned_data.get(name), self.before.get(name))

    def take_section(self, name, model, key, without=()):
        """The JSON of a section; what is left empty takes its default or is missed by the schema."""
        found = {}
        for field in model.model_fields:
            shape = shape_of(model, field)
            if field in without:
                continue
            value = self.take(f"{name}-{field}", shape, f"{key}.{field}")
            if shape.optional or value not in (None, ""):
                found[field] = value
        return found

    def take_rows(self, name, model, key):
        """The JSON of a list in the sequence asked for, without the rows that are empty or go."""
        entries = []
        for number in self.kept_rows(name, model):
            entries.append(self.take_section(f"{name}-{number}", model, f"{key}.{len(entries) + 1}"))
            self.places[f"{key}.{len(entries)}"] = f"{name}-{number}"
        return with_codes(entries, model)

    def kept_rows(self, name, model):
        """The numbers of the rows that stay, in the sequence asked for."""
        kept = [
            number
            for number in range(self.rows[name])
            if not self.cleaned_data.get(f"{name}-{number}-remove") and not self._is_empty(f"{name}-{number}", model)
        ]
        return sorted(
            kept, key=lambda number: (self.cleaned_data.get(f"{name}-{number}-position") or MOST_ROWS, number)
        )

    def _is_empty(self, prefix, model):
        """Whether nothing was typed into a row; a choice or a tick alone is nothing."""
        for field in model.model_fields:
            shape, name = shape_of(model, field), f"{prefix}-{field}"
            if shape.kind == schema.SECTION and not self._is_empty(name, shape.item):
                return False
            if shape.kind == schema.SECTIONS:
                rows = range(self.rows.get(name, 0))
                if not all(self._is_empty(f"{name}-{number}", shape.item) for number in rows):
                    return False
            value = self.cleaned_data.get(name)
            if shape.kind != schema.FLAG and value not in (None, "", []) and value != _default(model, field):
                return False
        return True

    def refuse(self, problems):
        """Show what the schema refused beside the fields: path of the fault → sentences."""
        for key, messages in problems.items():
            name = self._field_of(key)
            lead = f"{label_of(key)}: " if name is None and label_of(key) != key else ""
            for message in messages:
                self.add_error(name, f"{lead}{message}")

    def _field_of(self, key):
        while key:
            name = self.places.get(key)
            if name in self.rows:
                return None
            if name in self.fields:
                return name
            # The code lies folded up, so what is wrong with a whole entry stands beside its first open field.
            inside = (each for each in self.fields if each.startswith(f"{name}-") and not each.endswith("-code"))
            found = next(inside, None)
            if name and found:
                return found
            key = key.rpartition(".")[0]
        return None


def with_codes(entries, model, taken=()):
    """Give every entry without a code the first free «item_N»."""
    if "code" not in model.model_fields:
        return entries
    taken = {*taken, *(entry.get("code") for entry in entries)}
    number = 0
    for entry in entries:
        while not entry.get("code"):
            number += 1
            if f"item_{number}" not in taken:
                entry["code"] = f"item_{number}"
                taken.add(entry["code"])
    return [{"code": entry["code"]} | entry for entry in entries]


def _default(model, field):
    info = model.model_fields[field]
    return None if info.is_required() else info.default

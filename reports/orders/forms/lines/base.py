"""A form of particulars with lines below it: what is typed stays when a line is added, removed or refused."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from people.organizations.selectors import regulation_on
from programs.orders.models import OrderedPerson
from reports.documents.lines import particulars_of
from reports.documents.lines.particulars import RESPONSIBLE
from reports.orders.forms.lines.rows import OfStaff, Staff
from reports.orders.selectors import curator_of
from reports.orders.services import LinesContent

# The button that adds or removes a line says so under this name: «people-add», «people-remove-2».
LINE = "line"


@dataclass(frozen=True)
class Sort:
    """One sort of lines of a form: its class, how it is called, the words of the button that adds one."""

    rows: Any
    title: Any
    add: Any
    hint: Any = ""


class LinesForm(forms.Form):
    """The particulars of one kind of order, with ``sorts`` of lines; ``content()`` is what the services take."""

    sorts = {}

    def __init__(self, data=None, *, organization, order=None, by=None, asked=None):
        """``order`` is the draft composed anew; ``asked`` what the address proposes, ``by`` who prepares it."""
        self.organization, self.order, self.day = organization, order, organization.today()
        self.settings, self.by, self.asked = regulation_on(organization, self.day), by, asked or MultiValueDict()
        self.staff = Staff(organization, self.day)
        pressed = (data or {}).get(LINE, "")
        super().__init__(None if pressed else data)
        self.prepare()
        for field in self.fields.values():
            if isinstance(field, OfStaff):
                field.take(self.staff)
        self.initial = self._typed(data) if pressed else self._known()
        self.lines = {name: self._rows(name, data, pressed) for name in self.sorts}

    def prepare(self):
        """Give the fields what the regulation and the organization decide."""

    # ---------- what stands in the form ----------
    def _known(self):
        if self.order is None:
            return self.proposed()
        held = particulars_of(self.order).model_dump() | self.initial_of(self.order)
        lines = self.order.people.filter(code=RESPONSIBLE)
        return held | {"responsible": next((line.employment_id for line in lines), None)}

    def proposed(self):
        """What a fresh form starts from."""
        return {"responsible": getattr(curator_of(self.organization, self.by), "pk", None)}

    def initial_of(self, order):
        """What a draft holds beside its particulars, for the fields."""
        return {}

    def proposed_rows(self, name):
        """The lines a fresh form starts from."""
        return []

    def rows_of(self, name, order):
        """The lines of a draft, for the rows called ``name``."""
        wanted = order.people.exclude(code=RESPONSIBLE)
        return [
            {column: getattr(line, column) for column in self.columns} | _keys(line) for line in wanted.select_related()
        ]

    # The columns of a line the rows fill, beside the people.
    columns = ()

    def _typed(self, data):
        return {
            name: field.widget.value_from_datadict(data, {}, self.add_prefix(name))
            for name, field in self.fields.items()
        }

    def _rows(self, name, data, pressed):
        options = {"prefix": name, "form_kwargs": {"staff": self.staff, "settings": self.settings}}
        rows = self.sorts[name].rows
        if not pressed and data is not None:
            return rows(data, **options)
        if pressed:
            typed = [
                {key: row.data.get(row.add_prefix(key), "") for key in row.fields}
                for row in rows(data, **options).forms
            ]
            return _focused(rows(initial=_rearranged(typed, name, pressed), **options), name, pressed)
        held = self.rows_of(name, self.order) if self.order else self.proposed_rows(name)
        return rows(initial=held or [{}], **options)

    # ---------- what was sent ----------
    def clean(self):
        data = super().clean()
        for name, rows in self.lines.items():
            if not rows.is_valid():
                self._sum_up(name, rows)
        return data

    def _sum_up(self, name, rows):
        for error in rows.non_form_errors():
            self.add_error(None, error)
        for place, errors in enumerate(rows.errors, start=1):
            for texts in errors.values():
                message = _("%(lines)s, line %(n)s: %(error)s")
                values = {"lines": self.sorts[name].title, "n": place, "error": " ".join(texts)}
                self.add_error(None, message % values)

    def add_refusal(self, refusal):
        """Put a refusal of a service beside the field it names, also one of a line, and above the form."""
        for name, errors in getattr(refusal, "error_dict", {None: refusal.messages}).items():
            if name in self.fields:
                self.add_error(name, errors)
                continue
            self.add_error(None, errors)
            sort, _dash, rest = (name or "").partition("-")
            place, _dash, field = rest.partition("-")
            rows = self.lines[sort].forms if sort in self.lines else []
            if place.isdecimal() and int(place) < len(rows) and field in rows[int(place)].fields:
                rows[int(place)].add_error(field, errors)

    def sections(self):
        """The lines as the page shows them: [(name, Sort, rows)]."""
        return [(name, self.sorts[name], rows) for name, rows in self.lines.items()]

    def content(self):
        """The cleaned values as the services take them."""
        return LinesContent(self.particulars(), tuple(self._people()), tuple(self.cleaned_data.get("campaigns", ())))

    def particulars(self):
        raise NotImplementedError

    def _people(self):
        for place, row in self.lines["people"].filled() if "people" in self.lines else ():
            values = {name: value for name, value in row.cleaned_data.items() if value is not None}
            further = row.words() if hasattr(row, "words") else {}
            yield OrderedPerson(position=place, **_without_idle_unit(values), **further)
        if responsible := self.cleaned_data.get("responsible"):
            yield OrderedPerson(position=len(self.lines.get("people", ())), employment=responsible, code=RESPONSIBLE)


def _without_idle_unit(values):
    """A unit counts only with an amount; without one both come from the agreement."""
    return values if "amount" in values or "unit" not in values else values | {"unit": ""}


def _keys(line):
    return {"employment": line.employment_id, "substitute": line.substitute_id}


def _rearranged(typed, name, pressed):
    """The lines with one added or removed as the pressed button says."""
    sort, _dash, deed = pressed.partition("-")
    if sort != name:
        return typed or [{}]
    deed, _dash, place = deed.partition("-")
    if deed == "add":
        typed.append({})
    elif deed == "remove" and place.isdecimal() and int(place) < len(typed):
        del typed[int(place)]
    return typed or [{}]


def _focused(rows, name, pressed):
    """The cursor stands in the line that was added."""
    if pressed == f"{name}-add" and rows.forms:
        first = next(iter(rows.forms[-1].fields.values()))
        first.widget.attrs["autofocus"] = True
    return rows

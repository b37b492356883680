"""What an order about another order is made of: why, and which words it changes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.orders.services.drafting import POINT_LENGTH
from reports.documents.about_orders import numbered_points

GROUND_LENGTH = 1000
LINE_LENGTH = 60


class CancellationForm(forms.Form):
    """Why an order loses its force."""

    ground = forms.CharField(
        label=_("Why"),
        max_length=GROUND_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The order begins with it: “в связи с …”, “на основании …”."),
        error_messages={"required": _("Write why: the order begins with it.")},
    )

    def contents(self):
        """The cleaned values as the services take them."""
        return {"ground": self.cleaned_data["ground"]}


class AmendmentForm(CancellationForm):
    """The points of the earlier order: what is changed here stands in the new one, what is emptied is taken out."""

    def __init__(self, *args, earlier, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = numbered_points(earlier.points)
        changed = dict(self.initial.get("changes", ()))
        for number, text in self.points:
            self._add(_key(number), _("Point %(number)s") % {"number": number}, changed.get(number, text))
        self._add("added", _("One more point"), changed.get("", ""))

    def _add(self, name, label, text):
        rows = min(len(text) // LINE_LENGTH + 2, 10)
        widget = forms.Textarea(attrs={"rows": rows})
        self.fields[name] = forms.CharField(
            label=label, initial=text, max_length=POINT_LENGTH, required=False, widget=widget
        )

    def contents(self):
        changes = [(number, self.cleaned_data[_key(number)]) for number, _text in self.points]
        return super().contents() | {"changes": [*changes, ("", self.cleaned_data["added"])]}


def _key(number):
    return f"point_{number.replace('.', '_')}"

"""Joining two cards: which value of each field stays."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.staff.services.comparing import GONE, KEPT, are_apart, compare, fingerprint

ONE, TWO = "one", "two"
PREFIX = "keep_"


class MergeForm(forms.Form):
    """A choice for every field the cards disagree on, and whether the two works become one."""

    works = forms.ChoiceField(
        label=_("The work itself"),
        widget=forms.RadioSelect,
        choices=[
            (ONE, _("It is one work entered twice: leave one card")),
            (TWO, _("These are two works of one person (another post or another time): leave both cards")),
        ],
        help_text=_("Where both cards are left, only the name, gender and birth date are joined."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    sure = forms.BooleanField(
        label=_("I have checked that this is one person"),
        help_text=_("Joining cannot be undone."),
    )

    def __init__(self, *args, kept, gone, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = compare(kept, gone)
        self.fields["seen"].initial = fingerprint(kept, gone)
        self.fields["works"].initial = TWO if are_apart(kept, gone) else ONE
        for line in self.lines:
            if not line.fixed:
                self.fields[PREFIX + line.name] = forms.ChoiceField(
                    label=line.label,
                    widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
                    choices=[(KEPT, line.kept), (GONE, line.gone)],
                    initial=line.default,
                )

    @property
    def rows(self):
        """The table: (line, its two radio buttons or None, its errors)."""
        for line in self.lines:
            bound = None if line.fixed else self[PREFIX + line.name]
            yield line, list(bound) if bound else None, bound.errors if bound else None

    @property
    def choices(self):
        """{field: "kept" or "gone"} as the service takes it."""
        return {name.removeprefix(PREFIX): side for name, side in self.cleaned_data.items() if name.startswith(PREFIX)}

    @property
    def is_one_card(self):
        return self.cleaned_data["works"] == ONE

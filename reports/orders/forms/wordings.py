"""The organization's own wording: its name and the texts around its points."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.orders.services.drafting import HEADING_LENGTH, POINT_LENGTH
from reports.orders.forms.text import long_text
from reports.orders.services.wordings import NAME_LENGTH


class WordingForm(forms.Form):
    """The text of a wording around its points; fields stand in double braces."""

    name = forms.CharField(
        label=_("Name of the wording"), max_length=NAME_LENGTH, help_text=_("It is not printed: the list shows it.")
    )
    heading = long_text(2, HEADING_LENGTH, label=_("Heading"))
    basis = long_text(5, POINT_LENGTH, label=_("Basis"))
    control = long_text(2, POINT_LENGTH, label=_("Control of execution"), help_text=_("Printed as the last point."))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def texts(self):
        """The cleaned texts as the services take them."""
        return {name: self.cleaned_data[name] for name in ("heading", "basis", "control")}

    def show_problems(self, problems, points):
        """Put each of ``problems`` (``problems_of``) beside the text or the point of ``points`` it is about."""
        for place, sentence in problems:
            if isinstance(place, int):
                points.forms[place].add_error("text", sentence)
            else:
                self.add_error(place, sentence)

"""Why this one, and what counts how much."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.matching.scoring import LEAST, MOST, PARTS


class ReasonForm(forms.Form):
    """Why somebody is chosen who is not the first, or leads the mentee at work."""

    reason = forms.CharField(
        label=_("Why this mentor"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stays with the pair; those who keep the pairs read it, the pair itself does not."),
    )


class WeightsForm(forms.Form):
    """A number for every part, with what the part means."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, part in PARTS.items():
            self.fields[code] = forms.IntegerField(
                label=part.label,
                help_text=part.meaning,
                min_value=LEAST,
                max_value=MOST,
                error_messages={
                    "invalid": _("Write a whole number from 0 to 10."),
                    "min_value": _("Write a whole number from 0 to 10."),
                    "max_value": _("Write a whole number from 0 to 10."),
                    "required": _("Write a whole number from 0 to 10."),
                },
            )

    def weights(self):
        """The cleaned numbers by the code of the part."""
        return {code: self.cleaned_data[code] for code in PARTS}

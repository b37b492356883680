"""Opening a card for the network, asking for a mentor, giving a reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.consents.states import WorkMode
from people.network.services.granting import LONGEST_END, LONGEST_REASON


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class OfferForm(forms.Form):
    """How many mentees of other organizations, and how the work goes."""

    places = forms.IntegerField(
        label=_("How many mentees of other organizations"),
        min_value=1,
        max_value=10,
        help_text=_("Out of the places of your card; the others stay at home."),
    )
    mode = forms.ChoiceField(label=_("How you work with them"), choices=WorkMode.choices, widget=forms.RadioSelect)


class AskForm(forms.Form):
    """What the mentor is needed for, how many places, when."""

    places = forms.IntegerField(label=_("How many mentees"), min_value=1, max_value=10)
    starts_on = forms.DateField(label=_("First day"), widget=_Day)
    ends_on = forms.DateField(label=_("Last day"), widget=_Day)
    reason = forms.CharField(
        label=_("Whom the mentor would help"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The other organization and the mentor read it: write the subject and the need, without names."),
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=LONGEST_END, widget=forms.Textarea(attrs={"rows": 3}))

"""What the council says to a pair: a comment, the question of the curator, the decision."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from programs.council.selectors import meetings_of_council, minutes_words
from programs.council.services.pairs import LONGEST_COMMENT
from programs.council.states import Voice
from programs.plans.forms import CleanTexts, DayInput


class CommentForm(CleanTexts, forms.Form):
    """One comment."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The council, the curator and the head read it; the people of the pair do not."),
    )


class VoteForm(forms.Form):
    """Until when the council votes."""

    until = forms.DateField(label=_("Votes are taken until"), widget=DayInput)


class BallotForm(forms.Form):
    """One vote."""

    voice = forms.ChoiceField(
        label=_("Your vote"),
        choices=[(value, capfirst(label)) for value, label in Voice.choices],
        widget=forms.RadioSelect,
    )


class MinutesChoice(forms.ModelChoiceField):
    """A session by its minutes: «протокол № 3 от 14.09.2026»."""

    def label_from_instance(self, obj):
        return minutes_words(obj)


class DecisionForm(CleanTexts, forms.Form):
    """Recommended or not, when, why, and where it stands in writing."""

    is_recommended = forms.TypedChoiceField(
        label=pgettext_lazy("council", "Decision"),
        choices=[("yes", _("Recommend the pair")), ("no", _("Do not recommend it"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where the pair is not recommended: the curator looks for another way by it."),
    )
    meeting = MinutesChoice(
        label=_("Session of the council"), queryset=None, required=False, empty_label=_("without a session")
    )
    document = forms.CharField(
        label=_("Document"),
        max_length=200,
        required=False,
        help_text=_("Where it is not in the minutes of the chosen session, for example: extract no. 3 of 14.09.2026."),
    )

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_of_council(organization)

"""Answers and decisions: accepting, declining, approving, the first meeting, the one meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.accounts.passwords import PasswordCheckForm
from programs.mentorships.forms.terms import day_field
from programs.mentorships.states import Feeling


class AcceptForm(PasswordCheckForm):
    """«I accept», with the version of the terms read; the password only where a consent is signed with it."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    text_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, signs, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not signs:
            del self.fields["password"]


class ApprovalForm(forms.Form):
    """A decision of the chain: when, and by what document."""

    step = forms.CharField(widget=forms.HiddenInput, max_length=60)
    decided_on = day_field(_("Decided on"))
    document = forms.CharField(
        label=_("Document"),
        max_length=200,
        help_text=_("With its number and date, for example: extract of minutes no. 3 of 14.09.2026."),
    )

    def __init__(self, *args, needs_document, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].required = needs_document


class DeclineForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only those who keep the pairs will read it, and it will help them to find another way."),
    )


class SympathyForm(forms.Form):
    """How the two get on, for the curator alone."""

    feeling = forms.TypedChoiceField(
        label=_("How do you get on with each other"),
        choices=Feeling.choices[::-1],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("If you like: what helps, what stands in the way."),
    )


class MeetingForm(forms.Form):
    """When and where the one meeting takes place."""

    on = day_field(_("Day of the meeting"))
    at = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    place = forms.CharField(label=_("Place"), max_length=200)


class MeetingMarkForm(forms.Form):
    """Whether it took place, with a sentence."""

    is_held = forms.TypedChoiceField(
        label=_("Did it take place"),
        choices=[("yes", _("Yes, we met")), ("no", _("No, it fell through"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    note = forms.CharField(
        label=_("In a sentence"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What came of it, or why it did not take place."),
    )

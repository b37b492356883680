"""Proposing, answering, changing the terms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from people.accounts.passwords import PasswordCheckForm
from programs.mentorships.selectors import mentees_to_choose, mentors_to_choose
from programs.mentorships.states import REVERSE_KIND, Direction


def _day_field(label):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, error_messages={"invalid": _("Write the day like 01.09.2026.")})


class TermsForm(forms.Form):
    """Form, kinds, period and focus, in the words of the organization's regulation."""

    form = forms.ChoiceField(label=_("Who mentors whom (form)"), widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Choose at least one.")}
    )
    mentor_role = forms.ChoiceField(label=_("The mentor as"), widget=forms.RadioSelect, required=False)
    starts_on = _day_field(_("First day"))
    ends_on = _day_field(_("Last day"))
    focus = forms.CharField(
        label=_("What to work on"),
        max_length=300,
        required=False,
        help_text=_("A subject or a difficulty in a few words; everybody in the pair reads it."),
    )

    def __init__(self, *args, settings, **kwargs):
        super().__init__(*args, **kwargs)
        forms_offered = [(item.code, item.choice_label) for item in settings.forms.choosable]
        self.fields["form"].choices = forms_offered
        # The regulations begin with the commonest one.
        self.fields["form"].initial = forms_offered[0][0]
        self._offer_roles(settings.terms)
        kinds = [item for item in settings.kinds.items if item.enabled]
        self.fields["kinds"].choices = [(item.code, item.label) for item in kinds]
        word = settings.kinds.print_as
        self.fields["kinds"].label = (
            _("Kinds") if word == "виды" else _("Kinds (“%(word)s” in the regulation)") % {"word": word}
        )
        if settings.kinds.combinable:
            self.fields["kinds"].help_text = _("Several may be combined.")

    def _offer_roles(self, terms):
        """Roles such as «наставник-тьютор» beside the usual word; no field where mentors go by one name."""
        roles = [(role.code, role.word.nominative) for role in terms.mentor_roles]
        self.fields["mentor_role"].choices = [("", terms.mentor.nominative), *roles]
        if not roles:
            del self.fields["mentor_role"]


# A choice made on an earlier step: hidden on the last one, refused in words when it is not possible any more.
CHOSEN = {
    "required": _("Nobody is chosen yet. Go back and choose."),
    "invalid_choice": _("Somebody chosen is not free any more. Go back and choose again."),
    "invalid_pk_value": _("Somebody chosen is not free any more. Go back and choose again."),
}


class ProposalForm(TermsForm):
    """The last step of a proposal: the people chosen before, and the terms."""

    mentor = forms.ModelChoiceField(queryset=None, label=_("Mentor"), widget=forms.HiddenInput, error_messages=CHOSEN)
    mentee = SeveralRows(queryset=None, label=_("Mentees"), widget=forms.MultipleHiddenInput, error_messages=CHOSEN)
    direction = forms.ChoiceField(
        label=_("Direction"),
        choices=Direction.choices,
        initial=Direction.FORWARD,
        widget=forms.RadioSelect,
        help_text=_("Reverse: the younger one teaches the older one, beside the usual pair."),
    )
    override_reason = forms.CharField(
        label=_("Why a line manager"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("The mentor leads the mentee at work. Write why it should be this mentor.")},
        help_text=_("The mentor leads the mentee at work. The reason is kept with the pair."),
    )
    field_order = ["mentor", "mentee", "override_reason", "form", "kinds", "mentor_role", "direction"]

    def __init__(self, *args, organization, settings, leads=False, **kwargs):
        super().__init__(*args, settings=settings, **kwargs)
        if not leads:
            del self.fields["override_reason"]
        reverse = has_reverse(settings)
        self.fields["mentor"].queryset = mentors_to_choose(organization)
        self.fields["mentee"].queryset = mentees_to_choose(organization, with_reverse=reverse)
        if not reverse:
            del self.fields["direction"]

    def proposal(self):
        """The cleaned values as the service takes them."""
        values = dict(self.cleaned_data)
        return {
            "mentor_entry": values.pop("mentor"),
            "mentee_entries": list(values.pop("mentee")),
            "direction": values.pop("direction", Direction.FORWARD),
            **values,
        }


def has_reverse(settings):
    """Whether the regulation knows the reverse kind."""
    return any(item.code == REVERSE_KIND and item.enabled for item in settings.kinds.items)


class ChangeForm(TermsForm):
    """The terms with the version they were read in."""

    version = forms.IntegerField(widget=forms.HiddenInput)


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
    decided_on = _day_field(_("Decided on"))
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

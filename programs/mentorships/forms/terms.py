"""Proposing a pair, changing its terms, wishing others."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from programs.mentorships.selectors import mentees_to_choose, mentors_to_choose
from programs.mentorships.states import REVERSE_KIND, Direction


def day_field(label):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, error_messages={"invalid": _("Write the day like 01.09.2026.")})


class TermsForm(forms.Form):
    """Form, kinds, period and focus, in the words of the organization's regulation."""

    form = forms.ChoiceField(label=_("Who mentors whom (form)"), widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Choose at least one.")}
    )
    mentor_role = forms.ChoiceField(label=_("The mentor as"), widget=forms.RadioSelect, required=False)
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))
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


def manager_field():
    """The reason where whoever is chosen in the same form may be a line manager or led by one."""
    return forms.CharField(
        label=_("Why a line manager"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where the mentor leads the mentee at work. The reason is kept with the pair."),
    )


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
    both_ways = forms.BooleanField(
        label=_("And the other way round"),
        required=False,
        help_text=_("Two directions of one link: each is the mentor of the other. Both are proposed in this step."),
    )
    override_reason = forms.CharField(
        label=_("Why a line manager"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("The mentor leads the mentee at work. Write why it should be this mentor.")},
        help_text=_("The mentor leads the mentee at work. The reason is kept with the pair."),
    )
    field_order = ["mentor", "mentee", "override_reason", "form", "kinds", "mentor_role", "direction", "both_ways"]

    def __init__(self, *args, organization, settings, both_ways=False, leads=False, **kwargs):
        """``both_ways``: both people stand in both banks; ``leads``: the mentor is a line manager of a mentee."""
        super().__init__(*args, settings=settings, **kwargs)
        if not leads:
            del self.fields["override_reason"]
        reverse = has_reverse(settings)
        self.fields["mentor"].queryset = mentors_to_choose(organization)
        self.fields["mentee"].queryset = mentees_to_choose(organization, with_reverse=reverse)
        if not reverse:
            del self.fields["direction"]
        if not (reverse and both_ways):
            del self.fields["both_ways"]

    def proposal(self):
        """The cleaned values as the service takes them."""
        values = dict(self.cleaned_data)
        values.pop("both_ways", None)
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


class CounterForm(TermsForm):
    """The terms as the person would have them, and what the fields do not say."""

    words = forms.CharField(
        label=_("In your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What does not fit, and what would. The curator and the council read it."),
    )
    field_order = ["words"]

    def terms(self):
        """The wished terms by name."""
        return {name: value for name, value in self.cleaned_data.items() if name != "words"}


class CounterAnswerForm(forms.Form):
    """Why the terms stay as they are."""

    answer = forms.CharField(
        label=_("Why the terms stay"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it and then accepts or declines."),
    )

"""Proposing, answering, changing the terms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from people.accounts.passwords import PasswordCheckForm
from programs.mentorships.selectors import leads_anybody, mentees_to_choose, mentors_to_choose
from programs.mentorships.states import REVERSE_KIND, Direction, Feeling


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


def _reason_field(label, help_text=""):
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text)


class JoinForm(forms.Form):
    """Who comes into the group; a group at work also asks from which day."""

    mentee = forms.ModelChoiceField(
        queryset=None,
        label=_("Mentee"),
        empty_label=_("Choose"),
        help_text=_("Those of the bank without a mentor."),
        error_messages=CHOSEN,
    )
    override_reason = manager_field()
    starts_on = _day_field(_("First day in the group"))

    def __init__(self, *args, pair, is_at_work, **kwargs):
        super().__init__(*args, **kwargs)
        reverse = pair.direction == Direction.REVERSE
        rows = mentees_to_choose(pair.organization, with_reverse=reverse)
        rows = rows.exclude(employment__person=pair.mentor)
        rows = rows.filter(**{"has_reverse" if reverse else "has_mentor": False})
        self.fields["mentee"].queryset = rows
        if not leads_anybody(pair.organization, [pair.mentor_entry], rows):
            del self.fields["override_reason"]
        if not is_at_work:
            del self.fields["starts_on"]


class LeaveForm(forms.Form):
    """Who leaves the group and why; at work also with which day."""

    on = _day_field(_("Last day in the group"))
    reason = _reason_field(_("Reason"), _("Only those who keep the pairs will read it."))

    def __init__(self, *args, is_at_work, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_at_work:
            del self.fields["on"]


class KindsForm(forms.Form):
    """The kinds a group goes on with as a pair: those that are enough for one mentee."""

    kinds = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Choose at least one.")}
    )

    def __init__(self, *args, settings, **kwargs):
        super().__init__(*args, **kwargs)
        fitting = [item for item in settings.kinds.items if item.enabled and item.min_mentees <= 1]
        self.fields["kinds"].choices = [(item.code, item.label) for item in fitting]
        self.fields["kinds"].label = _("Kinds of the pair")


class SuspendForm(forms.Form):
    """From when to when the work rests, and why."""

    starts_on = _day_field(_("Rests from"))
    until = _day_field(_("Rests until"))
    reason = _reason_field(_("Reason"), _("Only those who keep the pairs will read it; both sides learn the days."))


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

    on = _day_field(_("Day of the meeting"))
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

"""Members who come and go, a group of one, a rest of the work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.mentorships.forms.terms import CHOSEN, day_field, manager_field
from programs.mentorships.selectors import leads_anybody, mentees_to_choose
from programs.mentorships.states import Direction


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
    starts_on = day_field(_("First day in the group"))

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

    on = day_field(_("Last day in the group"))
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

    starts_on = day_field(_("Rests from"))
    until = day_field(_("Rests until"))
    reason = _reason_field(_("Reason"), _("Only those who keep the pairs will read it; both sides learn the days."))

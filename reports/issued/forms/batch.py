"""Certificates for many: whom to choose from, and who is chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import school_year_label
from people.organizations.selectors import regulation_on
from programs.mentorships.states import MentorshipState
from reports.issued.forms.base import LINE, MOST_HOURS, text_area
from reports.issued.selectors import certified_pairs, of_school_year, participants_of
from reports.issued.states import Participation

YEARS_BACK = 5
WHOLE, RUNNING = "completed", "running"


class BatchChoiceForm(forms.Form):
    """The school year, the side and how far the work has come; read from the address."""

    year = forms.TypedChoiceField(label=_("School year"), coerce=int, required=False)
    role = forms.ChoiceField(
        label=_("To whom"), choices=[("", _("mentors and mentees")), *Participation.choices], required=False
    )
    standing = forms.ChoiceField(
        label=_("Work"),
        choices=[("", _("completed and going on")), (WHOLE, _("completed")), (RUNNING, _("going on"))],
        required=False,
    )

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization
        today = organization.today()
        self.settings = regulation_on(organization, today)
        self.this_year = self.settings.school_year_of(today)
        years = range(self.this_year, self.this_year - YEARS_BACK, -1)
        self.fields["year"].choices = [("", _("all")), *((year, school_year_label(year)) for year in years)]

    def participants(self):
        """Those who match; an address that cannot be read narrows nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        pairs = certified_pairs(self.organization)
        if said.get("year"):
            pairs = of_school_year(pairs, self.settings, said["year"])
        if said.get("standing"):
            completed = [MentorshipState.COMPLETED]
            pairs = (
                pairs.filter(state__in=completed) if said["standing"] == WHOLE else pairs.exclude(state__in=completed)
            )
        found = participants_of(pairs)
        return [one for one in found if not said.get("role") or one.role == said["role"]]


class BatchForm(forms.Form):
    """Who of those shown gets a certificate, and what all of them say."""

    chosen = forms.MultipleChoiceField(
        label=_("Who gets a certificate"),
        error_messages={
            "required": _("Tick at least one person."),
            "invalid_choice": _("Somebody chosen is in no pair that works or has completed. Choose again."),
        },
    )
    hours = forms.IntegerField(label=_("Hours"), required=False, min_value=1, max_value=MOST_HOURS)
    words = text_area(2, label=_("What else it says"), required=False, max_length=LINE)

    def __init__(self, *args, participants, **kwargs):
        super().__init__(*args, **kwargs)
        self.participants = {one.key: one for one in participants}
        self.fields["chosen"].choices = [(key, str(one)) for key, one in self.participants.items()]

    def people(self):
        """The chosen in the sequence in which they are shown."""
        chosen = set(self.cleaned_data["chosen"])
        return [one for key, one in self.participants.items() if key in chosen]

"""Planning a meeting and cancelling it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.lib.text import clean_text
from programs.council.forms.merging import MergingForm, PeopleField, PersonField
from programs.council.selectors import choosable_staff, kind_labels
from programs.council.services.planning import FIELDS
from programs.plans.forms import CleanTexts, DayInput

MOST_POINTS = 30
LONGEST_POINT = 500
HIGHEST_NUMBER = 999


class AgendaField(forms.CharField):
    """The points of an agenda, one to a line; the value is a list."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = [line.strip() for line in clean_text(super().clean(value)).splitlines() if line.strip()]
        if len(lines) > MOST_POINTS:
            message = _("%(n)s points at most. Put several matters into one point.")
            raise forms.ValidationError(message, params={"n": MOST_POINTS})
        if any(len(line) > LONGEST_POINT for line in lines):
            message = _("A point has %(n)s letters at most. Shorten it.")
            raise forms.ValidationError(message, params={"n": LONGEST_POINT})
        return lines


class MeetingForm(CleanTexts, MergingForm):
    """Who meets, when and where, who leads, who is invited, what about."""

    kind = forms.ChoiceField(label=_("Who meets"))
    title = forms.CharField(label=pgettext_lazy("meeting", "Topic"), max_length=300)
    number = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=HIGHEST_NUMBER,
        required=False,
        help_text=_("Of the minutes, within the school year. May be left empty."),
    )
    planned_on = forms.DateField(label=pgettext_lazy("meeting", "Day"), widget=DayInput)
    time = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=pgettext_lazy("meeting", "Place"), max_length=200, required=False)
    agenda = AgendaField(
        label=_("Agenda"), required=False, max_length=20_000, help_text=_("One point to a line, in their order.")
    )
    chair = PersonField(label=_("Chair"), queryset=None)
    secretary = PersonField(label=_("Secretary"), queryset=None)
    attendees = PeopleField(
        label=_("Who is invited"),
        queryset=None,
        required=False,
        help_text=_("They see the meeting and get a notice. The chair and the secretary are invited anyway."),
    )

    def __init__(self, *args, meeting, kinds, **kwargs):
        """``kinds`` are the sorts the writer may plan."""
        super().__init__(*args, **kwargs)
        labels = kind_labels(meeting.organization)
        self.fields["kind"].choices = [(code, label) for code, label in labels.items() if code in kinds]
        staff = choosable_staff(meeting)
        for name in ("chair", "secretary", "attendees"):
            self.fields[name].queryset = staff
        self.initial.setdefault("version", meeting.version)
        self.remember()

    @property
    def values(self):
        return {name: self.cleaned_data[name] for name in FIELDS}


def as_initial(meeting):
    """What the form of a meeting that stands starts with."""
    values = {name: getattr(meeting, name) for name in FIELDS if name not in ("chair", "secretary")}
    return values | {
        "chair": meeting.chair_id,
        "secretary": meeting.secretary_id,
        "agenda": list(meeting.points.values_list("title", flat=True)),
        "attendees": list(meeting.attendance.values_list("employment", flat=True)),
        "version": meeting.version,
    }


class CancelForm(CleanTexts, forms.Form):
    """Why a meeting does not take place."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The invited will read it."),
    )

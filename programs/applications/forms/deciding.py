"""The visa, the council, the decision with the password, the new mentor."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from people.accounts.passwords import PasswordCheckForm
from programs.applications.forms.filing import day_field, text_field
from programs.applications.selectors import days_of_effect, outcomes_of
from programs.applications.states import NEVER_REFUSED, OF_BOTH
from programs.council.models import Meeting
from programs.council.states import MeetingKind
from programs.mentorships.forms import manager_field
from programs.mentorships.selectors import leads_anybody, mentors_to_choose

GRANT, REFUSE = "grant", "refuse"


class MeetingChoice(forms.ModelChoiceField):
    """A meeting with its day."""

    def label_from_instance(self, meeting):
        return f"{date_numeric(meeting.held_on or meeting.planned_on)} · {meeting.title}"


def meetings_of(organization, *, ahead_only):
    """The sessions of the council: those still ahead, or all."""
    rows = Meeting.objects.filter(organization=organization, kind=MeetingKind.COUNCIL)
    return rows.planned() if ahead_only else rows


class VisaForm(forms.Form):
    """The word of the curator for the head, and the session of the council where it is asked."""

    remark = text_field(_("Remark"), help_text=_("The head and the council read it, the two sides do not."))

    def __init__(self, *args, organization, to_council, **kwargs):
        super().__init__(*args, **kwargs)
        if to_council:
            self.fields["meeting"] = MeetingChoice(
                label=_("Onto the agenda of"),
                queryset=meetings_of(organization, ahead_only=True),
                required=False,
                empty_label=_("No meeting: the council talks with them by itself"),
            )


class AgendaForm(forms.Form):
    """A session of the council that still lies ahead."""

    meeting = MeetingChoice(label=_("Meeting of the council"), queryset=None)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_of(organization, ahead_only=True)


class MediationForm(forms.Form):
    """What the council came to."""

    outcome = forms.ChoiceField(label=_("What the council came to"), widget=forms.RadioSelect)
    note = text_field(
        _("What was agreed on"),
        required=True,
        help_text=_("Both sides read it. Keep to what is agreed; the reason of the mentee is not told."),
    )
    meeting = MeetingChoice(
        label=_("Meeting of the council"), queryset=None, required=False, empty_label=_("Without a meeting")
    )

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = outcomes_of(application.kind)
        self.fields["meeting"].queryset = meetings_of(application.organization, ahead_only=False)
        self.fields["meeting"].initial = application.meeting_id


class DecisionForm(PasswordCheckForm):
    """Grant or refuse, the day where work ends, the resolution, the password."""

    decision = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect, choices=[(GRANT, _("Grant")), (REFUSE, _("Refuse"))]
    )
    takes_effect_on = day_field(_("From which day the work ends"), required=False)
    resolution = text_field(_("Resolution"), help_text=_("A refusal needs words; whoever asked reads them."))
    field_order = ["decision", "takes_effect_on", "resolution", "password"]

    def __init__(self, *args, application, settings, today, **kwargs):
        super().__init__(*args, **kwargs)
        if application.kind in NEVER_REFUSED:
            del self.fields["decision"]
            self.fields["resolution"].help_text = ""
        if application.kind in OF_BOTH:
            del self.fields["takes_effect_on"]
            return
        field = self.fields["takes_effect_on"]
        first, last = days_of_effect(application, settings, today)
        field.initial = min(max(first, application.wished_on or first), last)
        field.widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}
        if application.kind in NEVER_REFUSED:
            words = _("From %(first)s to %(last)s: by the notice and the wish of the mentor.")
            field.help_text = words % {"first": date_numeric(first), "last": date_numeric(last)}
        else:
            words = _("From %(first)s at the earliest: the notice of the employer (Labor Code, article 351.8).")
            field.help_text = words % {"first": date_numeric(first)}

    @property
    def values(self):
        """The keywords of `decide_application`."""
        data = dict(self.cleaned_data)
        data["granted"] = data.pop("decision", GRANT) == GRANT
        return data


class MentorChoice(forms.ModelChoiceField):
    """A mentor of the bank with post and places."""

    def label_from_instance(self, entry):
        free = max(entry.places - entry.taken, 0)
        words = _("%(name)s, %(post)s · free places: %(free)s")
        work = entry.employment
        return words % {"name": work.person.full_name, "post": work.post, "free": free}


class SuccessorForm(forms.Form):
    """Who takes over, from when to when."""

    mentor_entry = MentorChoice(label=_("New mentor"), queryset=None, widget=forms.RadioSelect, empty_label=None)
    override_reason = manager_field()
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))
    focus = forms.CharField(label=_("What to work on"), max_length=300, required=False)

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        pair = application.mentorship
        rows = mentors_to_choose(application.organization).exclude(pk=pair.mentor_entry_id)
        self.fields["mentor_entry"].queryset = rows
        members = [application.member] if application.member else pair.current_members
        if not leads_anybody(application.organization, rows, [member.mentee_entry for member in members]):
            del self.fields["override_reason"]

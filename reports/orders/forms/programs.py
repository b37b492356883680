"""Which programs go into an order on programs (O5) or on their results (O11), and what it says beside."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows
from people.organizations.selectors import regulation_on
from programs.council.models import Meeting
from programs.plans.models import Program
from reports.orders.forms.days import day_field
from reports.orders.selectors import approvable_programs, closing_pairs, ended_programs, needs_review, reviews_of

GONE = _("Something chosen does not wait for an order any more. Choose again.")
# How long after the order the materials are published, unless told otherwise.
DAYS_TO_PUBLISH = 14


class MeetingField(forms.ModelChoiceField):
    """One of the held meetings, by the number and the day of its minutes."""

    def __init__(self, **options):
        messages = {"invalid_choice": _("This meeting is not marked as held any more. Choose another one.")}
        values = {"required": False, "empty_label": _("no minutes are cited"), "error_messages": messages}
        super().__init__(Meeting.objects.none(), **(values | options))

    def label_from_instance(self, meeting):
        number = f"№\u00a0{meeting.number}, " if meeting.number else ""
        return f"{number}{date_numeric(meeting.held_on)}: {meeting.title}"


class _ProgramsForm(forms.Form):
    """``order`` is the draft that holds some of the programs already; ``asked`` are keys the address asks for."""

    programs = SeveralRows(
        Program.objects.none(),
        label=_("Programs"),
        error_messages={
            "required": _("Choose at least one program."),
            "invalid_choice": GONE,
            "invalid_pk_value": GONE,
        },
    )

    def __init__(self, *args, organization, order=None, asked=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = list(self.waiting_for(organization, order))
        self.fields["programs"].queryset = Program.objects.filter(pk__in=[row.pk for row in self.waiting])
        self.held = set(order.program_lines.values_list("program", flat=True)) if order else set()
        known = {row.pk for row in self.waiting}
        self.asked = {int(key) for key in asked if key.isdecimal() and int(key) in known}

    @property
    def ticked(self):
        """The keys shown as chosen: what was sent, else what the address asks for or the draft holds, or as usual."""
        if self.is_bound:
            return {int(key) for key in self.data.getlist("programs") if key.isdecimal()}
        return self.asked or self.held or self.usual()

    @property
    def further(self):
        """The fields beside the list."""
        return [self[name] for name in self.fields if name != "programs"]

    def chosen(self):
        """The chosen programs in the sequence in which they are shown."""
        keys = {row.pk for row in self.cleaned_data["programs"]}
        return [row for row in self.waiting if row.pk in keys]


class ApprovalForm(_ProgramsForm):
    """Programs agreed by all, and the session of the council that reviewed them."""

    meeting = MeetingField(label=_("Minutes of the council"))

    def __init__(self, *args, organization, order=None, **kwargs):
        initial = {"meeting": order.details.get("meeting")} if order else {}
        super().__init__(*args, organization=organization, order=order, initial=initial, **kwargs)
        sessions = reviews_of(organization)
        self.fields["meeting"].queryset = sessions
        if needs_review(organization):
            self.fields["meeting"].required = True
            self.fields["meeting"].help_text = _("By the regulation the council reviews programs before the approval.")
        elif not sessions:
            del self.fields["meeting"]

    def waiting_for(self, organization, order):
        return approvable_programs(organization, order)

    def usual(self):
        return {row.pk for row in self.waiting}

    def contents(self):
        """The cleaned values as the services take them."""
        return {"programs": self.chosen(), "meeting": self.cleaned_data.get("meeting")}


class ResultsForm(_ProgramsForm):
    """Programs that have ended, the analytical note, and by when the materials are published."""

    note = forms.BooleanField(
        label=_("Approve an analytical note"),
        required=False,
        help_text=_("An annex with the figures of today: programs, events, pairs."),
    )
    publish_by = day_field(
        label=_("Materials are published by"),
        required=False,
        help_text=_("Left empty: the order says nothing of the publication."),
    )

    def __init__(self, *args, organization, order=None, **kwargs):
        self.organization = organization
        day = organization.today() + timedelta(days=DAYS_TO_PUBLISH)
        known = {name: order.details.get(name) for name in ("note", "publish_by")} if order else {"publish_by": day}
        super().__init__(*args, organization=organization, order=order, initial=known, **kwargs)
        rules = regulation_on(organization, organization.today()).publication
        if rules.timing != "after_completion":
            self.fields["publish_by"].help_text = _(
                "By the regulation materials are published as they are ready, at the latest on this day. Left empty: "
                "the order says nothing of the publication."
            )

    def waiting_for(self, organization, order):
        return ended_programs(organization, order)

    def usual(self):
        """Those with which a pair at work is done."""
        rows = Program.objects.filter(pk__in=[row.pk for row in self.waiting])
        return set(closing_pairs(rows).values_list("pk", flat=True))

    def clean_publish_by(self):
        day = self.cleaned_data["publish_by"]
        if day and day < self.organization.today():
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        return day

    def contents(self):
        """The cleaned values as the services take them."""
        values = self.cleaned_data
        return {"programs": self.chosen(), "note": values["note"], "publish_by": values["publish_by"]}

"""What an order on a report (O14) is made of: a report, a SWOT analysis, or whoever answers for personal data."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from people.organizations.selectors import regulation_on
from people.staff.forms.choosing import OnePerson
from programs.appointments.states import Duty
from reports.documents.reporting import RESPONSIBLE
from reports.monitoring.scope import year_start
from reports.orders.forms.days import day_field
from reports.orders.forms.founding import FoundingForm
from reports.orders.forms.programs import MeetingField
from reports.orders.selectors import held_meetings

TITLE_LENGTH, TEXT_LENGTH = 150, 4000
# The name of the document, which the order writes itself: «Отчёт о работе» goes on as «о работе».
DOCUMENT_NAME = re.compile(r"^(аналитический\s+)?(отч[её]т|swot[-\s]*анализ)\s+", re.IGNORECASE)


def _text(label, **options):
    return forms.CharField(label=label, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 4}), **options)


class _PeriodForm(forms.Form):
    """What a report and a SWOT analysis share; ``order`` is the draft composed anew."""

    what = ""
    title = forms.CharField(
        label=_("On what"),
        max_length=TITLE_LENGTH,
        help_text=_("As it goes on after the name of the document; the period is added."),
    )
    starts_on = day_field(label=_("First day of the period"))
    ends_on = day_field(
        label=_("Last day of the period"),
        help_text=_("The figures in the annex are those of this day, of the school year up to it."),
    )
    meeting = MeetingField(label=_("Considered at the meeting"))

    def __init__(self, *args, organization, order=None, **kwargs):
        day = organization.today()
        known = {"starts_on": year_start(regulation_on(organization, day), day), "ends_on": day}
        if order and order.details.get("what") == self.what:
            known = {name: value for name, value in order.details.items() if name in self.base_fields}
        super().__init__(*args, initial=known, **kwargs)
        meetings = held_meetings(organization)
        self.fields["meeting"].queryset = meetings
        if not meetings:
            del self.fields["meeting"]

    def clean_title(self):
        return DOCUMENT_NAME.sub("", self.cleaned_data["title"])

    def contents(self):
        """The cleaned values as the services take them."""
        values = dict(self.cleaned_data)
        meeting = values.pop("meeting", None)
        return {"what": self.what} | values, meeting


class ReportForm(_PeriodForm):
    """The analytical report of a period: conclusions, and the figures with it."""

    what = "report"
    conclusions = _text(
        _("Conclusions"), required=False, help_text=_("Stand in the annex before the figures, each line a paragraph.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("title", "о реализации системы наставничества педагогических работников")


class SwotForm(_PeriodForm):
    """The SWOT analysis of a period."""

    what = "swot"
    strengths = _text(_("Strengths"), help_text=_("Inside the organization; each line one point."))
    weaknesses = _text(_("Weaknesses"))
    opportunities = _text(_("Opportunities"), help_text=_("From outside; each line one point."))
    threats = _text(_("Threats"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("title", "реализации системы наставничества педагогических работников")


class ResponsibleForm(FoundingForm):
    """Who answers for the processing of personal data (152-FZ art. 22.1), and whose duty ends with it."""

    duties = (Duty.PERSONAL_DATA,)

    @property
    def takes_over(self):
        """One person at a time."""
        return True

    def add_people(self):
        self.fields["responsible"] = OnePerson(self.staff, label=_("Responsible for personal data"))
        self.order_fields(["responsible", "starts_on", "ends_on"])

    def initial_of(self, content):
        first = next(iter(content.appointments), None)
        return super().initial_of(content) | {"responsible": first and first.employment_id}

    def appointments(self):
        yield self.wanted(self.cleaned_data["responsible"], Duty.PERSONAL_DATA, RESPONSIBLE)

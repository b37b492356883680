"""The forms of the orders made of lines: O9, O10, O12, O13, O15."""

from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import add_months, school_year_label
from mentoring.lib.fields import SeveralRows
from people.consents.models import Agreement
from people.surveys.models import Campaign
from reports.documents.lines.particulars import (
    EncouragementParticulars,
    FinalEventParticulars,
    MonitoringParticulars,
    PaymentParticulars,
    ProgramRow,
    ReleaseParticulars,
)
from reports.orders.forms.days import day_field
from reports.orders.forms.lines.base import LinesForm, Sort
from reports.orders.forms.lines.rows import AwardRow, OfStaff, PayRow, ProgramRowForm, ReleaseRow, SeatRow, row_set
from reports.orders.selectors import first_unpaid_day, unpaid_agreements

TEXT_LENGTH = 500
STAGES = [("1", _("first: the process")), ("2", _("second: what it changes for those who take part"))]
OTHER = "other"


def hour_field(**options):
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(widget=widget, error_messages={"invalid": _("Write the hour like 14:00.")}, **options)


def responsible_field():
    return OfStaff(label=_("Who answers for it"))


class MonitoringForm(LinesForm):
    """O9: the period, the surveys or what else, who answers for it, until when the note comes."""

    starts_on = day_field(label=_("From"))
    ends_on = day_field(label=_("To"))
    stages = forms.MultipleChoiceField(
        label=_("Stages of the monitoring"), choices=STAGES, widget=forms.CheckboxSelectMultiple
    )
    campaigns = SeveralRows(
        Campaign.objects.none(), label=_("Surveys"), required=False, widget=forms.CheckboxSelectMultiple
    )
    instrument = forms.CharField(
        label=_("By what else"),
        max_length=TEXT_LENGTH,
        required=False,
        help_text=_("As the order lists it, for example: листы посещения занятий, анализ планов."),
    )
    responsible = responsible_field()
    report_on = day_field(label=_("Note on the results until"))

    def prepare(self):
        self.fields["campaigns"].queryset = Campaign.objects.filter(organization=self.organization)
        if not self.fields["campaigns"].queryset.exists():
            del self.fields["campaigns"]
        if not self.settings.monitoring.two_stage:
            del self.fields["stages"]

    def proposed(self):
        chosen = [key for key in self.asked.getlist("campaign") if key.isdecimal()]
        return super().proposed() | {"stages": ["1", "2"], "campaigns": chosen} | self._month_asked()

    def _month_asked(self):
        """The days of the month an address asks for (2027-04) and the surveys open in it; nothing for no month."""
        try:
            first = datetime.strptime(self.asked.get("month", ""), "%Y-%m").date()
        except ValueError:
            return {}
        last = add_months(first, 1) - timedelta(days=1)
        rows = Campaign.objects.filter(organization=self.organization, opens_on__lte=last, closes_on__gte=first)
        days = {"starts_on": max(first, min(self.day, last)), "ends_on": last}
        return days | {"campaigns": [str(key) for key in rows.values_list("pk", flat=True)]}

    def initial_of(self, order):
        stages = [str(stage) for stage in order.details.get("stages", ())]
        return {"stages": stages, "campaigns": [campaign.pk for campaign in order.campaigns.all()]}

    def particulars(self):
        data = self.cleaned_data
        return MonitoringParticulars(
            **{name: data[name] for name in ("starts_on", "ends_on", "report_on", "instrument")},
            stages=tuple(int(stage) for stage in data.get("stages", ())),
        )


class FinalEventForm(LinesForm):
    """O10: what closes the year, when and where, its program, the committee and the jury, who answers for it."""

    sorts = {
        "program": Sort(row_set(ProgramRowForm), _("Program of the event"), _("Add a row of the program")),
        "people": Sort(row_set(SeatRow), _("Committee and jury"), _("Add a person")),
    }
    columns = ("code", "note")
    type = forms.ChoiceField(label=_("What it is"))
    type_words = forms.CharField(
        label=_("In other words"),
        max_length=200,
        required=False,
        help_text=_("Where none of the list fits, for example: фестиваль уроков."),
    )
    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("Without quotation marks."))
    held_on = day_field(label=_("Day of the event"))
    begins_at = hour_field(label=_("Begins at"), required=False)
    place = forms.CharField(label=_("Place"), max_length=200)
    responsible = responsible_field()

    def prepare(self):
        self.types = {item.code: item.label for item in self.settings.final_event.types}
        self.fields["type"].choices = [*self.types.items(), (OTHER, _("something else"))]

    def initial_of(self, order):
        known = order.details["type"] in self.types
        return {} if known else {"type": OTHER}

    def clean(self):
        data = super().clean()
        if data.get("type") == OTHER and not data.get("type_words"):
            self.add_error("type_words", _("Write what it is, or choose from the list."))
        return data

    def rows_of(self, name, order):
        return order.details["program"] if name == "program" else super().rows_of(name, order)

    def particulars(self):
        data = self.cleaned_data
        names = ("type", "title", "held_on", "begins_at", "place")
        rows = [row.cleaned_data for _place, row in self.lines["program"].filled()]
        words = data["type_words"] if data["type"] == OTHER else self.types[data["type"]]
        return FinalEventParticulars(
            **{name: data[name] for name in names},
            type_words=words,
            program=tuple(ProgramRow(**row) for row in rows),
        )


class EncouragementForm(LinesForm):
    """O12: for what, on what ground, and who gets what."""

    sorts = {"people": Sort(row_set(AwardRow), _("Who is encouraged"), _("Add a person"))}
    columns = ("code", "note")
    merit = forms.CharField(label=_("For what"), max_length=300, help_text=_("Begins with «за»."))
    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        help_text=_("As the order says it: по итогам…, на основании представления…"),
    )

    def proposed(self):
        year = school_year_label(self.settings.school_year_of(self.day))
        return {
            "merit": "за высокие результаты в наставнической деятельности",
            "ground": f"по итогам наставнической деятельности в {year} учебном году",
        }

    def proposed_rows(self, name):
        return [{"employment": key} for key in self.asked.getlist("person") if key in self.staff.by_key]

    def particulars(self):
        return EncouragementParticulars(merit=self.cleaned_data["merit"], ground=self.cleaned_data["ground"])


class PaymentForm(LinesForm):
    """O13: who is paid how much from when to when, and out of what."""

    sorts = {
        "people": Sort(
            row_set(PayRow),
            _("Who is paid"),
            _("Add a person"),
            _("Each of them reads an extract with the own line only; the agreement in force is found by itself."),
        )
    }
    columns = ("amount", "unit", "starts_on", "ends_on")
    source = forms.CharField(
        label=_("Out of what it is paid"),
        max_length=300,
        help_text=_("Goes on after «за счёт», for example: средств фонда оплаты труда."),
    )

    @property
    def has_agreements(self):
        """Whether anybody has an agreement to be paid by."""
        return Agreement.objects.filter(organization=self.organization, state__in=("signed", "in_force")).exists()

    def proposed(self):
        return {"source": "средств фонда оплаты труда"}

    def proposed_rows(self, name):
        """Whoever works as a mentor for pay by an agreement in force and has no order on it yet."""
        rows = unpaid_agreements(self.organization, self.day).order_by("employment__person__search_key", "pk")
        return [
            {
                "employment": row.employment_id,
                "amount": row.payment_amount,
                "unit": row.payment_kind,
                "starts_on": first_unpaid_day(row),
                "ends_on": row.last_day,
            }
            for row in rows
            if str(row.employment_id) in self.staff.by_key
        ]

    def particulars(self):
        return PaymentParticulars(source=self.cleaned_data["source"])


class ReleaseForm(LinesForm):
    """O15: the event, its days and hours, who is released and who does the work meanwhile."""

    sorts = {"people": Sort(row_set(ReleaseRow), _("Who is released"), _("Add a person"))}
    event = forms.CharField(label=_("Event"), max_length=300, help_text=_("Its title, without quotation marks."))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    first_on = day_field(label=_("Day of the event"))
    last_on = day_field(label=_("Last day"), required=False, help_text=_("Left empty: one day."))
    begins_at = hour_field(label=_("From what hour"), required=False, help_text=_("Left empty: the whole day."))
    ends_at = hour_field(label=_("To what hour"), required=False)
    keeps_pay = forms.BooleanField(label=_("The pay is kept"), required=False)

    def proposed(self):
        return {"keeps_pay": True}

    def particulars(self):
        data = self.cleaned_data
        names = ("event", "place", "first_on", "begins_at", "ends_at", "keeps_pay")
        return ReleaseParticulars(**{name: data[name] for name in names}, last_on=data["last_on"] or data["first_on"])

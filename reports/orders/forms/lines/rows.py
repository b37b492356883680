"""Lines of a form: one person or one row of a program each, added and removed without script."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.fields import LONGEST_KEY
from people.consents.states import PaymentKind
from people.staff.forms.choosing import GONE, OnePerson, person_and_post
from people.staff.models import Employment
from people.staff.selectors import last_day_words
from reports.documents.lines.encouragement import awards_of
from reports.documents.lines.particulars import COMMITTEE, COMMITTEE_CHAIR, JURY, JURY_CHAIR
from reports.orders.forms.days import day_field

ROWS = 60
NOTE_LENGTH = 300
SEATS = [
    (COMMITTEE_CHAIR, gettext_lazy("chair of the committee")),
    (COMMITTEE, gettext_lazy("member of the committee")),
    (JURY_CHAIR, gettext_lazy("chair of the jury")),
    (JURY, gettext_lazy("member of the jury")),
]


class Staff:
    """Whoever works in an organization on a day, read once for all lines of a page."""

    def __init__(self, organization, day):
        self.organization = organization
        rows = Employment.objects.active_on(day).filter(organization=organization)
        self.queryset = rows.select_related("person", "organization").order_by("person__search_key", "pk")

    @cached_property
    def by_key(self):
        return {str(row.pk): row for row in self.queryset}

    @cached_property
    def choices(self):
        return [("", _("nobody chosen")), *((key, person_and_post(row)) for key, row in self.by_key.items())]

    def gone(self, key):
        """Why somebody of this organization cannot be chosen, by name; the usual sentence for anybody else."""
        known = Employment.objects.filter(organization=self.organization).select_related("person", "organization")
        row = known.filter(pk=key).first() if key.isdecimal() and len(key) <= LONGEST_KEY else None
        if row is None or row.ends_on is None:
            return GONE
        return last_day_words(row, _("Choose somebody else, or take the line out."))


class OfStaff(OnePerson):
    """One of the staff of today; ``take`` gives it the list."""

    def __init__(self, **options):
        super().__init__(Employment.objects.none(), **options)

    def take(self, staff):
        self.staff, self.queryset = staff, staff.queryset
        self.widget.choices = staff.choices

    def to_python(self, value):
        if value in self.empty_values:
            return None
        key = str(getattr(value, "pk", value))
        if key not in self.staff.by_key:
            raise ValidationError(self.staff.gone(key), code="invalid_choice")
        return self.staff.by_key[key]


class Row(forms.Form):
    """One line; ``main`` is the field without which it is no line, an empty one is left out."""

    main = "employment"

    def __init__(self, *args, staff, settings, **kwargs):
        super().__init__(*args, **kwargs)
        self.prepare(settings)
        for field in self.fields.values():
            if isinstance(field, OfStaff):
                field.take(staff)

    def prepare(self, settings):
        """Give the fields what the regulation decides."""

    # What stands in a fresh line anyway.
    preset = ()

    @property
    def is_empty(self):
        """Whether nobody has filled anything in."""
        return not any(value for name, value in self.cleaned_data.items() if name not in self.preset)

    def clean(self):
        data = super().clean()
        if self.main in self.errors or self.is_empty or data.get(self.main):
            return data
        self.add_error(self.main, _("Fill this in, or empty the line."))
        return data


class PersonRow(Row):
    """A line about one of the staff."""

    employment = OfStaff(label=gettext_lazy("Person"), required=False)


class SeatRow(PersonRow):
    """Who sits in the committee or the jury of an event."""

    preset = ("code",)
    code = forms.ChoiceField(label=gettext_lazy("As whom"), choices=SEATS, initial=COMMITTEE)
    note = forms.CharField(
        label=gettext_lazy("In other words"),
        max_length=NOTE_LENGTH,
        required=False,
        help_text=gettext_lazy("As the annex says it, for example: секретарь комитета."),
    )


class AwardRow(PersonRow):
    """Who gets which encouragement."""

    preset = ("code",)
    code = forms.ChoiceField(label=gettext_lazy("Encouragement"))
    note = forms.CharField(
        label=gettext_lazy("For what, if something of its own"),
        max_length=NOTE_LENGTH,
        required=False,
        help_text=gettext_lazy("Begins with «за»."),
    )

    def prepare(self, settings):
        self.awards = {award.code: award.label for award in awards_of(settings)}
        self.fields["code"].choices = list(self.awards.items())

    def words(self):
        """The encouragement as the list calls it today, kept with the line."""
        return {"words": self.awards[self.cleaned_data["code"]]}


class PayRow(PersonRow):
    """Who is paid how much from when to when; what is left empty comes from the agreement."""

    preset = ("unit",)
    amount = forms.DecimalField(
        label=gettext_lazy("How much"),
        max_digits=9,
        decimal_places=2,
        min_value=0.01,
        required=False,
        help_text=gettext_lazy("Left empty: as the agreement says."),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Counted in"),
        choices=[choice for choice in PaymentKind.choices if choice[0] != PaymentKind.NONE],
        initial=PaymentKind.SUM,
    )
    starts_on = day_field(label=gettext_lazy("From"), required=False)
    ends_on = day_field(
        label=gettext_lazy("To"), required=False, help_text=gettext_lazy("Left empty: as long as the agreement lasts.")
    )

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first one. Check both days."))
        return data


class ReleaseRow(PersonRow):
    """Who is released, and who does the work meanwhile."""

    substitute = OfStaff(label=gettext_lazy("Who does the work meanwhile"), required=False)


class ProgramRowForm(Row):
    """A row of the program of an event."""

    main = "what"
    time = forms.CharField(label=gettext_lazy("Time"), max_length=40, required=False)
    what = forms.CharField(label=gettext_lazy("What"), max_length=500, required=False)
    who = forms.CharField(label=gettext_lazy("Who"), max_length=NOTE_LENGTH, required=False)


class RowSet(forms.BaseFormSet):
    """The lines of one sort; ``filled`` are those somebody has written something in, with their places."""

    def filled(self):
        return [(place, row) for place, row in enumerate(self.forms) if not row.is_empty]


def row_set(row):
    """A class of lines; one more than is taken is read, the rest of a forged number of lines is never made."""
    return forms.formset_factory(row, formset=RowSet, extra=0, max_num=ROWS, absolute_max=ROWS + 1, validate_max=True)

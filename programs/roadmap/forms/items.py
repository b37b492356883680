"""The form of an item: its wording, its structured date, who answers for it."""

from django import forms
from django.db.models import Q
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from pydantic import ValidationError as DateError

from mentoring.lib.fields import limit_texts
from people.accounts.states import GIVEN_ROLES, Role
from people.organizations.regulations import ItemDate
from people.staff.forms.choosing import SeveralPeople
from people.staff.models import Employment
from programs.roadmap.dating import as_json, date_of, windows_of
from programs.roadmap.models import Item

BY_HAND = ""
SHAPES = [
    (BY_HAND, _("days given by hand")),
    ("month", _("a month")),
    ("day", _("a day")),
    ("range", _("from one point to another")),
    ("list", _("several separate points")),
    ("annual", _("repeats every year")),
    ("open", _("no date, through the year")),
]
REPEATED = [("", "–"), *(shape for shape in SHAPES if shape[0] in ("month", "day", "range", "list"))]
CONTINUES = [
    ("no", _("nothing more")),
    ("as_needed", _("as needed")),
    ("through_year", _("goes on through the year")),
]
ANSWERING = [role for role in (*GIVEN_ROLES, Role.MENTOR, Role.MENTEE, Role.STAFF) if role != Role.OBSERVER]
MOST_POINTS = 12
# Fields that are shown only where the regulation has their column.
COLUMNS = {"activity": "activity", "planned_result": "result", "document": "document"}


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class PointForm(forms.Form):
    """One point of a date: a month, or a day of it."""

    month = forms.TypedChoiceField(label=_("Month"), coerce=int, empty_value=None, required=False)
    day = forms.IntegerField(label=pgettext_lazy("of a month", "Day"), min_value=1, max_value=31, required=False)
    preparatory = forms.BooleanField(label=_("before the school year begins"), required=False)
    year = forms.TypedChoiceField(label=_("Year of the roadmap"), coerce=int, empty_value=1, required=False)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [("", "–"), *((number, name) for number, name in MONTHS.items())]
        self.fields["year"].choices = [(year, str(year)) for year in range(1, years + 1)]
        if years == 1:
            del self.fields["year"]

    def clean(self):
        data = super().clean()
        if data.get("day") and not data.get("month") and "month" not in self.errors:
            self.add_error("month", _("Choose the month of this day."))
        return data


# One more than is taken: the rest of a forged number of rows is never made.
PointFormSet = forms.formset_factory(
    PointForm, extra=2, max_num=MOST_POINTS, absolute_max=MOST_POINTS + 1, validate_max=True
)


class ItemForm(forms.ModelForm):
    """The wording, the date and who answers; ``version`` tells which text was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    shape = forms.ChoiceField(label=_("Kind of date"), choices=SHAPES, required=False)
    repeats = forms.ChoiceField(
        label=_("What repeats"),
        choices=REPEATED,
        required=False,
        help_text=_("Only for a date that repeats every year."),
    )
    continues = forms.ChoiceField(label=_("And after that"), choices=CONTINUES, required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles that answer"),
        choices=[(role.value, role.label) for role in ANSWERING],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Whoever has one of these roles finds the item among “Mine”."),
    )
    people = SeveralPeople(
        label=_("Persons who answer"),
        queryset=Employment.objects.none(),
        required=False,
        help_text=_("Paper prints only the words of the field “Responsible”."),
    )

    class Meta:
        model = Item
        fields = [
            "content",
            "activity",
            "lead",
            "mark",
            "when_text",
            "starts_on",
            "due_on",
            "responsible",
            "planned_result",
            "document",
        ]
        widgets = {
            "content": _lines(3),
            "activity": _lines(2),
            "lead": _lines(2),
            "when_text": _lines(1),
            "responsible": _lines(1),
            "planned_result": _lines(2),
            "document": _lines(1),
            "starts_on": _day_input(),
            "due_on": _day_input(),
        }
        labels = {"starts_on": _("First day"), "due_on": _("Last day"), "content": _("What is done")}
        help_texts = {
            "when_text": _("As paper prints it, for example: сентябрь, январь."),
            "due_on": _("After this day the item is overdue. Leave it empty for work that lasts all year."),
            "responsible": _("The post as paper prints it, without a name."),
            "lead": _("An introduction above the item, for example: Подготовка и принятие локальных актов:"),
            "mark": _("For example: 1) or –"),
        }

    def __init__(self, *args, roadmap, rules, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.roadmap, self.year_start = roadmap, rules.school_year_start.as_tuple()
        self.windows = ()
        for name, column in COLUMNS.items():
            if not getattr(rules.roadmap.columns, column):
                del self.fields[name]
        self.fields["people"].queryset = _staff(actor, self.instance)
        limit_texts(self.fields)
        self._fill()

    def _fill(self):
        """Show the structured date and those who answer as they stand."""
        date = date_of(self.instance) if self.instance.pk else None
        duties = list(self.instance.duties.all()) if self.instance.pk else []
        self.initial |= {
            "roles": [duty.role for duty in duties if duty.role] or ([] if duties else [self.instance.role]),
            "people": [duty.employment_id for duty in duties if duty.employment_id],
        }
        if date is None:
            self.initial |= {"shape": BY_HAND if self.instance.pk else "month", "continues": "no"}
        else:
            self.initial |= {"shape": date.shape, "repeats": date.of or "", "continues": date.continues}
            self.windows = windows_of(date, self.roadmap, self.year_start)
        # An address that sends no points at all means none.
        data = self.data if "points-TOTAL_FORMS" in self.data else None
        # What was sent is read as it is: against the points that stand, those left alone would count as empty.
        points = [point.model_dump() for point in date.points] if date and data is None else []
        form_kwargs = {"years": self.roadmap.years}
        self.points = PointFormSet(data, prefix="points", initial=points, form_kwargs=form_kwargs)

    @property
    def basic(self):
        return [self[name] for name in ("content", "activity", "planned_result", "document") if name in self.fields]

    @property
    def dating(self):
        return [self[name] for name in ("shape", "repeats")]

    @property
    def worded(self):
        return [self[name] for name in ("continues", "when_text")]

    @property
    def by_hand(self):
        return [self[name] for name in ("starts_on", "due_on")]

    @property
    def answering(self):
        return [self[name] for name in ("responsible", "roles", "people")]

    @property
    def printed(self):
        return [self[name] for name in ("lead", "mark")]

    def clean(self):
        data = super().clean()
        if data.get("shape"):
            self._check_no_days_by_hand(data)
            self._clean_date(data)
            return data
        starts_on, due_on = data.get("starts_on"), data.get("due_on")
        if starts_on and not due_on and "due_on" not in self.errors:
            self.add_error("due_on", _("Give the last day too, or leave both days empty."))
        if starts_on and due_on and due_on < starts_on:
            self.add_error("due_on", _("The last day is before the first. Check both days."))
        data["date"] = {}
        self.windows = ((starts_on, due_on),) if due_on and not self.errors else ()
        return data

    def _check_no_days_by_hand(self, data):
        """Days typed beside a kind of date would count for nothing, so it must be said which of the two counts."""
        typed = [name for name in ("starts_on", "due_on") if name in self.changed_data and data.get(name)]
        if typed:
            message = _("A kind of date is chosen, so these days do not count. Choose “%(kind)s” or clear them.")
            self.add_error(typed[0], message % {"kind": SHAPES[0][1]})

    def _clean_date(self, data):
        """Put the fields together into one structured date; what does not fit is said beside the kind of date."""
        if self.points.is_bound and not self.points.is_valid():
            self.add_error("shape", _("Check the months and days below."))
            return
        if not data.get("when_text"):
            if "when_text" not in self.errors:
                self.add_error("when_text", _("Write the date in words, as paper prints it."))
            return
        is_annual = data["shape"] == "annual"
        try:
            date = ItemDate(
                shape=data["shape"],
                of=(data.get("repeats") or None) if is_annual else None,
                wording=data["when_text"],
                points=self._points(),
                continues=data.get("continues") or "no",
            )
        except DateError as error:
            for sentence in _sentences(error):
                self.add_error("repeats" if is_annual and not data.get("repeats") else "shape", sentence)
            return
        data["date"] = as_json(date)
        self.windows = windows_of(date, self.roadmap, self.year_start)
        data["starts_on"], data["due_on"] = self.windows[0]

    def _points(self):
        if not self.points.is_bound:
            return ()
        rows = [row for row in self.points.cleaned_data if row.get("month")]
        return tuple({name: value for name, value in row.items() if value is not None} for row in rows)

    def _post_clean(self):
        """The service writes the row; a model half-changed here would hide the text that stands."""

    def values(self):
        names = [name for name in self.Meta.fields if name in self.fields]
        return {name: self.cleaned_data[name] for name in (*names, "date", "roles", "people")}


def _staff(actor, item):
    """Those who work here today, and whoever answers for the item already."""
    rows = Employment.objects.visible_to(actor).select_related("person")
    present = rows.active_on(actor.today())
    if not item.pk:
        return present
    return rows.filter(Q(pk__in=present.values("pk")) | Q(pk__in=item.duties.values("employment")))


def _sentences(error):
    """The sentences a structured date refuses itself with."""
    for details in error.errors():
        reason = details.get("ctx", {}).get("error")
        yield str(reason) if reason else _("This value does not fit. Check the month and the day.")

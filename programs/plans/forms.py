"""Starting, writing, marking, returning and ending."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows, limit_texts
from mentoring.lib.text import clean_text
from mentoring.lib.uploads import DOCUMENTS, check_upload
from people.banks.models import Direction
from people.banks.states import Level
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import program_term_words
from programs.plans.models import Event, Program, ProgramTemplate
from programs.plans.selectors import colleagues_of
from programs.plans.states import EventState

LONGEST_PART = 10_000
MOST_FILES_AT_ONCE = 10
TALL = {"rows": 4}


class DayInput(forms.DateInput):
    """The calendar of the browser; its value is always year-month-day."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class CleanTexts:
    """Every text comes without invisible and control characters, with one kind of line break."""

    def clean(self):
        data = super().clean() or self.cleaned_data
        return {name: clean_text(value) if isinstance(value, str) else value for name, value in data.items()}


class TemplateChoice(forms.ModelChoiceField):
    """A template with its length and the number of its events."""

    def label_from_instance(self, template):
        events = ngettext_lazy("%(n)s event", "%(n)s events", "n") % {"n": len(template.events)}
        months = ngettext_lazy("%(n)s month", "%(n)s months", "n") % {"n": template.months}
        return f"{template.title} · {months}, {events}"


class StartForm(CleanTexts, forms.Form):
    """From which template, under which title, from when to when."""

    template = TemplateChoice(
        label=_("Template"),
        queryset=None,
        required=False,
        blank=True,
        empty_label=_("An empty page"),
        widget=forms.RadioSelect,
        help_text=_("Parts and events of the template are copied; everything can be changed afterwards."),
    )
    title = forms.CharField(
        label=_("Title"), max_length=200, required=False, help_text=_("Left empty, it is the template's.")
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput)
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput)

    def __init__(self, *args, organization, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["template"].queryset = ProgramTemplate.objects.filter(organization=organization)
        self.fields["ends_on"].help_text = program_term_words(rules)

    def clean(self):
        data = super().clean()
        if not data.get("title"):
            if data.get("template"):
                data["title"] = data["template"].title
            elif "template" not in self.errors:
                self.add_error("title", _("Give the program a title."))
        return data


class VersionedForm(CleanTexts, forms.ModelForm):
    """A form that knows what was read: the version of the row and, in hidden fields, each text as it stood then.

    So a save over somebody's newer text tells the fields this writer touched from those only carried along.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, without=(), **kwargs):
        """``without`` are texts of the row that this form leaves alone."""
        super().__init__(*args, **kwargs)
        for name in without:
            del self.fields[name]
        self.fields["seen"].initial = self.instance.version
        self.texts = [name for name in self._meta.model.TEXT_FIELDS if name in self.fields]
        for name in self.texts:
            hidden = forms.CharField(required=False, widget=forms.HiddenInput, initial=self.as_sent(name))
            self.fields[base_name(name)] = hidden

    def as_sent(self, name):
        """The text of a field of the row as a browser would send it."""
        value = self.fields[name].prepare_value(self.fields[name].to_python(self._stored(name)))
        return value.isoformat() if hasattr(value, "isoformat") else "" if value is None else str(value)

    def _stored(self, name):
        return self._meta.model._meta.get_field(name).value_from_object(self.instance)

    @property
    def values(self):
        return {name: self.cleaned_data[name] for name in self.texts}

    @property
    def touched(self):
        """Those of the values that differ from what was read."""
        return {name: value for name, value in self.values.items() if not self._is_as_read(name, value)}

    def _is_as_read(self, name, value):
        base = base_name(name)
        if base not in self.data:
            return False
        try:
            return self.fields[name].clean(self.cleaned_data[base]) == value
        except forms.ValidationError:
            return False


def base_name(name):
    """The hidden field that holds the text of the field ``name`` as it was read."""
    return f"base_{name}"


class TextForm(VersionedForm):
    """The title, the term and the explanatory note."""

    class Meta:
        model = Program
        fields = Program.TEXT_FIELDS
        labels = {"starts_on": _("First day"), "ends_on": _("Last day")}
        widgets = {"starts_on": DayInput, "ends_on": DayInput, "mode": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields, LONGEST_PART)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs |= TALL
        self.fields["tasks"].help_text = _("One task per line.")
        self.fields["meeting_schedule"].help_text = _("For example: every second week, 40 minutes.")


class EventForm(VersionedForm):
    """One line of the plan."""

    class Meta:
        model = Event
        fields = Event.TEXT_FIELDS
        widgets = {
            "planned_on": DayInput,
            "content": forms.Textarea(attrs={"rows": 2}),
            "expected_result": forms.Textarea(attrs={"rows": 2}),
            **{name: forms.Textarea(attrs={"rows": 2}) for name in Event.COLUMNS},
        }

    def __init__(self, *args, program, **kwargs):
        columns = regulation_on(program.organization, program.organization.today()).program.plan_columns
        without = [name for name in Event.COLUMNS if name not in columns]
        super().__init__(*args, without=without, **kwargs)
        offered = Q(is_retired=False) | Q(pk=self.instance.direction_id)
        self.fields["direction"].queryset = Direction.objects.filter(offered, organization=program.organization)
        self.fields["direction"].empty_label = _("No direction")
        self.fields["planned_on"].widget.attrs |= {
            "min": program.starts_on.isoformat(),
            "max": program.ends_on.isoformat(),
        }


class MoveForm(CleanTexts, forms.Form):
    """Another day for an event of a running program."""

    planned_on = forms.DateField(label=_("New day"), widget=DayInput)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Several files at once, each checked inside and out; the value is a list."""

    widget = ManyFilesInput(attrs={"accept": ",".join(DOCUMENTS)})

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if len(files) > MOST_FILES_AT_ONCE:
            message = _("Send %(most)s files at once at most; the others can be added afterwards.")
            raise forms.ValidationError(message, params={"most": MOST_FILES_AT_ONCE})
        return [check_upload(super(ManyFiles, self).clean(file, initial), DOCUMENTS) for file in files]


class MarkForm(CleanTexts, forms.Form):
    """When it took place, in a few words and with what shows it."""

    held_on = forms.DateField(label=_("Held on"), widget=DayInput)
    remark = forms.CharField(
        label=_("How it went"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What came of it, what was agreed. May be left empty."),
    )
    files = ManyFiles(
        label=_("Files"), required=False, help_text=_("PDF, JPG, PNG, DOCX, XLSX or PPTX, 10 MB each at most.")
    )

    def __init__(self, *args, program, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].widget.attrs |= {"min": program.starts_on.isoformat(), "max": day.isoformat()}


class ReasonForm(CleanTexts, forms.Form):
    """Why an event is cancelled."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class RemarkForm(CleanTexts, forms.Form):
    """What the authors have to correct."""

    remark = forms.CharField(
        label=_("Remark"),
        max_length=2000,
        widget=forms.Textarea(attrs=TALL),
        help_text=_("The mentor and the mentees will read it above the program."),
    )


class EndForm(CleanTexts, forms.Form):
    """On what ground the program ends, what came out of it, and the level of each difficulty now."""

    reason = forms.ChoiceField(label=_("Ground"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Last day of work"), widget=DayInput)
    result = forms.CharField(
        label=_("Result"),
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs=TALL),
        help_text=_("What was reached, what was not and why."),
    )

    def __init__(self, *args, reasons, needs, **kwargs):
        super().__init__(*args, **kwargs)
        self.reasons = {reason.code: reason for reason in reasons}
        self.fields["reason"].choices = [(reason.code, reason.label) for reason in reasons]
        self.needs = needs
        several = len({need.entry_id for need in needs}) > 1
        for need in needs:
            label = (
                f"{need.competence} ({need.entry.employment.person.short_name})" if several else str(need.competence)
            )
            self.fields[f"level_{need.pk}"] = forms.TypedChoiceField(
                label=label,
                choices=[("", _("not assessed")), *Level.choices],
                coerce=int,
                empty_value=None,
                required=False,
                initial=need.level_after,
                help_text=_("At the start: %(level)s") % {"level": need.get_level_before_display()},
            )

    @property
    def levels(self):
        """The levels given, by pk of the difficulty."""
        return {need.pk: self.cleaned_data[f"level_{need.pk}"] for need in self.needs}

    @property
    def completes(self):
        """Whether the ground is that the plan is done."""
        return self.reasons[self.cleaned_data["reason"]].outcome == "completed"


class HelperForm(CleanTexts, forms.Form):
    """Which colleague is asked, for which events, and for what."""

    employment = forms.ModelChoiceField(
        queryset=None,
        label=_("Colleague"),
        empty_label=_("Choose"),
        help_text=_("Those of the staff with an account: the colleague answers under it."),
        error_messages={"invalid_choice": _("This colleague cannot be asked any more. Choose again.")},
    )
    events = SeveralRows(
        queryset=None,
        label=_("Events"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one event.")},
    )
    words = forms.CharField(
        label=_("What you ask for"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: to show how the equipment works."),
    )

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment"].queryset = colleagues_of(program)
        self.fields["events"].queryset = program.events.filter(state=EventState.PLANNED)
        self.fields["events"].label_from_instance = lambda event: f"{date_numeric(event.planned_on)} · {event.content}"
        self.fields["employment"].label_from_instance = lambda work: f"{work.person.full_name}, {work.post}"


class HelpDeclineForm(CleanTexts, forms.Form):
    """Why not."""

    answer = forms.CharField(label=_("Why not"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

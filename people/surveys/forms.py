"""Writing questionnaires, questions and campaigns."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows, limit_texts
from people.surveys.models import Campaign, Question, Questionnaire
from people.surveys.reading import read_lines
from people.surveys.selectors import present_staff
from people.surveys.states import Audience, Kind, Phase
from people.surveys.templates import usual_audience

USUAL_DAYS = 14
MOST_LINES, LONGEST_LINE = 40, 200


def day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def paragraph(rows):
    return forms.Textarea(attrs={"rows": rows})


class VersionedForm(forms.ModelForm):
    """A form of a row that somebody else may save meanwhile: both texts are shown then."""

    is_stale, stale = False, ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)
        if "phase" in self.fields:
            self.fields["phase"].choices = [("", _("on its own, not with a program")), *Phase.choices]
        if self.instance.pk:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=self.instance.version)

    @property
    def values(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}

    def show_stale(self, current):
        """Set what was typed beside what ``current`` holds; the next save counts from there."""
        theirs = type(self)(instance=current)
        self.is_stale = True
        self.stale = [
            (self.fields[name].label, self.data.get(name, ""), theirs.initial_words(name)) for name in self.values
        ]
        self.data = self.data.copy()
        self.data["version"] = current.version

    def initial_words(self, name):
        value = self.get_initial_for_field(self.fields[name], name)
        return "\n".join(value) if isinstance(value, list) else value


class QuestionnaireForm(VersionedForm):
    """The words around the questions."""

    class Meta:
        model = Questionnaire
        fields = ["title", "intro", "phase", "reading"]
        widgets = {"intro": paragraph(4), "reading": paragraph(4)}
        help_texts = {
            "intro": _("Why you ask, who reads the answers, what becomes of them. Two sentences are enough."),
            "phase": _("Answers to the same questions at the start and at the end of a program are compared."),
            "reading": _("For questions that count points. One line for a level, for example: 15–18: very good."),
        }

    def clean_reading(self):
        text = self.cleaned_data["reading"]
        try:
            read_lines(text)
        except ValueError as line:
            message = _("This line is not understood: “%(line)s”. Write it as “15–18: very good”.")
            raise forms.ValidationError(message, params={"line": str(line)}) from None
        return text


class LinesField(forms.CharField):
    """A list, one entry to a line."""

    def __init__(self, **kwargs):
        super().__init__(widget=paragraph(5), **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("%(n)s lines at most. Shorten the list."), params={"n": MOST_LINES})
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(_("A line has %(n)s letters at most. Shorten it."), params={"n": LONGEST_LINE})
        if len(set(lines)) < len(lines):
            raise forms.ValidationError(_("Two lines are the same. Leave one of them."))
        return lines


# What of the columns a kind of question has, beside its text, hint and whether it needs an answer.
PARTS = {
    Kind.SCALE: ("options",),
    Kind.YES_NO: (),
    Kind.CHOICE: ("options", "counts"),
    Kind.SEVERAL: ("source", "options"),
    Kind.TEXT: (),
    Kind.MATRIX: ("rows", "options"),
}
LABELS = {
    Kind.SCALE: _("Words at the two ends of the scale"),
    Kind.MATRIX: _("Columns of the table"),
}


class QuestionForm(VersionedForm):
    """One question of a kind: only what this kind has."""

    options = LinesField(label=_("Answers to choose from"), required=False, help_text=_("One to a line."))
    rows = LinesField(label=_("Rows of the table"), required=True, help_text=_("One to a line."))

    class Meta:
        model = Question
        fields = ["text", "hint", "is_required", "source", "rows", "options", "counts"]
        widgets = {"text": paragraph(2), "source": forms.RadioSelect}
        help_texts = {"counts": _("The first answer gives no point, the second one, the third two.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = Kind(self.instance.kind)
        for name in ("source", "rows", "options", "counts"):
            if name not in PARTS[self.kind]:
                del self.fields[name]
        if self.kind in LABELS:
            self.fields["options"].label = LABELS[self.kind]

    def clean(self):
        data = super().clean()
        if "options" not in self.fields or "options" in self.errors:
            return data
        found, fixed = len(data["options"]), data.get("source")
        if self.kind == Kind.SCALE:
            if found not in (0, 2):
                self.add_error("options", _("Write two lines: the word at 1 and the word at 10. Or leave it empty."))
        elif fixed:
            data["options"] = []
        elif found < 2:
            self.add_error("options", _("Write at least two answers, one to a line."))
        return data


class PersonChoice(SeveralRows):
    def label_from_instance(self, employment):
        return f"{employment.person.full_name}, {employment.post}"


class CampaignForm(forms.ModelForm):
    """Who is asked, by which questionnaire, when, with names or without."""

    chosen = PersonChoice(
        queryset=None,
        label=_("People chosen by name"),
        help_text=_("Only for “people chosen by name”."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Campaign
        fields = [
            "questionnaire",
            "title",
            "phase",
            "audience",
            "opens_on",
            "closes_on",
            "is_anonymous",
            "chosen",
        ]
        widgets = {"opens_on": day_input(), "closes_on": day_input()}
        help_texts = {
            "title": _("As people will see it, for example with the school year."),
            "audience": _("The people are found on the day the survey opens."),
            "is_anonymous": _(
                "Nobody, you included, can find out who said what. Unfinished answers stay in the browser of whoever "
                "writes them. Not for surveys that feed a bank."
            ),
        }

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization
        self.fields["questionnaire"].queryset = Questionnaire.objects.published().filter(organization=organization)
        self.fields["chosen"].queryset = present_staff(organization)
        self.fields["phase"].choices = [("", _("on its own, not with a program")), *Phase.choices]

    def clean(self):
        data = super().clean()
        opens_on, closes_on = data.get("opens_on"), data.get("closes_on")
        if opens_on and closes_on and closes_on < opens_on:
            self.add_error("closes_on", _("The last day cannot be before the first. Choose a later one."))
        elif closes_on and closes_on < self.organization.today():
            self.add_error("closes_on", _("This day has passed. Choose today or later."))
        if data.get("audience") == Audience.CHOSEN and not data.get("chosen") and "chosen" not in self.errors:
            self.add_error("chosen", _("Tick at least one person."))
        questionnaire = data.get("questionnaire")
        if questionnaire and questionnaire.bank and data.get("is_anonymous"):
            self.add_error("is_anonymous", _("Answers to this survey go to a bank, so it cannot be without names."))
        return data


def usual_values(questionnaire, day):
    """What a new campaign starts with: two weeks from today, the usual audience of the questionnaire."""
    values = {"opens_on": day, "closes_on": day + timedelta(days=USUAL_DAYS)}
    if questionnaire is not None:
        audience = usual_audience(questionnaire) or Audience.TEACHERS
        values |= {"questionnaire": questionnaire, "title": questionnaire.title, "phase": questionnaire.phase}
        values["audience"] = audience
    return values


class ExtendForm(forms.Form):
    """A new last day."""

    closes_on = forms.DateField(label=_("Last day for answers"), widget=day_input())

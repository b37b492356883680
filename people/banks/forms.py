"""The cards of mentors and mentees as forms; competences stand in a table by direction."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from mentoring.lib.fields import SeveralRows, limit_texts
from people.banks.models import Direction, MenteeEntry, MentorEntry
from people.banks.selectors import can_enter, catalog
from people.banks.states import Level
from people.organizations.selectors import difficulties_word
from people.staff.models import Employment

EMPTY = ("", "–")
MOST_PLACES = 10


class EmploymentChoice(forms.ModelChoiceField):
    """Somebody of the staff, with the post to tell namesakes apart."""

    def label_from_instance(self, employment):
        return f"{employment.person.full_name}, {employment.post}"


class CardForm(forms.ModelForm):
    """What both banks share: the chosen person when entering, the version when editing, the levels."""

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)
        self.groups = []
        self._add_start(organization)
        present = self._present_levels()
        for direction, competences in catalog(organization, keep=present):
            for competence in competences:
                self.fields[f"level_{competence.pk}"] = forms.TypedChoiceField(
                    label=competence.name,
                    choices=[EMPTY, *((value, f"{value} – {label}") for value, label in Level.choices)],
                    coerce=int,
                    empty_value=None,
                    required=False,
                    initial=present.get(competence.pk),
                )
            self.groups.append((direction, competences))

    def _add_start(self, organization):
        if self.instance.pk:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=self.instance.version)
        else:
            rows = can_enter(organization, self._meta.model)
            self.fields = {
                "employment": EmploymentChoice(rows, label=_("Person"), empty_label=_("Choose a person")),
                **self.fields,
            }

    def _present_levels(self):
        if not self.instance.pk:
            return {}
        return {row.competence_id: getattr(row, self.level_column) for row in self._level_rows()}

    @property
    def main_fields(self):
        """The bound fields above the table of competences."""
        return [field for field in self if not field.is_hidden and not field.name.startswith("level_")]

    @property
    def level_groups(self):
        """The table: (direction, [bound field, …])."""
        return [(direction, [self[f"level_{each.pk}"] for each in group]) for direction, group in self.groups]

    @property
    def levels(self):
        """The chosen pairs (competence, level)."""
        return [
            (competence, level)
            for _direction, group in self.groups
            for competence in group
            if (level := self.cleaned_data.get(f"level_{competence.pk}"))
        ]

    @property
    def values(self):
        """The columns of the entry."""
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}

    def against(self, current):
        """Where this form and the card as it stands now differ: [(label, mine, theirs)]."""
        theirs = type(self)(instance=current, **self.frame)
        pairs = [(name, self._said(name, self.cleaned_data.get(name)), theirs._stands(name)) for name in self.fields]
        return [(self.fields[name].label, mine, other) for name, mine, other in pairs if mine != other]

    def _stands(self, name):
        return "" if name == "version" else self._said(name, self.get_initial_for_field(self.fields[name], name))

    def _said(self, name, value):
        """A value of the form in words."""
        if name == "version" or value in (None, "", []):
            return ""
        labels = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return ", ".join(str(labels[each]) for each in value if each in labels)
        return str(labels.get(value, value))


def _limit_words(limit):
    words = ngettext_lazy(
        "By the regulation a mentor has at most %(n)s mentee at the same time.",
        "By the regulation a mentor has at most %(n)s mentees at the same time.",
        "n",
    )
    return words % {"n": limit}


class MentorForm(CardForm):
    """A mentor: places, achievements and strengths.

    Whether the criteria of the regulation hold is for those to say who keep the bank, not for the mentor.
    """

    level_column = "level"
    levels_title = _("Strengths")
    levels_hint = _("Choose a level where the mentor can help; leave the rest empty.")
    criteria = forms.MultipleChoiceField(
        label=_("Criteria of the regulation that hold"), required=False, widget=forms.CheckboxSelectMultiple
    )
    qualities = forms.MultipleChoiceField(
        label=_("What a mentor must know by the regulation"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = MentorEntry
        fields = [
            "capacity",
            "achievements",
            "training",
            "time_resource",
            "mentee_age",
            "interests",
            "wishes",
            "criteria",
            "qualities",
        ]
        help_texts = {
            "capacity": _("How many mentees at the same time, from 1 to 10."),
            "achievements": _("Awards, contests, publications, whatever a mentee can learn from."),
            "training": _("Courses for mentors: where, when, how many hours."),
            "time_resource": _("For example: Tuesday after the sixth lesson."),
            "mentee_age": _("For example: up to 35, or any."),
        }
        widgets = {name: forms.Textarea({"rows": 3}) for name in ("achievements", "training", "interests", "wishes")}

    def __init__(self, *args, organization, regulation, is_own=False, **kwargs):
        self.frame = {"organization": organization, "regulation": regulation, "is_own": is_own}
        super().__init__(*args, organization=organization, **kwargs)
        for name, choices in (
            ("criteria", regulation.criteria.mentor),
            ("qualities", regulation.criteria.mentor_competences),
        ):
            if is_own or not choices:
                del self.fields[name]
            else:
                self.fields[name].choices = [(each.code, each.label) for each in choices]
        limit = regulation.bank.max_mentees
        self.fields["capacity"] = forms.IntegerField(
            label=_("Mentees at most"),
            min_value=1,
            # With a limit of the regulation the service refuses: it knows how many places are in use already.
            max_value=MOST_PLACES if limit is None else max(limit, MOST_PLACES),
            initial=1,
            help_text=self._meta.help_texts["capacity"] if limit is None else _limit_words(limit),
        )

    def _level_rows(self):
        return self.instance.strengths.all()


class MenteeForm(CardForm):
    """A mentee: the request, the difficulties, the categories of the regulation.

    A sensitive category is offered only to the person themself; whoever else saves the card leaves it as it is.
    """

    level_column = "level_before"
    levels_hint = _("Choose the present level where help is wanted; leave the rest empty.")
    categories = forms.MultipleChoiceField(
        label=_("Categories of the regulation"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = MenteeEntry
        fields = ["request", "categories", "strengths", "time_resource", "interests", "wishes"]
        help_texts = {"request": _("In own words: what help is wanted, without anything about health.")}
        widgets = {name: forms.Textarea({"rows": 3}) for name in ("request", "strengths", "interests", "wishes")}

    def __init__(self, *args, organization, regulation, is_own=False, **kwargs):
        self.frame = {"organization": organization, "regulation": regulation, "is_own": is_own}
        super().__init__(*args, organization=organization, **kwargs)
        self.levels_title = difficulties_word(organization)
        self.fields["categories"].choices = [
            (each.code, each.label) for each in regulation.criteria.mentee_categories if is_own or not each.sensitive
        ]

    def clean_categories(self):
        chosen = self.cleaned_data["categories"]
        offered = {code for code, _label in self.fields["categories"].choices}
        return [code for code in self.instance.categories if code not in offered] + chosen

    def _level_rows(self):
        return self.instance.needs.all()


class HiredForm(forms.Form):
    """Which of the newly hired enter the bank of mentees."""

    employments = SeveralRows(
        Employment.objects.none(),
        label=_("Newly hired"),
        error_messages={
            "required": _("Choose at least one person."),
            "invalid_choice": _("Somebody chosen is not proposed any more. Look through the list and choose again."),
            "invalid_pk_value": _("Somebody chosen is not proposed any more. Look through the list and choose again."),
        },
    )

    def __init__(self, *args, organization, proposed, **kwargs):
        super().__init__(*args, **kwargs)
        keys = [employment.pk for employment in proposed]
        self.fields["employments"].queryset = Employment.objects.filter(organization=organization, pk__in=keys)


class BulkForm(forms.Form):
    """One step for the ticked cards; ``confirmed`` once its consequences were seen."""

    MOST = 500

    ids = SeveralRows(
        MentorEntry.objects.none(),
        label=_("Cards"),
        error_messages={
            "required": _("Tick at least one card, then choose what to do."),
            "invalid_choice": _("Some of the cards are not in this bank any more. Go back and choose again."),
            "invalid_pk_value": _("Some of the cards are not in this bank any more. Go back and choose again."),
        },
    )
    step = forms.ChoiceField(
        label=_("What to do"), error_messages={"required": _("Choose what to do with the ticked cards.")}
    )
    confirmed = forms.BooleanField(required=False)

    def __init__(self, *args, rows, steps, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ids"].queryset = rows
        self.fields["step"].choices = steps

    def clean_ids(self):
        if len(self.cleaned_data["ids"]) > self.MOST:
            message = _("At most %(n)s cards at once. Narrow the list with a filter and do it in parts.")
            raise forms.ValidationError(message % {"n": self.MOST})
        return self.cleaned_data["ids"]


class DirectionForm(forms.Form):
    """The name of a direction, or of a new competence."""

    name = forms.CharField(label=_("Name"), max_length=150)


class CompetenceForm(forms.Form):
    """The name of a competence and the direction it stands under."""

    name = forms.CharField(label=_("Name"), max_length=200)
    direction = forms.ModelChoiceField(Direction.objects.none(), label=_("Direction"), empty_label=None)

    def __init__(self, *args, directions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["direction"].queryset = directions


class LinkForm(forms.Form):
    """The address of a case or review."""

    link = forms.URLField(
        label=_("Case or review on the site"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("The whole address, like https://school.example/practice. Empty takes the link away."),
    )

"""Staff card, contacts, case forms, leaving: narrow and validate."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import add_months, date_numeric
from mentoring.lib.grammar import Case, guess_gender
from mentoring.lib.text import clean_text
from people.staff.models import Employment, Person
from people.staff.selectors import look_alikes
from people.staff.services import cells, computed_forms
from people.staff.services.cards import CONTACT_FIELDS, PERSON_FIELDS, WORK_FIELDS
from people.staff.states import REASONS, Category, Gender

NAME_PARTS = ("last_name", "first_name", "patronymic")
OTHER = "other"
OBLIQUE = [case for case in Case if case != Case.NOMINATIVE]


def refusal(code, **params):
    """A cell's reason as a sentence of a form."""
    return forms.ValidationError(capfirst(str(REASONS[code]) % params), code=code)


def day_field(label, **kwargs):
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs
    )


class VersionedForm(forms.ModelForm):
    """A form over a staff card that knows which version its reader saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        self.fields["version"].initial = instance.version

    def clean(self):
        data = super().clean()
        return {key: clean_text(value) if isinstance(value, str) else value for key, value in data.items()}

    def _post_clean(self):
        """The service writes; the instance stays as the database has it."""

    def against(self, current):
        """Where this form and the card as it stands now differ: [(label, mine, theirs)]."""
        pairs = []
        for name in self.fields:
            if name == "version" or name not in self.cleaned_data:
                continue
            theirs = getattr(current.person if name in PERSON_FIELDS else current, name, None)
            mine = self.cleaned_data[name]
            if (mine or "") != (theirs or ""):
                pairs.append((self.fields[name].label, self._said(name, mine), self._said(name, theirs)))
        return pairs

    def _said(self, name, value):
        if hasattr(value, "year"):
            return date_numeric(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return dict(getattr(self.fields[name], "choices", ())).get(value, value) or "–"


class ContactsForm(VersionedForm):
    """The own phone and e-mail."""

    class Meta:
        model = Employment
        fields = list(CONTACT_FIELDS)

    def clean_phone(self):
        return clean_phone(self.cleaned_data["phone"])


def clean_phone(text):
    """A phone in any writing, or a refusal that says what to do."""
    try:
        return cells.read_phone(text) if text else ""
    except cells.CellError as error:
        raise refusal(error.code, **error.params) from None


class StaffForm(VersionedForm):
    """Names and work of one of the staff; a namesake is asked about before a second card is made."""

    last_name = forms.CharField(label=_("Last name"), max_length=100)
    first_name = forms.CharField(label=_("First name"), max_length=100)
    patronymic = forms.CharField(
        label=_("Patronymic"), max_length=100, required=False, help_text=_("Leave empty if there is none.")
    )
    gender = forms.ChoiceField(
        label=_("Gender"),
        required=False,
        choices=[("", _("tell by the name")), *Gender.choices],
        help_text=_("Needed for the right case in orders."),
    )
    birth_date = day_field(_("Birth date"))
    category_on = day_field(_("Category given on"), help_text=_("The day of the decision on the category."))
    experience_since = day_field(
        _("Teaching experience counted from"), help_text=_("The first day of teaching, breaks left out.")
    )
    subject_since = day_field(
        _("Teaches this subject since"),
        help_text=_("Where the regulation asks a mentor for years in the subject."),
    )
    starts_on = day_field(_("Hired on"))
    post_since = day_field(_("In this post since"), help_text=_("If another day than the hiring."))
    field_order = ["version", "same_as", *PERSON_FIELDS, *WORK_FIELDS]

    class Meta:
        model = Employment
        fields = list(WORK_FIELDS)
        help_texts = {
            "post": _("As in orders, for example: учитель математики."),
            "is_teacher": _("By the nomenclature of teaching posts."),
            "is_external": _("Mentors or keeps mentoring here, but works for a partner organization."),
        }

    def __init__(self, *args, organization, instance=None, **kwargs):
        self.organization = organization
        self.is_new = instance is None
        instance = instance or Employment(organization=organization, person=Person())
        initial = {name: getattr(instance.person, name) for name in PERSON_FIELDS} | kwargs.pop("initial", {})
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        self.look_alikes = []
        if self.is_new:
            del self.fields["is_teacher"]
            self.fields["same_as"] = forms.CharField(label=_("Who is it"), required=False, widget=forms.HiddenInput)
            self.order_fields(self.field_order)

    def _name(self, field):
        try:
            return cells.read_name(self.cleaned_data[field], field)
        except cells.CellError as error:
            raise refusal(error.code, **error.params) from None

    def clean_last_name(self):
        return self._name("last_name")

    def clean_first_name(self):
        return self._name("first_name")

    def clean_patronymic(self):
        return self._name("patronymic")

    def clean_post(self):
        return cells.tidy_post(self.cleaned_data["post"])

    def clean_phone(self):
        return clean_phone(self.cleaned_data["phone"])

    def _day(self, field, reader):
        day = self.cleaned_data[field]
        try:
            return reader(day, self.organization.today()) if day else None
        except cells.CellError as error:
            raise refusal(error.code, **error.params) from None

    def clean_birth_date(self):
        return self._day("birth_date", cells.read_birth_date)

    def clean_starts_on(self):
        return self._day("starts_on", cells.read_hire_date)

    def _past_day(self, field):
        day = self.cleaned_data[field]
        if day and day > self.organization.today():
            raise forms.ValidationError(_("This day has not come yet. Check the year."))
        return day

    def clean_experience_since(self):
        return self._past_day("experience_since")

    def clean_category_on(self):
        return self._past_day("category_on")

    def clean_subject_since(self):
        return self._past_day("subject_since")

    def clean_post_since(self):
        return self._past_day("post_since")

    def clean(self):
        data = super().clean()
        self._check_days(data)
        if not data.get("last_name") or not data.get("first_name"):
            return data
        self._tell_gender(data)
        self._ask_namesakes(data)
        return data

    def _check_days(self, data):
        born, hired = data.get("birth_date"), data.get("starts_on")
        of_age = add_months(born, 12 * cells.YOUNGEST) if born else None
        if of_age and hired and hired < of_age:
            self.add_error("starts_on", refusal("hired_as_child", value=date_numeric(hired)))
        for name in ("experience_since", "subject_since", "post_since"):
            if of_age and data.get(name) and data[name] < of_age:
                self.add_error(name, _("On this day the person was not 14 yet. Check both dates."))
        if data.get("category_on") and data.get("category") == Category.NONE:
            self.add_error("category_on", _("Choose the category it belongs to, or leave this day empty."))
        left = self.instance.ends_on
        if hired and left and hired > left:
            self.add_error("starts_on", _("The person left before this day. Check the date."))

    def _tell_gender(self, data):
        if data.get("gender"):
            return
        guess = guess_gender(*(data.get(name) or "" for name in NAME_PARTS))
        if guess:
            data["gender"] = guess.value
        else:
            self.add_error("gender", _("The name does not tell it. Choose one, so that orders decline the name."))

    def _ask_namesakes(self, data):
        """A new card for a name that is known here needs a word from the user: the same or another person."""
        if not self.is_new:
            return
        self.look_alikes = look_alikes(self.organization, data)
        if not self.look_alikes:
            return
        today = self.organization.today()
        gone = [card for card in self.look_alikes if card.ends_on and card.ends_on < today]
        present = {card.person_id for card in self.look_alikes if card not in gone}
        choices = {str(c.person_id): c.person for c in gone if c.person_id not in present}
        labels = [(key, _("Take back %(name)s") % {"name": person.full_name}) for key, person in choices.items()]
        labels.append((OTHER, _("This is another person: make a new card")))
        self.fields["same_as"].widget = forms.RadioSelect(choices=labels)
        answer = data.get("same_as")
        if answer not in {OTHER, *choices}:
            self.add_error(
                "same_as",
                _("Somebody like this is on the list already; see below. If it is another person, say so and save."),
            )
            return
        data["person"] = choices.get(answer)

    @property
    def values(self):
        """What the services take: fields of the person and of the employment."""
        return {name: self.cleaned_data[name] for name in (*PERSON_FIELDS, *WORK_FIELDS) if name in self.cleaned_data}


class CaseFormsForm(forms.Form):
    """Five cases of a name and a post; an emptied field goes back to what grammar makes."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, employment, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = employment.version
        kept = {"name": employment.person.case_forms, "post": employment.post_case_forms}
        self.computed = computed_forms(employment)
        for case in OBLIQUE:
            name, post = self.computed[case]
            for part, text in (("name", name), ("post", post)):
                self.fields[f"{part}_{case}"] = forms.CharField(
                    label=case.label,
                    required=False,
                    max_length=400,
                    initial=kept[part].get(case, text),
                )

    @property
    def rows(self):
        """The table: (case, field of the name, field of the post, what grammar makes of each by itself)."""
        return [(case.label, self[f"name_{case}"], self[f"post_{case}"], *self.computed[case]) for case in OBLIQUE]

    def forms_of(self, part):
        return {case: clean_text(self.cleaned_data[f"{part}_{case}"]) for case in OBLIQUE}


class LeaveForm(forms.Form):
    """The last day of work."""

    ends_on = forms.DateField(
        label=_("Last day of work"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args, today, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day > add_months(self.today, 12):
            raise forms.ValidationError(_("This day is more than a year ahead. Check the year."))
        return day

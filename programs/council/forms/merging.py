"""A form that two people may send: what each of them touched is kept, the rest takes the text saved meanwhile."""

from django import forms

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows
from mentoring.lib.text import clean_text


class PeopleField(SeveralRows):
    """Several of the staff, each with the post."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, employment):
        return f"{employment.person.full_name}, {employment.post}"

    def to_python(self, value):
        return list(self.clean(value))


class PersonField(forms.ModelChoiceField):
    """One of the staff with the post."""

    def __init__(self, **kwargs):
        super().__init__(required=False, empty_label="–", **kwargs)

    def label_from_instance(self, employment):
        return f"{employment.person.full_name}, {employment.post}"


class MergingForm(forms.Form):
    """Every field carries beside it what was read (`hidden_initials`), so that a save over a newer text can merge.

    ``renewed(fresh)`` gives the form as it was sent with what this writer left alone taken from ``fresh``, the form
    of the row as it stands now; ``stale`` shows where both wrote something: (label, own words, words saved now).
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    is_stale, stale = False, ()

    def remember(self, *, but=()):
        """Call when all fields stand: from now on each of them knows what was read."""
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "version" and name not in but

    def hidden_initials(self):
        return [self[name].as_hidden(only_initial=True) for name in self.remembered]

    @property
    def remembered(self):
        """The names of the fields that know what was read."""
        return [name for name, field in self.fields.items() if field.show_hidden_initial]

    def renewed(self, fresh):
        """Return ``fresh`` bound to the data of this form, merged; the next save goes through."""
        touched, data = set(self.changed_data), self.data.copy()
        fresh.stale = [self._compared(name, fresh) for name in self._clashes(fresh)]
        for name in fresh.remembered:
            now = fresh[name].value()
            _put(data, fresh[name].html_initial_name, now)
            if name not in touched:
                _put(data, fresh[name].html_name, now)
        data["version"] = fresh.initial["version"]
        fresh.data, fresh.is_bound, fresh.is_stale = data, True, True
        return fresh

    def _clashes(self, fresh):
        """The fields this writer touched that read otherwise now than they were read, or are gone."""
        for name in self.changed_data:
            if name not in self.remembered:
                continue
            if name not in fresh.fields or self.words(name, self._as_read(name)) != fresh.words_now(name):
                yield name

    def _compared(self, name, fresh):
        now = fresh.words_now(name) if name in fresh.fields else ""
        return self.fields[name].label, self.words(name, self.cleaned_data[name]), now

    def _as_read(self, name):
        field = self.fields[name]
        try:
            return field.to_python(self._widget_data_value(field.hidden_widget(), self[name].html_initial_name))
        except forms.ValidationError:
            return None

    def words_now(self, name):
        """What a field that nobody has filled in yet reads like."""
        return self.words(name, self[name].value())

    def words(self, name, value):
        """What a value of a field reads like."""
        field = self.fields[name]
        value = field.prepare_value(value)
        if hasattr(field, "choices"):
            chosen = {str(each) for each in (value if isinstance(value, list) else [value])}
            return ", ".join(str(label) for key, label in field.choices if str(key) in chosen)
        if hasattr(value, "year"):
            return date_numeric(value)
        if hasattr(value, "hour"):
            return f"{value:%H:%M}"
        return "" if value is None else clean_text(str(value))


def _put(data, name, value):
    values = value if isinstance(value, list | tuple) else [value]
    data.setlist(name, ["" if each is None else str(each) for each in values])

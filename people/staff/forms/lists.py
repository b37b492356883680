"""Upload of a staff list and the meaning of its columns."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.lib.tabular import column_letter
from people.staff.states import FIELD_LABELS

NOT_READ = ""


class UploadForm(forms.Form):
    """The staff list as a file."""

    file = forms.FileField(
        label=_("Staff list"),
        help_text=_("An Excel workbook (.xlsx) or CSV, up to 10 MB. The columns may stand in any order."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": _("The file is empty. Check which file you chose and upload it again.")},
    )


class ColumnsForm(forms.Form):
    """Which column of a list holds what: a choice for each column, beside its heading and first values."""

    def __init__(self, *args, columns, **kwargs):
        super().__init__(*args, **kwargs)
        taken = {index: name for name, index in columns["fields"].items()}
        choices = [(NOT_READ, _("not read")), *((name, capfirst(label)) for name, label in FIELD_LABELS.items())]
        self.columns = []
        for index, label in enumerate(columns["labels"]):
            name, letter = f"column-{index}", column_letter(index)
            self.fields[name] = forms.ChoiceField(
                label=_("Column %(letter)s holds") % {"letter": letter},
                required=False,
                choices=choices,
                initial=taken.get(index, NOT_READ),
                widget=forms.Select(attrs={"class": "form-select"}),
            )
            samples = columns.get("samples", [])
            self.columns.append(
                {
                    "letter": letter,
                    "label": label,
                    "samples": samples[index] if index < len(samples) else [],
                    "field": self[name],
                    "guessed": taken.get(index) in columns.get("guessed", []),
                }
            )

    def clean(self):
        data = super().clean()
        chosen = [name for name in data.values() if name]
        twice = {name for name in chosen if chosen.count(name) > 1}
        for place, name in data.copy().items():
            if name in twice:
                self.add_error(
                    place, _("Two columns are said to be “%(name)s”. Keep one.") % {"name": FIELD_LABELS[name]}
                )
        self._need(set(chosen))
        return data

    def _need(self, chosen):
        if "full_name" not in chosen and not {"last_name", "first_name"} <= chosen:
            self.add_error(None, _("Choose the column of the full name, or those of the last and first name."))
        if "post" not in chosen:
            self.add_error(None, _("Choose the column of the post."))

    @property
    def chosen(self):
        """{field: column index} of a valid form."""
        return {name: int(place.removeprefix("column-")) for place, name in self.cleaned_data.items() if name}

"""A regulation handed in as a TOML text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.organizations.regulations.exchange import LIMIT, decode_toml


class TextForm(forms.Form):
    """A file, or the text itself; ``expected`` comes back from the page that showed the difference."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("An exported regulation with the ending .toml, in the encoding UTF-8."),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml,.txt,text/plain"}),
    )
    text = forms.CharField(
        label=_("Or its text"),
        required=False,
        strip=False,
        max_length=LIMIT,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
    )
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_file(self):
        """The text of the file."""
        file = self.cleaned_data["file"]
        try:
            return decode_toml(file.read(LIMIT + 1)) if file else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self):
        data = super().clean()
        if not self.errors:
            data["text"] = data.get("file") or data["text"]
            if not data["text"].strip():
                self.add_error("file", _("Choose a file or paste the text."))
        return data

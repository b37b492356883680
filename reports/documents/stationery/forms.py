"""The form of a template."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import MEGABYTE, check_upload
from reports.documents.stationery.checking import fields_of
from reports.documents.stationery.grammar import Refused

LIMIT = 5 * MEGABYTE


class TemplateForm(forms.Form):
    """A Word file for a kind of paper, checked whole; ``fields_found`` are the fields in it."""

    file = forms.FileField(
        label=_("Word file (DOCX)"),
        help_text=_("At most 5 MB. Nothing changes until the file is checked and tried on a sample."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields_found = []

    def clean_file(self):
        """Raises ValidationError with what is wrong and how to mend it."""
        file = check_upload(self.cleaned_data["file"], (".docx",), limit=LIMIT)
        try:
            self.fields_found = fields_of(file.read(), self.kind)
        except Refused as error:
            raise ValidationError(str(error)) from error
        file.seek(0)
        return file

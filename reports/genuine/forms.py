"""What a stranger brings: the code from the paper, or the file."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import MEGABYTE
from reports.genuine.selectors import SHORTEST_CODE, WHOLE_CODE

LARGEST_COPY = 20 * MEGABYTE
_NOT_HEX = re.compile(r"[^0-9a-f]")


def code_in(text):
    """The code in what was typed: spaces, hyphens and the address before it do not matter; "" where there is none."""
    last = text.strip().rstrip("/").rpartition("/")[2]
    code = re.sub(r"[\s\u200b-]", "", last).lower()
    return code if SHORTEST_CODE <= len(code) <= WHOLE_CODE and not _NOT_HEX.search(code) else ""


class CodeForm(forms.Form):
    """The code under the QR, or the SHA-256 of the file."""

    code = forms.CharField(
        label=_("Code from the paper"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "hash"}),
        help_text=_("It stands beside the QR; the first line of 16 signs is enough. The SHA-256 of a file goes too."),
        error_messages={"required": _("Type the code that stands beside the QR.")},
    )

    def clean_code(self):
        code = code_in(self.cleaned_data["code"])
        if not code:
            raise ValidationError(
                _("A code has at least 16 signs: digits and the letters a to f. Compare it once more.")
            )
        return code


class CopyForm(forms.Form):
    """A copy as a file; only its SHA-256 is counted."""

    copy = forms.FileField(
        label=_("File of the copy"),
        help_text=_("PDF, Word or scan, as it was handed out, up to 20 MB. The file is not kept."),
        error_messages={"required": _("Choose the file.")},
    )

    def clean_copy(self):
        file = self.cleaned_data["copy"]
        if file.size > LARGEST_COPY:
            size, limit = filesizeformat(file.size), filesizeformat(LARGEST_COPY)
            raise ValidationError(
                _("The file is %(size)s. The documents kept here have %(limit)s at most, so this is none of them."),
                params={"size": size, "limit": limit},
            )
        return file

"""What the head decides: several signatures at once, a return, an annulment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from people.accounts.passwords import PasswordCheckForm
from reports.issued.forms.base import text_area
from reports.issued.models import IssuedPaper
from reports.issued.selectors import waiting_for_signature

# About as many as are printed while a page is waited for.
MOST_AT_ONCE = 40


class SigningForm(PasswordCheckForm):
    """Which papers, by the versions that were read, under one password."""

    papers = SeveralRows(
        IssuedPaper.objects.none(),
        label=_("What is signed"),
        error_messages={
            "required": _("Tick at least one paper."),
            "invalid_choice": _("A ticked paper does not wait for your signature any more. Look again."),
            "invalid_pk_value": _("A ticked paper does not wait for your signature any more. Look again."),
        },
    )
    field_order = ("papers", "password")

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = waiting_for_signature(organization)

    def clean_papers(self):
        papers = list(self.cleaned_data["papers"])
        if len(papers) > MOST_AT_ONCE:
            message = _("At most %(n)s papers are signed at once. Leave the others for the next time.")
            raise forms.ValidationError(message, params={"n": MOST_AT_ONCE})
        return papers

    def seen(self):
        """The version of each paper as it stood on the page that was read: {key: version}; forged ones fit none."""
        read = {}
        for paper in self.cleaned_data["papers"]:
            said = self.data.get(f"seen-{paper.pk}", "")
            read[paper.pk] = int(said) if said.isdecimal() and len(said) < 9 else 0
        return read


class RemarkForm(forms.Form):
    """What is to be mended."""

    remark = text_area(4, label=_("Remark"), error_messages={"required": _("Write what is to be mended.")})


class AnnulForm(PasswordCheckForm):
    """Why an issued paper is void, under the password."""

    reason = text_area(
        3, label=_("Why it is annulled"), error_messages={"required": _("Write why the paper is annulled.")}
    )
    field_order = ("reason", "password")

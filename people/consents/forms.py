"""The form for a consent signed on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import SCANS, check_upload


class PaperConsentForm(forms.Form):
    """The day of the signature with a scan, or with the registrar's word that the original is kept."""

    given_on = forms.DateField(
        label=_("Signed on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The date the person wrote under the paper."),
    )
    scan = forms.FileField(
        label=_("Scan of the paper"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(SCANS)}),
        help_text=_("PDF, JPG or PNG, 10 MB at most."),
    )
    original_kept = forms.BooleanField(
        label=_("There is no scan: I have seen the signed original, and it is kept in the personal file"),
        required=False,
    )

    def __init__(self, *args, organization, **kwargs):
        self.day = organization.today()
        super().__init__(*args, **kwargs)
        self.fields["given_on"].widget.attrs["max"] = self.day.isoformat()

    def clean_given_on(self):
        given_on = self.cleaned_data["given_on"]
        if given_on > self.day:
            raise forms.ValidationError(_("The paper cannot be signed later than today. Check the date."))
        return given_on

    def clean_scan(self):
        scan = self.cleaned_data["scan"]
        return check_upload(scan, SCANS) if scan else None

    def clean(self):
        data = super().clean()
        if "scan" not in self.errors and not data.get("scan") and not data.get("original_kept"):
            self.add_error("scan", _("Add the scan, or tick below that the signed original is kept."))
        return data

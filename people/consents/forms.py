"""Forms of consents, of their texts and of supplementary agreements."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows, limit_texts
from mentoring.lib.uploads import SCANS, check_upload
from people.accounts.passwords import PasswordCheckForm
from people.consents.models import Agreement, ConsentText
from people.consents.states import Disclosed, NoticeSide, Purpose


def day_field(label, **options):
    """A day as browsers ask for it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


class DisclosureFields(forms.Form):
    """What may be shown, item by item, nothing ticked beforehand (152-FZ art. 10.1 part 1), and what is forbidden."""

    fields_shown = forms.MultipleChoiceField(
        label=_("What may be shown to everybody"),
        choices=Disclosed.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick item by item. What is not ticked is never shown."),
        error_messages={
            "required": _("Nothing is ticked, so nothing could be shown. Tick at least one item or do not agree.")
        },
    )
    conditions = forms.CharField(
        label=_("Conditions and prohibitions"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: only on the site of the school, only until the end of the school year."),
    )

    def adapt(self, purpose):
        """Only a disclosure has items to tick."""
        if purpose != Purpose.DISCLOSURE:
            del self.fields["fields_shown"], self.fields["conditions"]

    @property
    def disclosed(self):
        """The items and conditions as the services take them; empty for another purpose."""
        if "fields_shown" not in self.fields:
            return {}
        return {"fields": self.cleaned_data["fields_shown"], "conditions": self.cleaned_data["conditions"]}


class GiveForm(PasswordCheckForm, DisclosureFields):
    """The own consent: the items of a disclosure, the text that was read, the password."""

    text_seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ["fields_shown", "conditions", "password"]

    def __init__(self, *args, purpose, **kwargs):
        super().__init__(*args, **kwargs)
        self.adapt(purpose)


class ScanForm(forms.Form):
    """The day of the signature with a scan, or with the registrar's word that the original is kept."""

    given_on = day_field(_("Signed on"), help_text=_("The date the person wrote under the paper."))
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


class PaperConsentForm(ScanForm, DisclosureFields):
    """A consent signed on paper; of a disclosure the items ticked on it."""

    field_order = ["given_on", "fields_shown", "conditions", "scan", "original_kept"]

    def __init__(self, *args, purpose, **kwargs):
        super().__init__(*args, **kwargs)
        self.adapt(purpose)


class RemindForm(forms.Form):
    """Those who are to be reminded; only whoever still lacks a consent can be."""

    ids = SeveralRows(queryset=None)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ids"].queryset = rows


class TextForm(forms.ModelForm):
    """A new version of the text of a consent; ``seen`` is the newest version the writer saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = ConsentText
        fields = ["title", "body", "months", "valid_from"]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 22, "lang": "ru"}),
            "valid_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "months": _("Empty: until it is withdrawn."),
            "valid_from": _("From this day on the consent is given by this text."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].required = True
        self.fields["months"].max_value = 120
        limit_texts(self.fields, 20_000)


class AgreementForm(forms.ModelForm):
    """What the agreement says; the mentor is chosen by the address."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Agreement
        fields = [
            "mentees",
            "content",
            "form",
            "mode",
            "starts_on",
            "ends_on",
            "payment_kind",
            "payment_amount",
            "per_mentee",
            "payment_basis",
            "number",
            "contract",
        ]
        widgets = {
            "content": forms.Textarea(attrs={"rows": 8, "lang": "ru"}),
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "mentees": _("Post and name, as they stand in the paper."),
            "content": _("One duty a line."),
            "form": _("For example: teacher – teacher, in a pair."),
            "payment_kind": _(
                "The law asks for the amount and conditions of the pay in the agreement (Labor Code art. 351.8)."
            ),
            "payment_basis": _("The local act that sets the pay."),
            "number": _("May be given at the signature."),
            "contract": _("Empty: a line to fill in by hand."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)
        if self.instance.pk:
            self.initial["version"] = self.instance.version

    def validate_constraints(self):
        """The service judges the row as a whole and says what to do; the database only keeps it true."""

    def against(self, current):
        """Where this form and the agreement as it stands now differ: [(label, mine, theirs)]."""
        pairs = [(name, self.cleaned_data[name], getattr(current, name)) for name in self.Meta.fields]
        return [
            (self.fields[name].label, self._said(name, mine), self._said(name, theirs))
            for name, mine, theirs in pairs
            if (mine or "") != (theirs or "")
        ]

    def _said(self, name, value):
        if hasattr(value, "year"):
            return date_numeric(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return dict(getattr(self.fields[name], "choices", ())).get(value, value)

    @property
    def values(self):
        """The columns as the services take them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class SignedForm(ScanForm):
    """The paper that both sides signed."""

    number = forms.CharField(label=_("Number of the agreement"), max_length=30)
    field_order = ["number", "given_on", "scan", "original_kept"]


class NoticeForm(forms.Form):
    """Who ends the work early, when the notice was given, which day is the last."""

    side = forms.ChoiceField(label=_("Who gave notice"), choices=NoticeSide.choices, widget=forms.RadioSelect)
    given_on = day_field(_("Notice given on"))
    last_on = day_field(_("Last day of the work"))
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False, help_text=_("Nobody has to name one."))

    def __init__(self, *args, is_own, **kwargs):
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["side"], self.fields["given_on"]

"""The way of a version: the start of a draft, its day and reason, the remark, the approval."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.accounts.passwords import PasswordCheckForm
from people.organizations.models import RegulationVersion
from people.organizations.regulations import load_preset, preset_codes
from people.organizations.services import RECOMMENDED

IN_FORCE = ""


def _day(label, help_text=""):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, help_text=help_text)


class DraftForm(forms.Form):
    """What a new draft starts from and when it is to be in force."""

    source = forms.ChoiceField(label=_("Start from"), required=False, widget=forms.RadioSelect)
    valid_from = _day(_("To be in force from"), _("What was made before this day keeps the rules of its day."))
    reason = forms.CharField(
        label=_("What changes and why"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, has_regulation, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(IN_FORCE, _("The regulation in force"))] if has_regulation else []
        choices.append((RECOMMENDED, _("The recommendation of the ministry")))
        choices += [(code, load_preset(code).name) for code in preset_codes()]
        self.fields["source"].choices = choices
        self.fields["source"].initial = choices[0][0]

    def clean_source(self):
        return self.cleaned_data["source"] or None


class TermsForm(forms.ModelForm):
    """From what day a draft is to be in force, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    valid_from = _day(_("To be in force from"), _("What was made before this day keeps the rules of its day."))
    reason = forms.CharField(label=_("What changes and why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = RegulationVersion
        fields = ["valid_from", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version


class RemarkForm(forms.Form):
    remark = forms.CharField(label=_("What to correct"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ApproveForm(PasswordCheckForm):
    """The password again; ``seen`` is the save of the draft that was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

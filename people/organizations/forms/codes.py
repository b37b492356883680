"""The codes of an organization in a form: each by its own rule, and together."""

from django import forms
from django.utils.translation import gettext as _

from mentoring.lib.codes import INN_OF_PERSON, check_inn, check_kpp, check_ogrn, check_okpo

# Room for the spaces a code is copied with.
SPACED = 30


class CodesForm(forms.ModelForm):
    """A form of an organization with the fields inn, kpp, ogrn and okpo."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("inn", "kpp", "ogrn", "okpo"):
            field = forms.CharField(label=self.fields[name].label, max_length=SPACED, required=False)
            field.widget.attrs["inputmode"] = "text" if name == "kpp" else "numeric"
            self.fields[name] = field

    def clean_inn(self):
        return self._checked("inn", check_inn)

    def clean_kpp(self):
        return self._checked("kpp", check_kpp)

    def clean_ogrn(self):
        return self._checked("ogrn", check_ogrn)

    def clean_okpo(self):
        return self._checked("okpo", check_okpo)

    def _checked(self, name, check):
        return check(self.cleaned_data[name]) if self.cleaned_data[name] else ""

    def clean(self):
        data = super().clean()
        if data.get("kpp") and len(data.get("inn", "")) == INN_OF_PERSON:
            self.add_error("kpp", _("An entrepreneur, whose INN has 12 digits, has no KPP. Clear it or check the INN."))
        return data

"""Which two regulations to compare."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.ui import date_numeric
from people.organizations.comparison import preset_names
from people.organizations.regulations import RegulationSettings, load_preset
from people.organizations.services import RECOMMENDED


class ComparisonForm(forms.Form):
    """A version of the organization's own, and a preset, the recommendation or another version beside it."""

    mine = forms.TypedChoiceField(label=_("Own edition"), coerce=int)
    other = forms.ChoiceField(label=_("Compare with"))
    everything = forms.BooleanField(label=_("Show what is the same too"), required=False)

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        self.versions = {version.pk: version for version in versions}
        own = [(pk, _name(version)) for pk, version in self.versions.items()]
        self.fields["mine"].choices = own
        self.fields["other"].choices = [
            (RECOMMENDED, _("Recommendation of the ministry")),
            (_("Presets"), list(preset_names().items())),
            (_("Own editions"), own),
        ]

    def sides(self):
        """The two regulations chosen, each with its name: [(name, settings), (name, settings)]."""
        mine, other = self.cleaned_data["mine"], self.cleaned_data["other"]
        return [self._side(mine), self._side(int(other)) if other.isdigit() else _foreign(other)]

    def _side(self, pk):
        version = self.versions[pk]
        return _name(version), RegulationSettings.model_validate(version.settings)


def _foreign(code):
    if code == RECOMMENDED:
        return _("Recommendation of the ministry"), RegulationSettings.recommended()
    return preset_names()[code], load_preset(code)


def _name(version):
    words = {"number": version.number, "day": date_numeric(version.valid_from), "state": version.get_state_display()}
    return _("Edition %(number)s from %(day)s (%(state)s)") % words

"""The card of an organization: names, letterhead, contacts, codes, logo."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import limit_texts
from mentoring.lib.grammar import Case, decline_thing
from mentoring.lib.uploads import MEGABYTE, check_picture
from people.organizations.forms.codes import CodesForm
from people.organizations.forms.zones import offer_languages, offer_zones
from people.organizations.models import Organization
from people.organizations.services.card import fingerprint

LONGEST_LETTERHEAD = 2000
# Field of a case form → the name it is made of and the case.
CASE_FORMS = {
    "full_name_genitive": ("full_name", Case.GENITIVE),
    "name_genitive": ("short_name", Case.GENITIVE),
    "name_dative": ("short_name", Case.DATIVE),
    "name_instrumental": ("short_name", Case.INSTRUMENTAL),
    "name_prepositional": ("short_name", Case.PREPOSITIONAL),
}
PARTS = (
    (_("Names"), ("full_name", "short_name", *CASE_FORMS, "head_post")),
    (_("Letterhead"), ("founder", "second_letterhead", "second_language", "logo_file", "logo_removed")),
    (_("Place and contacts"), ("place", "address", "phone", "email", "website", "time_zone")),
    (_("Codes"), ("inn", "kpp", "ogrn", "okpo")),
)


class CardForm(CodesForm):
    """Everything papers take from the organization; a case form not written yet is proposed by grammar."""

    website = forms.URLField(label=_("Website"), assume_scheme="https", required=False, max_length=200)
    logo_file = forms.FileField(
        label=_("Coat of arms or logo"),
        required=False,
        help_text=_("PNG or JPEG, 1 MB at most. It is printed above the name in orders and programs."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )
    logo_removed = forms.BooleanField(label=_("Take the present logo away"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    class Meta:
        model = Organization
        fields = [
            "full_name", "short_name", *CASE_FORMS, "head_post", "founder", "second_letterhead", "second_language",
            "place", "address", "phone", "email", "website", "time_zone", "inn", "kpp", "ogrn", "okpo",
        ]  # fmt: skip
        help_texts = {
            "full_name": _("As in the charter."),
            "full_name_genitive": _("Proposed by grammar while nothing is written. Check it: papers print it as is."),
            "head_post": _("As the head signs: Директор, Заведующий. An acting head gets it after «И.о.»."),
            "founder": _("Line by line as it stands above the name."),
            "second_letterhead": _("Line by line, the full name last. It stands left of the Russian one."),
            "place": _("As orders give it, for example: г. Волгоград."),
            "time_zone": _("Dates of papers follow it."),
        }
        widgets = {
            "full_name": forms.Textarea(attrs={"rows": 2}),
            "full_name_genitive": forms.Textarea(attrs={"rows": 2}),
            "founder": forms.Textarea(attrs={"rows": 2}),
            "second_letterhead": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields, LONGEST_LETTERHEAD)
        offer_zones(self.fields["time_zone"], self.instance.time_zone)
        self.before = {name: getattr(self.instance, name) for name in self.Meta.fields}
        self.fields["second_language"] = offer_languages(self.fields["second_language"], self.instance.second_language)
        self.fields["seen"].initial = fingerprint(self.instance)
        if not self.instance.logo:
            del self.fields["logo_removed"]
        for name, (source, case) in CASE_FORMS.items():
            if not self.initial.get(name):
                self.initial[name] = decline_thing(getattr(self.instance, source), case)

    @property
    def parts(self):
        """The fields under their headings."""
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in PARTS]

    def clean_logo_file(self):
        file = self.cleaned_data["logo_file"]
        return check_picture(file, limit=MEGABYTE) if file else None

    def clean(self):
        data = super().clean()
        if data.get("second_letterhead") and not data.get("second_language") and "second_language" not in self.errors:
            self.add_error("second_language", _("Choose the language too, or clear the second letterhead."))
        self._renew_cases(data)
        return data

    def _renew_cases(self, data):
        """A new name makes the case forms the writer did not touch anew: papers must not print the old name."""
        self.renewed = False
        for name, (source, case) in CASE_FORMS.items():
            shown = self.initial[name]
            if data.get(source) and data[source] != self.before[source] and data.get(name) == shown:
                data[name] = decline_thing(data[source], case)
                self.renewed = True

    def values(self):
        """What the card is to hold: the columns, and the new logo, None for the present one, False for none."""
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        removed = self.cleaned_data.get("logo_removed")
        return values | {"logo": self.cleaned_data["logo_file"] or (False if removed else None)}

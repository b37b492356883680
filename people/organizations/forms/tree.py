"""The tree of authorities, their acts and observers, and the place of an organization in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import limit_texts
from people.accounts.forms import LOGIN_NAME
from people.organizations.models import Authority, AuthorityAct, Organization

ORDER_CODES = [(f"O{number}", f"O{number}") for number in range(1, 5)]


def _day(label, help_text="", required=True):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, help_text=help_text, required=required)


class AnotherOneField(forms.ModelChoiceField):
    """A choice among the others; the thing itself, sent by a page of yesterday, gets a sentence of its own."""

    def __init__(self, *args, refusal, **kwargs):
        super().__init__(*args, **kwargs)
        self.itself, self.refusal = None, refusal

    def among(self, rows, *, itself):
        """Offer ``rows`` but for ``itself`` (None: a thing that is not there yet)."""
        self.itself = itself
        self.queryset = rows.exclude(pk=itself.pk) if itself else rows

    def to_python(self, value):
        if self.itself is not None and str(value) == str(self.itself.pk):
            raise forms.ValidationError(self.refusal, code="itself")
        return super().to_python(value)


def _open_authorities():
    return Authority.objects.filter(closed_on=None).order_by("kind", "name")


class AuthorityEditForm(forms.ModelForm):
    """Name, kind and what stands above."""

    parent = AnotherOneField(
        Authority.objects.none(),
        label=_("Above it"),
        required=False,
        empty_label=_("nothing: it stands at the top"),
        refusal=_("An authority cannot stand below itself. Choose another one or leave it at the top."),
    )

    class Meta:
        model = Authority
        fields = ["kind", "name", "parent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].among(_open_authorities(), itself=self.instance if self.instance.pk else None)

    def _post_clean(self):
        """The row is written by the service under the lock of the tree, so the instance stays as it is."""


class AuthorityMergeForm(forms.Form):
    """Which authority takes this one in."""

    into = AnotherOneField(
        Authority.objects.none(),
        label=_("Into which authority"),
        refusal=_("An authority cannot be merged into itself. Choose another one."),
    )

    def __init__(self, *args, authority, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].among(_open_authorities(), itself=authority)


class ActForm(forms.ModelForm):
    """An act orders cite: its title, its phrase, the kinds of orders, its days and its place in the list."""

    orders = forms.MultipleChoiceField(
        label=_("Orders that cite it"),
        choices=ORDER_CODES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("O1 regulation and roadmap, O2 curator, O3 council, O4 pairs. Nothing ticked: every one."),
    )
    starts_on = _day(_("In force from"), required=False)
    ends_on = _day(_("In force until"), required=False)

    class Meta:
        model = AuthorityAct
        fields = ["title", "phrase", "orders", "position", "starts_on", "ends_on"]
        help_texts = {
            "phrase": _("As the preamble continues: в соответствии с приказом министерства от … № …"),
            "position": _("Acts are cited in this sequence, from the smallest number."),
        }
        widgets = {"title": forms.Textarea(attrs={"rows": 2}), "phrase": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)

    def clean(self):
        data = super().clean()
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("The last day lies before the first one. Check both days."))
        return data


class ObserverForm(forms.Form):
    """Who watches the figures of a territory."""

    login = forms.CharField(
        label=_("E-mail or login name"),
        max_length=150,
        validators=[LOGIN_NAME],
        help_text=_("Of an account that is there, or of a new one."),
    )
    display_name = forms.CharField(
        label=_("Name shown"), max_length=200, required=False, help_text=_("For a new account: name and post.")
    )
    basis = forms.CharField(label=_("Basis"), max_length=300)
    starts_on = _day(_("From"))
    ends_on = _day(_("To, inclusive"), required=False)


class PlaceForm(forms.Form):
    """Under which authority an organization stands from a day."""

    authority = forms.ModelChoiceField(
        Authority.objects.none(), label=_("Authority"), required=False, empty_label=_("none: it leaves the tree")
    )
    starts_on = _day(_("From"), _("Today or a day gone by."))

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["authority"].queryset = _open_authorities()
        self.initial |= {"authority": organization.authority_id, "starts_on": organization.today()}


class EndForm(forms.Form):
    """Closing an organization or merging it into another."""

    into = AnotherOneField(
        Organization.objects.none(),
        label=_("Merge into"),
        required=False,
        empty_label=_("nothing: it is closed"),
        refusal=_("An organization cannot be merged into itself. Choose another one."),
    )
    on = _day(_("From"), _("The first day it does not work any more. Today or a day gone by."))
    name = forms.CharField(
        label=_("Short name of the organization, typed once more"),
        max_length=200,
        help_text=_("So that no other one is closed by mistake."),
    )

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization
        self.fields["into"].among(Organization.objects.filter(closed_on=None), itself=organization)
        self.initial["on"] = organization.today()

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        if name.casefold() != " ".join(self.organization.short_name.split()).casefold():
            raise forms.ValidationError(_("This is not its short name. Copy it from the head of the page."))
        return name

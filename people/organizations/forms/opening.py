"""Opening organizations and authorities."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import school_year, today
from mentoring.lib.fields import limit_texts
from people.accounts.forms import LOGIN_NAME
from people.accounts.models import User
from people.accounts.states import Role
from people.organizations.forms.codes import CodesForm
from people.organizations.forms.zones import offer_zones
from people.organizations.models import Organization
from people.organizations.regulations import load_preset, preset_codes
from people.staff.states import Gender

KEEPERS = (Role.DIRECTOR, Role.CURATOR, Role.SYSADMIN)


def _preset_choices():
    return [(code, load_preset(code).name) for code in preset_codes()]


class OrganizationForm(CodesForm):
    """A new organization and the regulation it starts from."""

    preset = forms.ChoiceField(
        label=_("Regulation to start from"),
        choices=_preset_choices,
        help_text=_("A copy is made for the organization."),
    )
    about = forms.CharField(
        label=_("Title of its own regulation, after the word “Положение”"),
        max_length=300,
        initial="о системе наставничества педагогических работников",
        help_text=_("Orders cite it: на основании Положения…"),
    )
    order_number = forms.CharField(label=_("Number of the order that approved it"), max_length=30, required=False)
    order_on = forms.DateField(
        label=_("Date of that order"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
        help_text=_("Leave both empty while the regulation is not approved."),
    )

    class Meta:
        model = Organization
        fields = [
            "kind", "full_name", "short_name", "slug", "place", "time_zone", "authority", "founder", "address", "phone",
            "email", "inn", "kpp", "ogrn", "okpo",
        ]  # fmt: skip
        help_texts = {
            "full_name": _("As in the charter."),
            "slug": _("Small Latin letters, digits and hyphens: it stands in the address of every page."),
            "place": _("As orders give it, for example: г. Волгоград."),
        }
        error_messages = {"slug": {"unique": _("This address belongs to another organization. Choose another one.")}}
        widgets = {"founder": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)
        offer_zones(self.fields["time_zone"], "")
        self.fields["authority"].queryset = self.fields["authority"].queryset.filter(closed_on=None)

    def clean_about(self):
        about = self.cleaned_data["about"]
        if about.casefold().startswith("положени"):
            raise forms.ValidationError(_("Leave out the word “Положение”: papers put it in the right case."))
        return about

    def clean(self):
        data = super().clean()
        if data.get("order_number") and not data.get("order_on") and "order_on" not in self.errors:
            self.add_error("order_on", _("Enter the date too, or clear the number."))
        if data.get("order_on") and not data.get("order_number"):
            self.add_error("order_number", _("Enter the number too, or clear the date."))
        return data

    def values(self):
        """What opening the organization takes."""
        names = ("about", "order_number", "order_on")
        fields = {name: value for name, value in self.cleaned_data.items() if name not in names}
        return fields | {"adoption": {name: self.cleaned_data[name] for name in names}}

    @staticmethod
    def valid_from():
        """The start of the running school year: papers of this year follow the regulation."""
        return datetime.date(school_year(today()), 9, 1)


class KeeperForm(forms.Form):
    """The first people of an organization: they enter the rest."""

    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, role.label) for role in KEEPERS])
    last_name = forms.CharField(label=_("Last name"), max_length=100)
    first_name = forms.CharField(label=_("First name"), max_length=100)
    patronymic = forms.CharField(label=_("Patronymic"), max_length=100, required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=Gender.choices)
    post = forms.CharField(label=_("Post"), max_length=200)
    starts_on = forms.DateField(
        label=_("Heads from"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
        help_text=_(
            "For the head. Until this day the present head signs and keeps the role, whenever the code is used."
        ),
    )
    login = forms.CharField(label=_("E-mail or login name"), max_length=150, validators=[LOGIN_NAME])
    basis = forms.CharField(label=_("Basis"), max_length=300, help_text=_("For example: order № 41-од of 01.09.2026."))

    def __init__(self, *args, has_head=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_head = has_head

    def clean(self):
        """Where somebody heads already the day is said on purpose: the other one's rights end with it."""
        data = super().clean()
        heads = data.get("role") == Role.DIRECTOR
        if heads and self.has_head and not data.get("starts_on") and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Somebody heads this organization now. Enter the day the new head begins."))
        if not heads and data.get("starts_on"):
            self.add_error("starts_on", _("Only the head has this day: other roles begin with the account. Clear it."))
        return data

    def clean_login(self):
        login = self.cleaned_data["login"].strip().lower()
        if User.objects.filter(login=login).exists():
            raise forms.ValidationError(_("This login name is taken. Choose another one."))
        return login

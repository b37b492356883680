"""Heads, acting heads and duties handed over for a time."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.accounts.models import Membership, User
from people.accounts.states import Role
from people.staff.models import Employment

HANDED_OVER = (Role.DIRECTOR, Role.CURATOR)
BASIS = _("For example: order № 41-од of 01.09.2026. Papers of these days cite it.")


def _day(label, help_text="", required=True):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, help_text=help_text, required=required)


class DelegationForm(forms.Form):
    """Whose duties go to whom, for which days and why."""

    duties = forms.ModelChoiceField(Membership.objects.none(), label=_("Whose duties"), empty_label=None)
    employment = forms.ModelChoiceField(
        Employment.objects.none(), label=_("Who takes them over"), help_text=_("Somebody of the staff with an account.")
    )
    starts_on = _day(_("From"))
    ends_on = _day(_("To, inclusive"), _("The duties end by themselves after this day."))
    basis = forms.CharField(label=_("Basis"), max_length=300, help_text=BASIS)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        day = organization.today()
        held = Membership.objects.active_on(day).filter(organization=organization, stands_in_for=None)
        self.fields["duties"].queryset = (
            held.filter(role__in=HANDED_OVER, user__person__employments__organization=organization)
            .select_related("user__person")
            .order_by("-role", "pk")
            .distinct()
        )
        self.fields["duties"].label_from_instance = lambda row: f"{row.get_role_display()}: {row.user.person}"
        self.fields["employment"].queryset = (
            Employment.objects.active_on(day)
            .filter(organization=organization, person__user__is_active=True)
            .select_related("person")
        )
        self.fields["employment"].label_from_instance = lambda row: f"{row.person.full_name}, {row.post}"
        self.initial.setdefault("starts_on", day)


class EndDelegationForm(forms.Form):
    """The last day of duties handed over."""

    last = _day(
        _("Last day"), _("Yesterday ends the duties at once. A day before the first one takes them back whole.")
    )


class HeadForm(forms.Form):
    """Who heads an organization, named by the login: the administrator of the installation sees no staff."""

    login = forms.CharField(
        label=_("E-mail or login name"),
        max_length=150,
        help_text=_("Of somebody of the staff who has an account. Invite a newcomer on the page before this one."),
    )
    post = forms.CharField(label=_("Post in the signature"), max_length=200, required=False)
    is_acting = forms.BooleanField(label=_("Acting head, while the head is away or there is none"), required=False)
    starts_on = _day(_("From"))
    ends_on = _day(_("To, inclusive"), _("For an acting head only."), required=False)
    basis = forms.CharField(label=_("Basis"), max_length=300, help_text=BASIS)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization
        self.initial |= {"starts_on": organization.today(), "post": organization.head_post}

    def clean_login(self):
        login = self.cleaned_data["login"].strip().lower()
        user = User.objects.filter(login=login, is_active=True, person__isnull=False).first()
        works = Employment.objects.active_on(self.organization.today()).filter(organization=self.organization)
        self.employment = works.filter(person=user.person_id).order_by("-is_primary").first() if user else None
        if self.employment is None:
            raise forms.ValidationError(_("Nobody of this organization signs in like this. Check the login name."))
        return login

    def clean(self):
        data = super().clean()
        acting, end = data.get("is_acting"), data.get("ends_on")
        if acting and not end and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Enter the last day of the acting head; it can be moved later."))
        if end and not acting:
            self.add_error("ends_on", _("A head has no last day beforehand. Clear it, or tick the acting head."))
        return data

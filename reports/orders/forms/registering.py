"""The number typed at the signature, the next number of a register, whose visa is asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.organizations.selectors import head_on, regulation_on
from people.staff.forms.choosing import SeveralPeople
from people.staff.models import Employment
from programs.orders.services.registration import HIGHEST, NUMBER_LENGTH
from reports.orders.forms.writing import SignForm


class RegisterFields(forms.Form):
    """What the register and the visas ask of whoever signs, or enters what was signed."""

    number = forms.CharField(
        label=_("Number of the order"),
        max_length=NUMBER_LENGTH,
        help_text=_("As it stands in the register of the organization, for example 348/1 or 41-од."),
        error_messages={"required": _("Type the number the order has in the register of the organization.")},
    )
    without_visas = forms.BooleanField(
        label=_("I sign without the visas that are missing"),
        error_messages={"required": _("Not everybody asked has given a visa. Wait for them, or tick this line.")},
    )

    field_order = ["number", "without_visas"]

    def __init__(self, *args, order, awaited, **kwargs):
        """``awaited`` are the visas that are not given."""
        super().__init__(*args, **kwargs)
        style = regulation_on(order.organization, order.organization.today()).orders
        if not style.is_by_hand(order.register_kind):
            del self.fields["number"]
        if not awaited:
            del self.fields["without_visas"]


class RegisteringForm(RegisterFields, SignForm):
    """The signature with the password."""


class NextNumberForm(forms.Form):
    """With which number a register goes on."""

    code = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    number = forms.IntegerField(label=_("Next number"), min_value=1, max_value=HIGHEST)


class VisasForm(forms.Form):
    """Who is to see the draft before the head."""

    employments = SeveralPeople(
        Employment.objects.none(),
        label=_("Whose visa is asked for"),
        required=False,
        help_text=_("People at work with an account. They see the order once it is sent; then it goes to the head."),
    )

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        organization = order.organization
        rows = Employment.objects.active_on(organization.today()).filter(
            organization=organization, person__user__is_active=True
        )
        rows = rows.exclude(person__user=order.drafted_by)
        if head := head_on(organization, organization.today()):
            rows = rows.exclude(pk=head.employment_id)
        self.fields["employments"].queryset = rows.select_related("person").order_by("person__search_key", "pk")

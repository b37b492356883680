"""Filters of the register, by person and by paper, and of the agreements."""

import django_filters
from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.consents.models import Agreement, Consent
from people.consents.selectors import SOON
from people.consents.states import AgreementState, ConsentState, Method, PaymentKind, Purpose
from people.staff.models import Employment


class ConsentFilter(django_filters.FilterSet):
    """People by name, by what they lack and by the state of a consent."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    lacks = django_filters.ChoiceFilter(
        label=_("Not given yet"),
        choices=[(p.value, p.label) for p in (Purpose.PROCESSING, Purpose.MENTOR, Purpose.MENTEE)],
        method="by_lack",
    )
    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=Purpose.choices, method="by_consent")
    state = django_filters.ChoiceFilter(label=_("State"), choices=ConsentState.choices, method="by_consent")

    class Meta:
        model = Employment
        fields = []

    def by_name(self, rows, name, value):
        return rows.filter(person__search_key__contains=search_key(value))

    def by_lack(self, rows, name, value):
        return rows.filter(**{f"lacks_{value}": True})

    def by_consent(self, rows, name, value):
        """Purpose and state together are about one and the same consent."""
        asked = self.form.cleaned_data
        if name == "state" and asked.get("purpose"):
            return rows
        wanted = {key: asked[key] for key in ("purpose", "state") if asked.get(key)}
        consents = Consent.objects.filter(
            organization=self.request.actor.organization, person_id=OuterRef("person_id"), **wanted
        )
        return rows.filter(Exists(consents))


DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RegisterFilter(django_filters.FilterSet):
    """Papers by person, purpose, state, way and day of giving, and by what wants a new one."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=Purpose.choices)
    state = django_filters.ChoiceFilter(label=_("State"), choices=ConsentState.choices)
    method = django_filters.ChoiceFilter(label=_("How it was given"), choices=Method.choices)
    since = django_filters.DateFilter(field_name="given_on", lookup_expr="gte", label=_("Given from"), widget=DATE)
    until = django_filters.DateFilter(field_name="given_on", lookup_expr="lte", label=_("Given to"), widget=DATE)
    renew = django_filters.ChoiceFilter(
        label=_("To be given anew"),
        choices=[("text", _("the text is newer")), ("term", _("ends within 30 days"))],
        method="by_renewal",
    )

    class Meta:
        model = Consent
        fields = []

    def by_name(self, rows, name, value):
        return rows.filter(person__search_key__contains=search_key(value))

    def by_renewal(self, rows, name, value):
        day = self.request.actor.today()
        return rows.of_older_text(day) if value == "text" else rows.ending_by(day + SOON)


class AgreementFilter(django_filters.FilterSet):
    """Agreements by mentor, state, pay and by the day they were in force."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    state = django_filters.ChoiceFilter(label=_("State"), choices=AgreementState.choices)
    payment = django_filters.ChoiceFilter(field_name="payment_kind", label=_("Payment"), choices=PaymentKind.choices)
    on = django_filters.DateFilter(label=_("Holds on"), method="by_day", widget=DATE)
    notice = django_filters.BooleanFilter(label=_("Notice was given"), method="by_notice", widget=forms.CheckboxInput)

    class Meta:
        model = Agreement
        fields = []

    def by_name(self, rows, name, value):
        return rows.filter(employment__person__search_key__contains=search_key(value))

    def by_day(self, rows, name, value):
        return rows.filter(starts_on__lte=value, ends_on__gte=value)

    def by_notice(self, rows, name, value):
        return rows.exclude(notice_side="") if value else rows

"""Filters of the register."""

import django_filters
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
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

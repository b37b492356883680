"""Filters of the list of duties."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from programs.appointments.models import Appointment
from programs.appointments.states import Duty, Standing


class AppointmentFilter(django_filters.FilterSet):
    """Duties by person, by sort and by whether they are in force today."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    duty = django_filters.ChoiceFilter(label=_("Duty"), choices=Duty.choices)
    standing = django_filters.ChoiceFilter(label=_("State"), choices=Standing.choices, method="by_standing")

    class Meta:
        model = Appointment
        fields = []

    def by_name(self, rows, name, value):
        return rows.filter(employment__person__search_key__contains=search_key(value))

    def by_standing(self, rows, name, value):
        return rows.filter(standing_is(value, self.request.actor.today()))


def standing_is(standing, day):
    """The condition behind ``Appointment.standing_on``."""
    if standing == Standing.OVER:
        return Q(ends_on__lt=day)
    if standing == Standing.AHEAD:
        return Q(starts_on__gt=day)
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))

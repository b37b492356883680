"""Filters of the register."""

import django_filters
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.organizations.selectors import regulation_on
from programs.orders.models import Order, OrderSeries, OrderSubject
from programs.orders.states import OrderKind, OrderState

# The usual register has no code of its own; an empty choice is no choice.
USUAL = "usual"


def _years(request):
    years = OrderSeries.objects.filter(organization=request.actor.organization).order_by("-year")
    return [(year, str(year)) for year in years.values_list("year", flat=True)]


class OrderFilter(django_filters.FilterSet):
    """Orders by number, heading and people named, by kind, by state, by year and by register."""

    q = django_filters.CharFilter(label=_("Number or heading"), method="by_text")
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=OrderKind.choices)
    state = django_filters.ChoiceFilter(label=_("State"), choices=OrderState.choices)
    year = django_filters.ChoiceFilter(label=_("Year"), field_name="series__year")

    series = django_filters.ChoiceFilter(label=_("Register"), method="by_series")

    class Meta:
        model = Order
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = _years(self.request)
        actor = self.request.actor
        if registers := regulation_on(actor.organization, actor.today()).orders.series:
            choices = [(register.code, register.label) for register in registers]
            self.filters["series"].extra["choices"] = [(USUAL, _("Usual register")), *choices]
        else:
            del self.filters["series"]

    def by_series(self, rows, name, value):
        return rows.filter(series__code="" if value == USUAL else value)

    def by_text(self, rows, name, value):
        return rows.filter(search_key__contains=search_key(value))


class AcquaintanceFilter(django_filters.FilterSet):
    """Those who are to read an order, by name and by whether they have."""

    q = django_filters.CharFilter(label=_("Name"), method="by_name")
    read = django_filters.ChoiceFilter(
        label=_("Acquaintance"),
        method="by_reading",
        choices=[("no", _("Have not read it")), ("yes", _("Have read it"))],
    )

    class Meta:
        model = OrderSubject
        fields = []

    def by_name(self, rows, name, value):
        return rows.filter(employment__person__search_key__contains=search_key(value))

    def by_reading(self, rows, name, value):
        return rows.filter(acquaintance__isnull=value == "no")

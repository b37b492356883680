"""Filters of the register."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from reports.issued.models import IssuedPaper
from reports.issued.states import IssuedKind, IssuedState


def _years(request):
    rows = IssuedPaper.objects.visible_to(request.actor).filter(year__isnull=False).order_by("-year")
    return [(year, str(year)) for year in rows.values_list("year", flat=True).distinct()]


class IssuedFilter(django_filters.FilterSet):
    """Papers by the person or the number, by kind, by state, by the year of the register."""

    q = django_filters.CharFilter(label=_("Person or number"), method="by_text")
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=IssuedKind.choices)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[choice for choice in IssuedState.choices if choice[0] != IssuedState.DROPPED]
    )
    year = django_filters.ChoiceFilter(label=_("Year"))

    class Meta:
        model = IssuedPaper
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = _years(self.request)

    def by_text(self, rows, name, value):
        about = Q(about__person__search_key__contains=search_key(value))
        return rows.filter(about | Q(number_text__icontains=value.strip()))

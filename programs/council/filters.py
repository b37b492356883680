"""What the list of meetings can be narrowed to."""

import django_filters
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import school_year_label
from mentoring.lib.text import search_key
from programs.council.models import Meeting
from programs.council.selectors import kind_labels, years_of
from programs.council.states import MeetingState


class MeetingFilter(django_filters.FilterSet):
    """Sort, school year, state and a search over the topics."""

    q = django_filters.CharFilter(label=_("Topic"), method="search")
    kind = django_filters.ChoiceFilter(label=_("Who meets"))
    year = django_filters.ChoiceFilter(label=_("School year"), field_name="school_year")
    state = django_filters.ChoiceFilter(label=_("State"), choices=MeetingState.choices)

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        actor = self.request.actor
        years = years_of(Meeting.objects.visible_to(actor))
        self.filters["kind"].extra["choices"] = list(kind_labels(actor.organization).items())
        self.filters["year"].extra["choices"] = [(year, school_year_label(year)) for year in years]

    def search(self, rows, name, value):
        for word in search_key(value).split():
            rows = rows.filter(search_key__contains=word)
        return rows

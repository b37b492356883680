"""Filters of the rows a kind of papers can be made of."""

from functools import reduce
from operator import or_

import django_filters
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key


class PaperFilter(django_filters.FilterSet):
    """Rows by the words of their kind and by state, where they have these."""

    q = django_filters.CharFilter(label=_("Name or title"), method="by_text")
    state = django_filters.ChoiceFilter(label=_("State"))

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        states = _states(self.queryset.model)
        self.filters["state"].extra["choices"] = states
        if not states:
            del self.filters["state"]
        if not kind.search:
            del self.filters["q"]

    def by_text(self, rows, name, value):
        for word in search_key(value).split():
            asked = reduce(or_, (Q(**{f"{field}__contains": word}) for field in self.kind.search))
            rows = rows.filter(pk__in=rows.model._base_manager.filter(asked).values("pk"))
        return rows


def _states(model):
    try:
        return model._meta.get_field("state").choices or []
    except FieldDoesNotExist:
        return []

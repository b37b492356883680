"""What the lines of a plan can be narrowed to."""

import django_filters
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from programs.matching.models import PlanLine
from programs.matching.states import Decision


class Part(models.TextChoices):
    """Lines as a reader looks for them."""

    WAITING = "waiting", _("To propose")
    LEFT = "left", _("Left over")
    BY_HAND = "by_hand", _("Changed by hand")
    GROUPS = "groups", _("In groups")
    PROPOSED = "proposed", _("Already proposed")
    REFUSED = "refused", _("Could not be proposed")


WHERE = {
    Part.WAITING: Q(mentor_entry__isnull=False, mentorship__isnull=True),
    Part.LEFT: Q(mentor_entry__isnull=True),
    Part.BY_HAND: Q(decision=Decision.BY_HAND),
    Part.GROUPS: Q(in_group=True),
    Part.PROPOSED: Q(mentorship__isnull=False),
    Part.REFUSED: ~Q(refusal=""),
}


class PlanLineFilter(django_filters.FilterSet):
    """A part of the plan and a search over everybody's names."""

    part = django_filters.ChoiceFilter(label=_("Show"), choices=Part.choices, method="in_part")
    q = django_filters.CharFilter(label=_("Name"), method="search")

    class Meta:
        model = PlanLine
        fields = ["part", "q"]

    def in_part(self, rows, name, value):
        return rows.filter(WHERE[value])

    def search(self, rows, name, value):
        for word in search_key(value).split():
            side = "entry__employment__person__search_key__contains"
            rows = rows.filter(Q(**{f"mentee_{side}": word}) | Q(**{f"mentor_{side}": word}))
        return rows

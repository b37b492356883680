"""What the items of a roadmap can be narrowed to."""

import django_filters
from django.utils.translation import gettext_lazy as _

from programs.roadmap.models import Item, Stage
from programs.roadmap.states import ItemState


class ItemFilter(django_filters.FilterSet):
    """Overdue, mine, stage, state."""

    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="only_overdue")
    mine = django_filters.BooleanFilter(label=_("Mine"), method="only_mine")
    stage = django_filters.ModelChoiceFilter(label=_("Stage"), queryset=Stage.objects.none())
    state = django_filters.ChoiceFilter(label=_("State"), choices=ItemState.choices)

    class Meta:
        model = Item
        fields = ["overdue", "mine", "stage", "state"]

    def __init__(self, *args, roadmap, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["stage"].queryset = roadmap.stages.all()

    def only_overdue(self, rows, name, value):
        return rows.overdue(self.request.actor.today()) if value else rows

    def only_mine(self, rows, name, value):
        return rows.answered_by(self.request.actor) if value else rows

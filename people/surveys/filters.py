"""Filters of the list of surveys."""

import django_filters
from django.utils.translation import gettext_lazy as _

from people.surveys.models import Campaign
from people.surveys.states import Audience, CampaignState


class CampaignFilter(django_filters.FilterSet):
    """Surveys by state, audience and whether they were with names."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=CampaignState.choices)
    audience = django_filters.ChoiceFilter(label=_("Who is asked"), choices=Audience.choices)

    class Meta:
        model = Campaign
        fields = []

"""What the list of applications can be narrowed to."""

import django_filters
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.lib.text import search_key
from programs.applications.models import Application
from programs.applications.states import CLOSED, OPEN, ApplicationKind
from programs.mentorships.models import Member


class Standing(models.TextChoices):
    OPEN = "open", pgettext_lazy("applications", "Open")
    CLOSED = "closed", pgettext_lazy("applications", "Closed")


STATES = {Standing.OPEN: OPEN, Standing.CLOSED: CLOSED}


class ApplicationFilter(django_filters.FilterSet):
    """Open or closed, the kind, and a search over the names of the pair."""

    q = django_filters.CharFilter(label=_("Name"), method="search")
    standing = django_filters.ChoiceFilter(label=_("State"), choices=Standing.choices, method="in_standing")
    kind = django_filters.ChoiceFilter(label=_("What is asked for"), choices=ApplicationKind.choices)

    class Meta:
        model = Application
        fields = []

    def in_standing(self, rows, name, value):
        return rows.filter(state__in=STATES[value])

    def search(self, rows, name, value):
        for word in search_key(value).split():
            members = Member.objects.filter(mentorship=OuterRef("mentorship"), mentee_person__search_key__contains=word)
            mentor = Q(mentorship__mentor_entry__employment__person__search_key__contains=word)
            rows = rows.filter(mentor | Exists(members))
        return rows

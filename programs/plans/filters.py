"""What the list of programs can be narrowed to."""

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.banks.models import MentorEntry
from programs.mentorships.models import Member
from programs.plans.models import Program
from programs.plans.selectors import overdue_programs
from programs.plans.states import ProgramState


def _mentors(request):
    """Those of the programs the reader may see, and nobody else."""
    programs = Program.objects.visible_to(request.actor)
    rows = MentorEntry.objects.filter(pk__in=programs.values("mentorship__mentor_entry"))
    return rows.select_related("employment__person").order_by("employment__person__search_key", "pk")


class ProgramFilter(django_filters.FilterSet):
    """State, mentor, overdue events and a search over titles and names."""

    q = django_filters.CharFilter(label=_("Title or name"), method="search")
    state = django_filters.ChoiceFilter(label=_("State"), choices=ProgramState.choices)
    mentor = django_filters.ModelChoiceFilter(
        label=_("Mentor"), field_name="mentorship__mentor_entry", queryset=_mentors
    )
    overdue = django_filters.BooleanFilter(label=_("Has overdue events"), method="with_overdue")

    class Meta:
        model = Program
        fields = ["q", "state", "mentor", "overdue"]

    def with_overdue(self, rows, name, value):
        late = overdue_programs(Program.objects.all(), self.request.actor.today()).values("pk")
        return rows.filter(pk__in=late) if value else rows.exclude(pk__in=late)

    def search(self, rows, name, value):
        for word in search_key(value).split():
            mentees = Member.objects.filter(
                mentorship=OuterRef("mentorship"), mentee_person__search_key__contains=word, left_on__isnull=True
            )
            mentor = Q(mentorship__mentor_entry__employment__person__search_key__contains=word)
            rows = rows.filter(Q(search_key__contains=word) | mentor | Exists(mentees))
        return rows

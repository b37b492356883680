"""What the list of pairs can be narrowed to."""

import django_filters
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.banks.models import MenteeEntry, MentorEntry
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import Stage


def _mine(request):
    return Mentorship.objects.visible_to(request.actor).order_by().values("pk")


def _by_name(entries):
    return entries.select_related("employment__person").order_by("employment__person__search_key", "pk")


def _mentors(request):
    """Those of the pairs the reader may see, and nobody else."""
    return _by_name(MentorEntry.objects.filter(pk__in=_mine(request).values("mentor_entry")))


def _mentees(request):
    members = Member.objects.filter(mentorship__in=_mine(request))
    return _by_name(MenteeEntry.objects.filter(pk__in=members.values("mentee_entry")))


class MentorshipFilter(django_filters.FilterSet):
    """Stage, form, kind, mentor, mentee and a search over everybody's names."""

    q = django_filters.CharFilter(label=_("Name"), method="search")
    stage = django_filters.ChoiceFilter(label=_("State"), choices=Stage.choices, method="in_stage")
    form = django_filters.ChoiceFilter(label=_("Form"))
    kind = django_filters.ChoiceFilter(label=_("Kind"), method="of_kind")
    mentor = django_filters.ModelChoiceFilter(label=_("Mentor"), field_name="mentor_entry", queryset=_mentors)
    mentee = django_filters.ModelChoiceFilter(label=_("Mentee"), queryset=_mentees, method="of_mentee")

    class Meta:
        model = Mentorship
        fields = ["q", "stage", "form", "kind", "mentor", "mentee"]

    def __init__(self, *args, settings, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["form"].extra["choices"] = [(item.code, item.choice_label) for item in settings.forms.items]
        self.filters["kind"].extra["choices"] = [(item.code, item.label) for item in settings.kinds.items]

    def in_stage(self, rows, name, value):
        return rows.in_stage(value)

    def of_kind(self, rows, name, value):
        # Codes are plain ASCII, so the stored text holds them in quotes on both databases.
        return rows.annotate(kinds_text=Cast("kinds", TextField())).filter(kinds_text__contains=f'"{value}"')

    def of_mentee(self, rows, name, value):
        return rows.filter(Exists(Member.objects.filter(mentorship=OuterRef("pk"), mentee_entry=value)))

    def search(self, rows, name, value):
        for word in search_key(value).split():
            members = Member.objects.filter(mentorship=OuterRef("pk"), mentee_person__search_key__contains=word)
            rows = rows.filter(Q(mentor_entry__employment__person__search_key__contains=word) | Exists(members))
        return rows

"""Filters of the two banks. A sensitive category is no filter for anybody (152-FZ art. 10)."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.accounts.access import may
from people.banks.models import Competence, Direction, MenteeEntry, MentorEntry
from people.banks.selectors import has_place, is_searching
from people.banks.states import EntryState
from people.staff.models import Employment
from people.staff.states import Category


def _directions(request):
    return Direction.objects.filter(organization=request.actor.organization)


def _competences(request):
    return Competence.objects.filter(organization=request.actor.organization)


def _having(organization, field, text):
    """A condition: the staff card has ``text`` in ``field``, in any letter case and with ё or е, on both databases.

    SQLite's LIKE knows no Cyrillic case, so the words are compared here: a staff has few different posts and subjects.
    """
    asked = search_key(text)
    known = Employment.objects.filter(organization=organization).order_by().values_list(field, flat=True).distinct()
    return Q(**{f"employment__{field}__in": [each for each in known if asked in search_key(each)]})


class PersonFilter(django_filters.FilterSet):
    """By name or post, and by subject."""

    q = django_filters.CharFilter(label=_("Name or post"), method="by_words")
    subject = django_filters.CharFilter(label=_("Subject or group"), method="by_subject")

    def by_words(self, rows, name, value):
        by_name = Q(employment__person__search_key__contains=search_key(value))
        return rows.filter(by_name | _having(self.request.actor.organization, "post", value))

    def by_subject(self, rows, name, value):
        return rows.filter(_having(self.request.actor.organization, "subject", value))


class BankFilter(PersonFilter):
    """What both banks filter by; archived cards show only when asked for."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=EntryState.choices)
    category = django_filters.ChoiceFilter(
        label=_("Qualification category"), field_name="employment__category", choices=Category.choices
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not may(self.request.actor, "people:consent_list"):
            only = self.filters["only"].extra
            only["choices"] = [each for each in only["choices"] if each[0] != "lacks_consent"]

    def filter_queryset(self, rows):
        rows = super().filter_queryset(rows)
        return rows if self.form.cleaned_data.get("state") else rows.exclude(state=EntryState.ARCHIVED)

    def by_mark(self, rows, name, value):
        return rows.filter(self.marks()[value])


class MentorFilter(BankFilter):
    """The bank of mentors."""

    only = django_filters.ChoiceFilter(
        label=_("Only"),
        method="by_mark",
        choices=[
            ("free", _("Have a free place")),
            ("lacks_consent", _("Without consent")),
            ("stale", _("Long not confirmed")),
        ],
    )
    direction = django_filters.ModelChoiceFilter(label=_("Direction"), queryset=_directions, method="by_direction")
    competence = django_filters.ModelChoiceFilter(label=_("Competence"), queryset=_competences, method="by_competence")

    class Meta:
        model = MentorEntry
        fields = []

    @staticmethod
    def marks():
        return {"free": has_place(), "lacks_consent": Q(lacks_consent=True), "stale": Q(is_stale=True)}

    def by_direction(self, rows, name, value):
        return rows.filter(pk__in=MentorEntry.objects.filter(competences__direction=value).values("pk"))

    def by_competence(self, rows, name, value):
        return rows.filter(pk__in=MentorEntry.objects.filter(competences=value).values("pk"))


class MenteeFilter(BankFilter):
    """The bank of mentees; categories that may tell of health are left out."""

    only = django_filters.ChoiceFilter(
        label=_("Only"),
        method="by_mark",
        choices=[
            ("free", _("Looking for a mentor")),
            ("lacks_consent", _("Without consent")),
            ("stale", _("Long not confirmed")),
        ],
    )
    direction = django_filters.ModelChoiceFilter(label=_("Direction"), queryset=_directions, method="by_direction")
    competence = django_filters.ModelChoiceFilter(label=_("Difficulty"), queryset=_competences, method="by_competence")
    ground = django_filters.ChoiceFilter(label=_("Category of the regulation"), method="by_ground")

    class Meta:
        model = MenteeEntry
        fields = []

    def __init__(self, *args, regulation, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["ground"].extra["choices"] = [
            (each.code, each.label) for each in regulation.criteria.mentee_categories if not each.sensitive
        ]

    @staticmethod
    def marks():
        return {"free": is_searching(), "lacks_consent": Q(lacks_consent=True), "stale": Q(is_stale=True)}

    def by_direction(self, rows, name, value):
        return rows.filter(pk__in=MenteeEntry.objects.filter(difficulties__direction=value).values("pk"))

    def by_competence(self, rows, name, value):
        return rows.filter(pk__in=MenteeEntry.objects.filter(difficulties=value).values("pk"))

    def by_ground(self, rows, name, value):
        """The codes are plain letters, so that the stored text of the list can be searched on both databases."""
        return rows.filter(categories__icontains=f'"{value}"')


class OpenFilter(PersonFilter):
    """The open part of the bank of mentors."""

    competence = django_filters.ModelChoiceFilter(
        label=_("Competence"), queryset=_competences, field_name="competences"
    )

    class Meta:
        model = MentorEntry
        fields = []

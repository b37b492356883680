"""Filters of the staff list and of the preview of a list."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from people.staff.models import Employment, ImportRow
from people.staff.selectors import is_young, left_before, works_on
from people.staff.states import Category, Verdict

SHOWN = [
    ("teachers", _("Teachers")),
    ("young", _("Young teachers")),
    ("no_account", _("Without an account")),
    ("left", _("Left")),
]


class StaffFilter(django_filters.FilterSet):
    """By name, quick filter, post and category; those who left show only when asked for."""

    # SQLite refuses a longer pattern of LIKE.
    q = django_filters.CharFilter(label=_("Name in full"), method="by_name", max_length=200)
    show = django_filters.ChoiceFilter(label=_("Only"), choices=SHOWN, method="by_mark")
    post = django_filters.ChoiceFilter(label=_("Post"), field_name="post")
    category = django_filters.ChoiceFilter(label=_("Qualification category"), choices=Category.choices)

    class Meta:
        model = Employment
        fields = []

    def __init__(self, *args, young_teacher, day, posts, sees_accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.marks = {
            "teachers": Q(is_teacher=True),
            "young": is_young(young_teacher, day),
            "no_account": Q(person__user__isnull=True),
        }
        self.filters["post"].extra["choices"] = [(post, post) for post in posts]
        if not sees_accounts:
            self.filters["show"].extra["choices"] = [pair for pair in SHOWN if pair[0] != "no_account"]

    def filter_queryset(self, rows):
        rows = super().filter_queryset(rows)
        left = self.form.cleaned_data.get("show") == "left"
        return rows.filter(left_before(self.day) if left else works_on(self.day))

    def by_name(self, rows, name, value):
        return rows.filter(person__search_key__contains=search_key(value))

    def by_mark(self, rows, name, value):
        return rows.filter(self.marks.get(value, Q()))


class PreviewFilter(django_filters.FilterSet):
    """Rows of a list by verdict."""

    verdict = django_filters.ChoiceFilter(label=_("Verdict"), choices=Verdict.choices)

    class Meta:
        model = ImportRow
        fields = []

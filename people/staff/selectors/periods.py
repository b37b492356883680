"""Posts and periods of one person: here, in organizations merged into this one, everywhere."""

import datetime

from django.db.models import Exists, F, OuterRef, Q

from mentoring.lib.dates import add_months, months_between
from people.organizations.models import Organization
from people.staff.models import Employment
from people.staff.states import Category

ONE_DAY = datetime.timedelta(days=1)
# From this day categories are given without a term; earlier ones last five years to their end
# (order of the Ministry of Education of 24.03.2023 No. 196).
WITHOUT_TERM_SINCE = datetime.date(2023, 9, 1)
TERM_MONTHS = 60
# Fitness for the post is looked at anew every five years, whenever it was found (the same order).
ALWAYS_WITH_TERM = (Category.SUITABLE,)
HAD_TERM = (Category.FIRST, Category.HIGHEST)


def _latest_first(rows):
    return rows.select_related("organization").order_by(F("starts_on").desc(nulls_last=True), "-pk")


def merged_into(organization):
    """Keys of the organization and of all merged into it, however often."""
    absorbed, found = {organization.pk}, {organization.pk}
    while found:
        found = set(Organization.objects.filter(merged_into__in=found).values_list("pk", flat=True)) - absorbed
        absorbed |= found
    return absorbed


def periods_of(employment):
    """Every work of the person in this organization and in those merged into it; the latest first."""
    rows = Employment.objects.filter(person=employment.person_id)
    return _latest_first(rows.filter(organization__in=merged_into(employment.organization)))


def path_of(person):
    """Every work of ``person`` in all organizations, the latest first: for the person alone."""
    return _latest_first(Employment.objects.filter(person=person))


def career_of(employment):
    """This work and the person's work in organizations merged into this one; the latest first."""
    return [
        row for row in periods_of(employment) if row.pk == employment.pk or row.organization != employment.organization
    ]


def other_posts(employment, day):
    """The person's further posts here that have not ended by ``day``, the main one first."""
    rows = Employment.objects.filter(person=employment.person_id, organization=employment.organization_id)
    here = rows.exclude(pk=employment.pk).order_by("-is_primary", "pk")
    return [row for row in here if row.goes_on(day)]


def main_works(rows, day):
    """Of ``rows`` those by which their people act in the organization on ``day``: the main work, else the oldest."""
    better = Q(is_primary__gt=OuterRef("is_primary")) | Q(is_primary=OuterRef("is_primary"), pk__lt=OuterRef("pk"))
    others = Employment.objects.active_on(day).filter(
        better, person=OuterRef("person"), organization=OuterRef("organization")
    )
    return rows.filter(~Exists(others))


def years_here(periods, day):
    """Whole years of work in ``periods`` up to ``day``, days worked in two posts counted once; None if unknown."""
    spans = sorted((row.starts_on, min(row.ends_on or day, day)) for row in periods if row.starts_on)
    if not spans:
        return None
    return sum(months_between(start, end) for start, end in _joined(spans)) // 12


def _joined(spans):
    """Overlapping and adjoining spans made one."""
    joined = []
    for start, end in spans:
        if joined and start <= joined[-1][1] + ONE_DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start <= end:
            joined.append((start, end))
    return joined


def category_until(employment):
    """The last day of the category's term, or None where it has none or its day is not known."""
    given, category = employment.category_on, employment.category
    if given is None:
        return None
    if category in ALWAYS_WITH_TERM or (category in HAD_TERM and given < WITHOUT_TERM_SINCE):
        return add_months(given, TERM_MONTHS) - ONE_DAY
    return None

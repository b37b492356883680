"""Whose figures on which day: several organizations at once, each by its own regulation."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.db.models import Q

from people.organizations.models import RegulationVersion
from people.organizations.selectors import read_settings

# Where each kind of row keeps its organization.
ORGANIZATION_OF = {
    "employment": "organization",
    "mentorentry": "employment__organization",
    "menteeentry": "employment__organization",
    "mentorship": "organization",
    "program": "mentorship__organization",
    "event": "program__mentorship__organization",
    "ordersubject": "order__organization",
    "item": "stage__roadmap__organization",
}


def path_of(rows):
    """The lookup from ``rows`` to their organization."""
    return ORGANIZATION_OF[rows.model._meta.model_name]


@dataclass(frozen=True)
class Scope:
    """Organizations and a day; their regulations are read in one query however many they are."""

    organizations: tuple
    day: date

    @cached_property
    def settings(self):
        """Organization pk → its regulation on the day; the earliest version before its start."""
        return {pk: read_settings(text) for pk, text in self.texts.items()}

    @cached_property
    def texts(self):
        """The same as the texts that are stored."""
        newest, earliest = {}, {}
        versions = RegulationVersion.objects.in_force().as_text().filter(organization__in=self.organizations)
        versions = versions.order_by("-valid_from")
        for version in versions:
            earliest[version.organization_id] = version
            if version.valid_from <= self.day:
                newest.setdefault(version.organization_id, version)
        return {pk: row.text for pk, row in (earliest | newest).items()}

    @cached_property
    def day_over(self):
        """The moment at which the day is over at every one of the organizations."""
        midnight = datetime.combine(self.day + timedelta(days=1), time())
        zones = {organization.time_zone for organization in self.organizations}
        return max(midnight.replace(tzinfo=ZoneInfo(zone)) for zone in zones or {"UTC"})

    def by_rule(self, path, rule):
        """A condition that holds each organization at ``path`` to its own regulation: ``rule(settings)`` is a Q."""
        alike = defaultdict(list)
        for pk, settings in self.settings.items():
            alike[rule(settings)].append(pk)
        condition = Q(pk__in=[])
        for held, organizations in alike.items():
            condition |= held & Q(**{f"{path}__in": organizations})
        return condition

    def this_year(self, path, field):
        """A condition: the day in ``field`` lies in the school year of each organization, up to the day."""
        return self.by_rule(
            path, lambda settings: Q(**{f"{field}__gte": year_start(settings, self.day), f"{field}__lte": self.day})
        )


def year_start(settings, day):
    """The first day of the school year that ``day`` belongs to."""
    return date(settings.school_year_of(day), *settings.school_year_start.as_tuple())

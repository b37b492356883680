"""Reads about a territory: its organizations and their figures, never a name."""

from dataclasses import dataclass

from people.organizations.models import Authority, Organization
from reports.monitoring.indicators import BY_CODE, territory_figures

CODES = ("mentee_coverage", "young_coverage", "mentees_paired", "plan_done", "programs_completed")


@dataclass(frozen=True)
class Total:
    """A figure of the whole territory: the sums above and below the line."""

    label: str
    numerator: int
    denominator: int


def authorities_below(authority):
    """The authority and all below it, at any depth: one query for the whole tree."""
    children = {}
    for node in Authority.objects.order_by("name"):
        children.setdefault(node.parent_id, []).append(node)
    found, queue = [authority], [authority]
    while queue:
        below = children.get(queue.pop().pk, [])
        found += below
        queue += below
    return found


def organizations_below(authority):
    """Organizations of the authority and of all below it, by name."""
    rows = Organization.objects.filter(authority__in=authorities_below(authority))
    return list(rows.select_related("authority").order_by("short_name"))


def picture_of(authority, day):
    """(organizations with their figures, totals of the territory), with a fixed number of queries."""
    organizations = organizations_below(authority)
    found = territory_figures(organizations, day, CODES)
    lines = [(organization, found[organization.pk]) for organization in organizations]
    totals = [
        Total(
            BY_CODE[code].label,
            sum(figures[place].numerator for _organization, figures in lines),
            sum(figures[place].denominator for _organization, figures in lines),
        )
        for place, code in enumerate(CODES)
    ]
    return lines, totals

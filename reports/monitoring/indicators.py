"""The catalog of indicators and their figures: each with numerator, denominator, day and the rows behind them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from django.db.models import Count, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from mentoring.lib.statements import answers, said
from mentoring.lib.ui import thin
from people.organizations.models import Organization
from reports.monitoring import populations
from reports.monitoring.scope import Scope, path_of

Rows = Callable[[Scope], QuerySet]
NO_SHARE = "–"
# Each part of a query names every organization a few times, and SQLite takes 32 766 values in one.
MOST_NAMED = 5000


@dataclass(frozen=True)
class Indicator:
    """What is measured: ``formula`` says in words what is divided by what.

    A ``share`` is a part of its denominator and is read in per cent; a ``ratio`` is a number («1.5 per mentor»).
    """

    code: str
    label: str
    formula: str
    numerator: Rows
    denominator: Rows
    kind: Literal["share", "ratio"] = "share"

    def compute(self, organization, day):
        """The figure of one organization on ``day``: two queries, one of them for the regulation."""
        return territory_figures([organization], day, [self.code])[organization.pk][0]


def rounded(numerator, denominator):
    """The quotient to one place as people round it: 5 ÷ 4 is 1.3, which binary floats make 1.2."""
    return (Decimal(numerator) / Decimal(denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _words(numerator, denominator):
    number = rounded(numerator, denominator)
    return thin(int(number) if number == int(number) else number)


def percent(numerator, denominator):
    """«77.8 %» in the language of the day; the denominator is not zero."""
    return f"{_words(100 * numerator, denominator)}\u00a0%"


@dataclass(frozen=True)
class Figure:
    """An indicator of one organization on a day, with the rows counted above and below the line."""

    indicator: Indicator
    numerator: int
    denominator: int
    day: date
    scope: Scope = field(repr=False, compare=False)
    organization: Organization = field(repr=False, compare=False)

    @property
    def code(self):
        return self.indicator.code

    @property
    def label(self):
        return self.indicator.label

    @property
    def share(self):
        """The quotient, or None where there is nothing to divide by."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def is_share(self):
        return self.indicator.kind == "share"

    @property
    def share_text(self):
        """«77.8 %», «1.5», «–» without a denominator."""
        if self.share is None:
            return NO_SHARE
        return percent(self.numerator, self.denominator) if self.is_share else _words(self.numerator, self.denominator)

    @property
    def rest(self):
        """How many of the denominator are not in the numerator; only a share has such a rest."""
        return self.denominator - self.numerator if self.is_share else None

    @property
    def numerator_rows(self):
        return self._own(self.indicator.numerator(self.scope))

    @property
    def denominator_rows(self):
        return self._own(self.indicator.denominator(self.scope))

    def _own(self, rows):
        return rows.filter(**{path_of(rows): self.organization.pk})

    @property
    def rest_rows(self):
        """Those the figure lacks: whoever is left to be looked after."""
        return self.denominator_rows.exclude(pk__in=self.numerator_rows.order_by().values("pk"))


INDICATORS = (
    Indicator(
        "mentee_coverage",
        _("Teachers who have a mentor"),
        _("Teachers who are mentees in a working pair or group ÷ all teachers"),
        lambda scope: populations.with_mentor(scope, populations.teachers(scope)),
        populations.teachers,
    ),
    Indicator(
        "young_coverage",
        _("Young teachers who have a mentor"),
        _("Teachers up to the age of the regulation with a mentor ÷ all of this age whose birth date is entered"),
        lambda scope: populations.with_mentor(scope, populations.young_teachers(scope)),
        populations.young_teachers,
    ),
    Indicator(
        "novice_coverage",
        _("Teachers with 0–3 years of work who have a mentor"),
        _("Teachers whose experience is within the number of years of the regulation with a mentor ÷ all of them"),
        lambda scope: populations.with_mentor(scope, populations.novices(scope)),
        populations.novices,
    ),
    Indicator(
        "mentor_share",
        _("Teachers who mentor"),
        _("Teachers who mentor in a working pair or group ÷ all teachers"),
        populations.mentoring_teachers,
        populations.teachers,
    ),
    Indicator(
        "mentees_paired",
        _("Mentees of the bank who have a mentor"),
        _("Mentees in a working pair or group ÷ mentees in the bank"),
        populations.mentees_of_bank_in_pairs,
        populations.mentees_in_bank,
    ),
    Indicator(
        "plan_done",
        _("Events held by the plan"),
        _("Events held ÷ events planned to date in this school year, without the cancelled ones"),
        populations.events_held,
        populations.events_due,
    ),
    Indicator(
        "programs_completed",
        _("Programs completed"),
        _("Programs completed ÷ programs whose term ended in this school year"),
        populations.programs_completed,
        populations.programs_due,
    ),
    Indicator(
        "early_ends",
        _("Pairs and groups that ended early"),
        _("Ended early or replaced ÷ pairs and groups that started in this school year"),
        populations.ended_early,
        populations.started,
    ),
    Indicator(
        "roadmap_done",
        _("Items of the roadmap done"),
        _("Items done ÷ items of the approved roadmap due to date"),
        populations.items_done,
        populations.items_due,
    ),
    Indicator(
        "acquainted",
        _("Acquainted with the orders"),
        _("Those who have read the order ÷ those named in the orders of this school year"),
        populations.acquainted,
        populations.named_in_orders,
    ),
    Indicator(
        "load",
        _("Mentees per mentor"),
        _("Mentees in working pairs and groups ÷ their mentors"),
        populations.mentees_in_pairs,
        populations.mentors_in_pairs,
        kind="ratio",
    ),
)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}


def figures(organization, day, codes=None):
    """The figures of one organization on ``day``, in the order of ``codes`` or of the catalog.

    Costs two queries, one of them for the regulations. KeyError for a code the catalog does not have.
    """
    return territory_figures([organization], day, codes)[organization.pk]


def territory_figures(organizations, day, codes=None):
    """Organization pk → its figures, as many queries for a hundred organizations as for one."""
    scope = Scope(tuple(organizations), day)
    codes = tuple(BY_CODE if codes is None else codes)
    wanted = [BY_CODE[code] for code in codes]
    counts = _counts(scope, codes)
    return {
        organization.pk: [
            Figure(
                indicator,
                counts.get((2 * place, organization.pk), 0),
                counts.get((2 * place + 1, organization.pk), 0),
                day,
                scope,
                organization,
            )
            for place, indicator in enumerate(wanted)
        ]
        for organization in scope.organizations
    }


def _counts(scope, codes):
    """(place among numerators and denominators, organization pk) → number of rows: one query, more for many."""
    if len(scope.organizations) == 1:
        [organization] = scope.organizations
        statements = _statements_of_one(scope, codes, scope.texts.get(organization.pk), organization.time_zone)
    else:
        statements = _statements(scope, codes)
    size = max(1, MOST_NAMED // max(1, len(scope.organizations)))
    groups = (statements[start : start + size] for start in range(0, len(statements), size))
    return {(place, pk): n for group in groups for place, pk, n in answers(group)}


@lru_cache(maxsize=64)
def _statements_of_one(scope, codes, text, time_zone):
    """Kept while day and regulation stay the same: to put them together is most of what a figure costs."""
    return _statements(scope, codes)


def _statements(scope, codes):
    parts = [rows(scope) for code in codes for rows in (BY_CODE[code].numerator, BY_CODE[code].denominator)]
    return [
        said(rows.order_by().values_list(Value(place), path_of(rows)).annotate(n=Count("pk")))
        for place, rows in enumerate(parts)
    ]

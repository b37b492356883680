"""Which kinds of papers an actor has before them, and of how many rows each can be made."""

from itertools import groupby

from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce

from people.accounts.access import may
from people.organizations.models import Organization
from reports.documents.catalog import KINDS, Group

ORDER = {group: place for place, group in enumerate(Group)}


def kinds_for(actor):
    """Kinds the actor may open at all, or has rows of: [(group label, [(kind, count)])]; one query for all counts."""
    counts = _counts({kind: kind.rows(actor) for kind in KINDS}, actor.organization)
    shown = [kind for kind in KINDS if counts[kind] or may(actor, kind.url_name)]
    shown.sort(key=lambda kind: ORDER[kind.group])
    return [
        (group.label, [(kind, counts[kind]) for kind in kinds])
        for group, kinds in groupby(shown, key=lambda kind: Group(kind.group))
    ]


def _counts(rows, organization):
    """How many rows each queryset has, counted in one query."""
    wanted = {f"n_{kind.code}": Coalesce(Subquery(_count(found)), 0) for kind, found in rows.items()}
    counted = Organization.objects.filter(pk=organization.pk).annotate(**wanted).values(*wanted).get()
    return {kind: counted[f"n_{kind.code}"] for kind in rows}


def _count(found):
    rows = found.model._base_manager.filter(pk__in=found.order_by().values("pk")).order_by()
    return rows.annotate(whole=Value(1)).values("whole").annotate(n=Count("pk")).values("n")

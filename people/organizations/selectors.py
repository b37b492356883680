"""Reads about an organization: its regulation and its head on a day."""

from django.db.models import Q

from people.organizations.models import Head, RegulationVersion
from people.organizations.regulations import RegulationSettings


def regulation_on(organization, day):
    """The settings of the regulation in force in ``organization`` on ``day``; the earliest version before its start.

    Raises RegulationVersion.DoesNotExist if the organization has none at all.
    """
    rows = organization.regulations.order_by("-valid_from")
    version = rows.filter(valid_from__lte=day).first() or rows.last()
    if version is None:
        raise RegulationVersion.DoesNotExist(f"{organization} has no regulation.")
    return RegulationSettings.model_validate(version.settings)


def head_on(organization, day):
    """The head of ``organization`` on ``day`` (acting ones included), or None."""
    rows = Head.objects.filter(organization=organization, starts_on__lte=day)
    rows = rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))
    return rows.select_related("employment__person").order_by("-starts_on").first()

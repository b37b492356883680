"""What the calendar does with consents by itself; running twice a day changes nothing."""

from django.db.models import F, Q

from people.consents.models import Consent
from people.consents.selectors import SOON
from people.consents.services import tidings


def remind_of_ending(organization, *, by=None):
    """Tell everybody once whose consent runs out within thirty days; returns how many were told."""
    day = organization.today()
    rows = Consent.objects.in_force(day).filter(organization=organization, valid_until__lte=day + SOON)
    rows = rows.filter(Q(reminded_on__isnull=True) | Q(reminded_on__lt=F("valid_until") - SOON))
    told = 0
    for consent in rows.select_related("person__user", "organization"):
        told += len(tidings.tell_ending(consent))
        consent.reminded_on = day
        consent.save(update_fields=["reminded_on"])
    return told

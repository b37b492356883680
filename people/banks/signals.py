"""What the banks do when something changes in another room."""

from django.dispatch import receiver

from people.banks.services import archive_left, follow_consent, seed_catalog
from people.consents.signals import consent_changed
from people.organizations.signals import organization_opened
from people.staff.signals import employment_ended


@receiver(consent_changed, dispatch_uid="banks follow consents")
def on_consent_changed(sender, consent, by, **kwargs):
    follow_consent(consent, by=by)


@receiver(organization_opened, dispatch_uid="banks start with a catalog")
def on_organization_opened(sender, organization, **kwargs):
    seed_catalog(organization)


@receiver(employment_ended, dispatch_uid="banks follow those who leave")
def on_employment_ended(sender, employment, by, **kwargs):
    """A last day that is still to come is left to the daily sweep."""
    archive_left(employment.organization, by=by)

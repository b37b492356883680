"""What the banks do when something changes in another room."""

from django.dispatch import receiver

from people.banks.services import follow_consent, seed_catalog
from people.consents.signals import consent_changed
from people.organizations.signals import organization_opened


@receiver(consent_changed, dispatch_uid="banks follow consents")
def on_consent_changed(sender, consent, by, **kwargs):
    follow_consent(consent, by=by)


@receiver(organization_opened, dispatch_uid="banks start with a catalog")
def on_organization_opened(sender, organization, **kwargs):
    seed_catalog(organization)

"""What the banks do when something changes in another room."""

from django.dispatch import receiver

from people.banks.services import follow_consent
from people.consents.signals import consent_changed


@receiver(consent_changed, dispatch_uid="banks follow consents")
def on_consent_changed(sender, consent, by, **kwargs):
    follow_consent(consent, by=by)

"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.organizations.signals import organization_opened
from programs.plans.services import seed_templates


@receiver(organization_opened, dispatch_uid="programs start from templates")
def on_organization_opened(sender, organization, **kwargs):
    seed_templates(organization)

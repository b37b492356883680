"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.accounts.signals import account_made
from programs.appointments.services import give_roles_of


@receiver(account_made, dispatch_uid="appointed people get their roles")
def on_account_made(sender, user, organization, **kwargs):
    give_roles_of(user, organization)

"""What the room does when something happens in another one."""

from django.dispatch import receiver
from django.utils.translation import ngettext

from people.organizations.signals import organization_ending, organization_opened
from programs.mentorships.models import Mentorship
from programs.mentorships.states import LIVE
from programs.orders.models import Order
from programs.orders.states import OrderState
from programs.plans.models import Program
from programs.plans.services import seed_templates
from programs.plans.states import ProgramState


@receiver(organization_opened, dispatch_uid="programs start from templates")
def on_organization_opened(sender, organization, **kwargs):
    seed_templates(organization)


@receiver(organization_ending, dispatch_uid="what runs keeps an organization open")
def on_organization_ending(sender, organization, **kwargs):
    """What has to be brought to an end first, one sentence for each sort with its number."""
    pairs = Mentorship.objects.filter(organization=organization, state__in=LIVE).count()
    programs = Program.objects.filter(mentorship__organization=organization, state=ProgramState.RUNNING).count()
    orders = Order.objects.filter(organization=organization, state=OrderState.SUBMITTED).count()
    found = [
        (pairs, ngettext("%(n)s pair or group is not ended", "%(n)s pairs and groups are not ended", pairs)),
        (programs, ngettext("%(n)s program runs", "%(n)s programs run", programs)),
        (orders, ngettext("%(n)s order waits for signature", "%(n)s orders wait for signature", orders)),
    ]
    return [sentence % {"n": count} for count, sentence in found if count]

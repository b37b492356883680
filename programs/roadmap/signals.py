"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.surveys.signals import campaign_closed
from programs.roadmap.services import fulfil_by_survey


@receiver(campaign_closed, dispatch_uid="a closed survey fulfils items of the roadmap")
def on_campaign_closed(sender, campaign, by, **kwargs):
    fulfil_by_survey(campaign, by=by)

"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.surveys.signals import campaign_closed
from programs.council.signals import meeting_held, meeting_unmarked
from programs.roadmap.services import fulfil_by_meeting, fulfil_by_survey, reopen_by_meeting


@receiver(campaign_closed, dispatch_uid="a closed survey fulfils items of the roadmap")
def on_campaign_closed(sender, campaign, by, **kwargs):
    fulfil_by_survey(campaign, by=by)


@receiver(meeting_held, dispatch_uid="a meeting held fulfils items of the roadmap")
def on_meeting_held(sender, meeting, by, **kwargs):
    fulfil_by_meeting(meeting, by=by)


@receiver(meeting_unmarked, dispatch_uid="a mark taken back opens the items of the roadmap again")
def on_meeting_unmarked(sender, meeting, by, **kwargs):
    reopen_by_meeting(meeting, by=by)

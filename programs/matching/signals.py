"""What the room does when something happens in another one."""

from django.dispatch import receiver

from programs.matching.services import keep_with_proposal
from programs.mentorships.announcements import mentorship_proposed


@receiver(mentorship_proposed, dispatch_uid="the choice that led to a proposal")
def on_mentorship_proposed(sender, mentorship, by, **kwargs):
    keep_with_proposal(mentorship, by=by)

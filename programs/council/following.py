"""What the room does when something happens in another one."""

from django.dispatch import receiver
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.history.signals import moved
from programs.council.services import drop_votes
from programs.council.signals import meeting_unmarked
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState

OVER = (MentorshipState.DECLINED, MentorshipState.IN_ORDER)


@receiver(moved, sender=Mentorship, dispatch_uid="a pair declined or ordered ends the council's vote")
def on_pair_moved(sender, thing, to, by, **kwargs):
    if to in OVER:
        drop_votes(thing, by=by)


@receiver(meeting_unmarked, dispatch_uid="a decision on a pair keeps its session held")
def on_meeting_unmarked(sender, meeting, by, **kwargs):
    """Raises MoveRefused where a decision on a pair stands in the minutes."""
    if meeting.pair_decisions.exists():
        raise MoveRefused(_("The council decided on a pair at this session. Correct the minutes instead."))

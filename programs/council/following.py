"""What the room does when something happens in another one."""

from django.dispatch import receiver
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.history.signals import moved
from programs.council.services import drop_votes
from programs.council.signals import meeting_unmarked
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState
from programs.orders.models import Order
from programs.orders.states import OrderState

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


@receiver(meeting_unmarked, dispatch_uid="an order that cites the minutes keeps its meeting held")
def on_cited_meeting_unmarked(sender, meeting, by, **kwargs):
    """Raises MoveRefused where an order cites the minutes."""
    citing = Order.objects.filter(organization=meeting.organization, details__meeting=meeting.pk)
    if order := citing.exclude(state=OrderState.DROPPED).first():
        message = _("The order “%(heading)s” cites these minutes. Correct the minutes instead.")
        raise MoveRefused(message % {"heading": order.heading})

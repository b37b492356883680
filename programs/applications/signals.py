"""What the room does when something happens in another one."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.dispatch import receiver

from people.history.models import Move
from programs.applications.models import Application
from programs.applications.selectors import WITHDRAWABLE
from programs.applications.services import close_ended
from programs.mentorships.models import Mentorship
from programs.mentorships.states import ENDED as PAIR_ENDED
from programs.plans.models import Program
from programs.plans.states import ENDED as PROGRAM_ENDED

_ENDS = ((Mentorship, PAIR_ENDED, "mentorship"), (Program, PROGRAM_ENDED, "program"))


@receiver(post_save, sender=Move, dispatch_uid="what ended closes its applications")
def on_moved(sender, instance, **kwargs):
    """A pair or a program that ended, by whatever deed, leaves nothing to ask for."""
    for model, states, column in _ENDS:
        if instance.to_state in states and instance.kind_id == ContentType.objects.get_for_model(model).pk:
            _close(instance, column)


def _close(moved, column):
    # One that stands in an order is closed when the order lets it go.
    for application in Application.objects.filter(state__in=WITHDRAWABLE, **{column: moved.thing_id}):
        close_ended(application, by=moved.by)

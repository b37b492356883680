"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.banks.models import MenteeEntry
from people.banks.states import EntryState
from people.history.signals import moved
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState
from programs.support.services import follow_entry, follow_pair

# A mentee has a mentor once a pair of their own works, or as one of a group that works already.
FOUND = (MentorshipState.ACTIVE, MentorshipState.JOINED)


@receiver(moved, sender=Mentorship, dispatch_uid="a mentor found ends the support case")
def on_pair_moved(sender, thing, to, by, **kwargs):
    if to in FOUND:
        follow_pair(thing, by=by)


@receiver(moved, sender=MenteeEntry, dispatch_uid="leaving the bank ends the support case")
def on_entry_moved(sender, thing, to, by, **kwargs):
    if to == EntryState.ARCHIVED:
        follow_entry(thing, by=by)

"""What the room does when something happens in another one."""

from django.db.models import Q
from django.dispatch import receiver
from django.utils.translation import ngettext

from people.banks.models import MentorEntry
from people.banks.states import EntryState
from people.consents.signals import consent_changed
from people.consents.states import ConsentState, Purpose
from people.history.signals import moved
from people.network.models import NetworkGrant
from people.network.services import finish_idle, follow_consent, follow_entry
from people.network.states import GRANTED, GrantState
from people.organizations.signals import organization_ending

GONE = (ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.REFUSED)


@receiver(consent_changed, dispatch_uid="the network follows consents to the transfer")
def on_consent_changed(sender, consent, by, **kwargs):
    if consent.purpose == Purpose.TRANSFER and consent.state in GONE:
        follow_consent(consent, by=by)


@receiver(moved, sender=MentorEntry, dispatch_uid="the network follows the cards of mentors")
def on_entry_moved(sender, thing, start, to, by, **kwargs):
    """Leaving the bank at home ends the grants; the last pair of a guest ends the grant that waited for it."""
    if to == EntryState.ARCHIVED:
        follow_entry(thing, by=by)
    elif start == EntryState.PAIRED:
        for grant in NetworkGrant.objects.filter(guest=thing.employment_id, state=GrantState.ENDING):
            finish_idle(grant, by=by)


@receiver(organization_ending, dispatch_uid="granted mentors keep an organization open")
def on_organization_ending(sender, organization, **kwargs):
    """What has to be brought to an end first, in words with its number."""
    running = NetworkGrant.objects.filter(Q(home=organization) | Q(host=organization), state__in=GRANTED).count()
    sentence = ngettext(
        "%(n)s mentor works between this organization and another one",
        "%(n)s mentors work between this organization and others",
        running,
    )
    return [sentence % {"n": running}] if running else []

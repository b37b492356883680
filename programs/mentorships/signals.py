"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.consents.signals import consent_changed
from people.consents.states import ConsentState
from programs.mentorships.models import Mentorship
from programs.mentorships.services import tidings
from programs.mentorships.states import RUNNING, MentorshipState

GONE = (ConsentState.WITHDRAWN, ConsentState.EXPIRED)


@receiver(consent_changed, dispatch_uid="pairs whose consent is gone")
def on_consent_changed(sender, consent, by, **kwargs):
    """A pair in an order or at work without a consent it needs waits for the curator, who is told what to do."""
    if consent.state not in GONE:
        return
    rows = Mentorship.objects.filter(
        organization=consent.organization, state__in=(*RUNNING, MentorshipState.IN_ORDER)
    ).with_people()
    for employment in consent.person.employments.filter(organization=consent.organization):
        for mentorship in rows.of(employment):
            tidings.tell_consent_gone(mentorship, employment, consent)

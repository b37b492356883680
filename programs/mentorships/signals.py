"""What the room does when something happens in another one."""

from django.dispatch import receiver

from people.banks.services import archive_left
from people.consents.signals import consent_changed
from people.consents.states import ConsentState
from people.staff.signals import employment_ended
from programs.mentorships.models import Mentorship
from programs.mentorships.services import close_left, tidings
from programs.mentorships.states import LIVE, RUNNING, MentorshipState

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


@receiver(employment_ended, dispatch_uid="pairs of those who leave")
def on_employment_ended(sender, employment, by, **kwargs):
    """End the pairs of somebody whose last day has passed; the curators learn of a day that is still to come."""
    if employment.ends_on < employment.organization.today():
        # The banks could not archive a card on which a pair still counted.
        if close_left(employment.organization, by=by):
            archive_left(employment.organization, by=by)
        return
    rows = Mentorship.objects.filter(organization=employment.organization, state__in=LIVE).with_people()
    for mentorship in rows.of(employment):
        tidings.tell_leaving(mentorship, employment)

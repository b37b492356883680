"""Mentors whom organizations of one territory share: opened cards, a request that waits, a grant that runs."""

from people.consents.models import Consent
from people.consents.services import give_consent
from people.consents.states import ConsentState
from people.network.models import NetworkGrant
from people.network.selectors import open_offers
from people.network.services.granting import accept_grant, agree_grant, ask_for, sign_grant
from people.network.services.offers import open_offer
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.script import network


def share(scenes):
    """Open the cards the script names, ask for some of them and grant one, between the ``scenes`` at hand."""
    places = {scene.part.slug: scene for scene in scenes}
    for part in network().opened:
        if part.home in places:
            _open(places[part.home], part)
    for part in network().grants:
        if {part.home, part.host} <= set(places):
            _ask(places[part.home], places[part.host], part)


def _open(scene, part):
    with as_of(scene.days.ago(5)):
        user = scene.users[part.mentor]
        open_offer(scene.mentors[part.mentor], by=user, places=part.places, mode=part.mode)
        _consent(scene, user)


def _consent(scene, user):
    for consent in Consent.objects.filter(
        person=user.person, organization=scene.organization, state=ConsentState.REQUESTED
    ):
        give_consent(consent, by=user, password=PASSWORD)


def _ask(home, host, part):
    days, mentor = home.days, home.users[part.mentor]
    with as_of(days.ago(4)):
        offer = open_offers(host.organization).get(entry=home.mentors[part.mentor])
        term = days.main if days.main.ends_on > days.next.starts_on else days.next
        grant = ask_for(
            offer,
            host.organization,
            by=host.curator,
            places=part.places,
            starts_on=host.organization.today(),
            ends_on=term.ends_on,
            reason=part.reason,
        )
    if part.fate == "asked":
        return
    with as_of(days.ago(3)):
        agree_grant(grant, by=home.curator)
        sign_grant(grant, by=home.director)
    with as_of(days.ago(2)):
        accept_grant(NetworkGrant.objects.get(pk=grant.pk), by=mentor)
        _consent(host, mentor)

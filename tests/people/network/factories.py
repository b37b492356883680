"""A second organization of the same territory, an open mentor, requests in every state."""

import datetime
from types import SimpleNamespace

from people.consents.states import Purpose
from people.models import Authority, MentorEntry, Organization
from people.network import services
from people.network.models import NetworkGrant
from people.network.states import GRANTED, HOLDING, GrantState
from tests.programs.mentorships.factories import make_mentor, user_of
from tests.world import DAY, give_consent, make_mentor_entry, make_organization, populate

LAST = DAY + datetime.timedelta(days=200)
ASK = {"places": 1, "starts_on": DAY, "ends_on": LAST, "reason": "Молодой учитель физики"}


def make_territory(world):
    """``world.home`` and a neighbor ``near`` under one authority; ``world.other`` stands under another one."""
    town = Authority.objects.create(kind="municipality", name="Город у моря")
    own = Organization.objects.filter(pk=world.home.organization.pk)
    own.update(authority=town)
    near = populate(make_organization("near", preset="school-3", authority=town))
    # The world may outlive the test that moves its organization: it is left as it is.
    home = SimpleNamespace(
        **vars(world.home) | {"organization": Organization.objects.get(pk=world.home.organization.pk)}
    )
    return SimpleNamespace(home=home, near=near, other=world.other)


def make_open(place, *, last="Открытая", capacity=2, places=2, with_consent=True, **fields):
    """A mentor of ``place`` who opened the card for the network."""
    entry = make_mentor(place.organization, last, capacity=capacity, **fields)
    if with_consent:
        give_consent(entry.employment, Purpose.TRANSFER)
    return services.open_offer(entry, by=user_of(entry), places=places, mode="mixed")


def make_request(offer, host, **values):
    return services.ask_for(offer, host.organization, by=host.curator.user, **(ASK | values))


def make_granted(home, near, offer=None, **values):
    """A mentor of ``home`` who stands in the bank of ``near``."""
    grant = make_request(offer or make_open(home), near, **values)
    services.agree_grant(grant, by=home.curator.user)
    services.sign_grant(grant, by=home.director.user)
    return services.accept_grant(grant, by=user_of(grant.entry))


def row_of(world, state=GrantState.ASKED):
    """A grant in ``state`` for the mentor of the world's home, asked for by an organization of the same town."""
    near = make_territory(world).near
    entry = world.home.mentor_entry
    guest = None
    if state in HOLDING:
        MentorEntry.objects.filter(pk=entry.pk).update(places_away=1)
    if state in GRANTED:
        guest = make_mentor_entry(near.staff.employment).employment
    return NetworkGrant.objects.create(
        home=world.home.organization,
        host=near.organization,
        entry=entry,
        guest=guest,
        places=1,
        starts_on=DAY,
        ends_on=LAST,
        reason="Физика",
        state=state,
    )

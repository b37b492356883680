"""Mentors for other organizations: no name before opening and consent, both organizations agree, places, the end."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.banks.models import MentorEntry
from people.banks.selectors import with_places
from people.banks.services import archive_entry, edit_mentor
from people.consents.services import give_consent as sign_consent
from people.consents.services import withdraw_consent
from people.consents.states import Purpose
from people.models import Competence, Consent, Employment
from people.network import selectors, services
from people.network.models import NetworkGrant
from people.network.states import GrantState, OfferState
from programs.matching.selectors import load_facts
from programs.mentorships.selectors import mentors_to_choose
from programs.mentorships.services import decline_mentorship, propose_mentorship, terminate_mentorship
from reports.home.duties import network
from reports.monitoring.indicators import figures
from tests.duties import duties_among
from tests.people.network.factories import ASK, LAST, make_granted, make_open, make_request, make_territory
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, user_of
from tests.programs.mentorships.test_races import at_once
from tests.world import DAY, PASSWORD, build_world, give_consent

CANARY = "Канарейка-Открытая"
STATES = GrantState


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = DAY


@pytest.fixture(scope="module")
def make_world():
    def build():
        world = build_world()
        world.places = make_territory(world)
        return world

    return build


@pytest.fixture
def places(world):
    return world.places


@pytest.fixture
def home(places):
    return places.home


@pytest.fixture
def near(places):
    return places.near


def offered(place):
    return {row.entry.employment.person.last_name: row.free for row in selectors.open_offers(place.organization)}


def states():
    return list(NetworkGrant.objects.order_by("pk").values_list("state", flat=True))


def away(grant):
    return MentorEntry.objects.get(pk=grant.entry_id).places_away


def page(user, name, place, *args):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client.get(reverse(f"people:{name}", args=[place.organization.slug, *args])).content.decode()


def titles(user, place):
    kinds = (network.to_decide, network.to_end, network.to_open)
    return {duty.title for duty in duties_among(kinds, user, place.organization)}


def test_no_name_leaves_before_the_mentor_opens_the_card_and_allows_the_transfer(places):
    home, near, other = places.home, places.near, places.other
    closed = make_mentor(home.organization, "Канарейка-Закрытая")
    services.propose_opening(closed, by=home.curator.user)
    with pytest.raises(MoveRefused, match="только сам наставник"):
        services.open_offer(closed, by=home.curator.user, places=1, mode="mixed")
    offer = make_open(home, last=CANARY, with_consent=False)
    asked = Consent.objects.get(person=offer.entry.employment.person, purpose=Purpose.TRANSFER)
    assert asked.state == "requested"
    assert "Канарейка" not in page(near.curator.user, "network_list", near)
    sign_consent(asked, by=user_of(offer.entry), password=PASSWORD)
    assert offered(near) == {CANARY: 2}
    listed = page(near.curator.user, "network_list", near)
    assert CANARY in listed and "Закрытая" not in listed
    assert "Канарейка" not in page(other.curator.user, "network_list", other)
    with pytest.raises(MoveRefused):
        make_request(offer, other)
    card = reverse("people:network_ask", args=[other.organization.slug, offer.pk])
    client = Client()
    client.force_login(other.curator.user)
    assert client.get(card).status_code == 404


def test_both_organizations_and_the_mentor_agree_each_in_their_turn(home, near, django_capture_on_commit_callbacks):
    offer = make_open(home, last=CANARY)
    only_here = Competence.objects.create(organization=home.organization, direction=home.direction, name="Только здесь")
    for competence in (home.competence, only_here):
        offer.entry.strengths.create(competence=competence, level=4)
    with django_capture_on_commit_callbacks(execute=True):
        grant = make_request(offer, near)
    mentor = user_of(grant.entry)
    early = [
        lambda: services.sign_grant(grant, by=home.director.user),
        lambda: services.accept_grant(grant, by=mentor),
    ]
    for deed in early:
        with pytest.raises(MoveRefused):
            deed()
    assert any(CANARY in title for title in titles(home.curator.user, home))
    services.agree_grant(grant, by=home.curator.user)
    with pytest.raises(MoveRefused):
        services.accept_grant(grant, by=mentor)
    assert not Employment.objects.filter(organization=near.organization, person=mentor.person).exists()
    assert any(CANARY in title for title in titles(home.director.user, home))
    services.sign_grant(grant, by=home.director.user)
    with pytest.raises(MoveRefused):
        services.accept_grant(grant, by=home.curator.user)
    services.accept_grant(grant, by=mentor)
    guest = Employment.objects.get(organization=near.organization, person=mentor.person)
    assert (guest.is_external, guest.starts_on, guest.ends_on) == (True, DAY, LAST)
    assert (guest.phone, guest.email, guest.education) == ("", "", "")
    assert (guest.mentor_entry.capacity, guest.mentor_entry.state) == (1, "candidate")
    assert [(each.competence, each.level) for each in guest.mentor_entry.strengths.all()] == [(near.competence, 4)]
    assert states() == [STATES.ACTIVE]


def grow(home, near, **values):
    """A granted mentor with the consents of the asking organization, and one pair there."""
    grant = make_granted(home, near, **values)
    guest = grant.guest
    for purpose in (Purpose.PROCESSING, Purpose.MENTOR):
        Consent.objects.filter(organization=near.organization, person=guest.person, purpose=purpose).delete()
        give_consent(guest, purpose)
    MentorEntry.objects.filter(employment=guest).update(state="active")
    return grant, MentorEntry.objects.get(employment=guest)


def pair_with(place, entry, **terms):
    mentee = make_mentee(place.organization)
    values = TERMS | {"ends_on": LAST} | terms
    return propose_mentorship(
        place.organization, by=place.curator.user, mentor_entry=entry, mentee_entries=[mentee], **values
    )


def test_places_given_away_are_taken_off_at_home_and_come_back(home, near):
    grant, guest_entry = grow(home, near)
    assert (away(grant), offered(near)) == (1, {"Открытая": 1})
    assert {row.places for row in mentors_to_choose(home.organization).filter(pk=grant.entry_id)} == {1}
    assert with_places(MentorEntry.objects.filter(pk=grant.entry_id)).get().places == 1
    entry = MentorEntry.objects.get(pk=grant.entry_id)
    pair_with(home, entry)
    with pytest.raises(MoveRefused):
        pair_with(home, entry)
    with pytest.raises(MoveRefused):
        edit_mentor(entry, by=home.curator.user, values={"capacity": 1}, strengths=[], expected_version=entry.version)
    pair_with(near, guest_entry)
    with pytest.raises(MoveRefused):
        pair_with(near, guest_entry)
    with pytest.raises(MoveRefused):
        pair_with(near, guest_entry, ends_on=LAST + datetime.timedelta(days=1))


def test_a_refusal_frees_the_places_and_the_curator_refuses_what_is_not_free_any_more(home, near):
    offer = make_open(home, capacity=1, places=1)
    grant = make_request(offer, near)
    pair_with(home, offer.entry)
    with pytest.raises(MoveRefused, match="свободных мест"):
        services.agree_grant(grant, by=home.curator.user)
    services.refuse_grant(grant, by=home.curator.user, reason="Место занято")
    second = make_request(make_open(home, last="Вторая"), near)
    services.agree_grant(second, by=home.curator.user)
    assert away(second) == 1
    services.refuse_grant(second, by=user_of(second.entry), reason="Не успеваю")
    assert (away(second), states()) == (0, [STATES.REFUSED, STATES.REFUSED])


def test_a_consent_taken_back_stops_what_is_only_asked_for_and_hides_the_name(home, near):
    grant = make_request(make_open(home, last=CANARY), near)
    consent = Consent.objects.get(person=grant.entry.employment.person, purpose=Purpose.TRANSFER)
    withdraw_consent(consent, by=user_of(grant.entry))
    assert (states(), offered(near)) == ([STATES.REFUSED], {})
    assert grant.entry.network_offer.__class__.objects.get(entry=grant.entry).state == OfferState.CLOSED
    for name, args in (("network_list", ()), ("grant_card", (grant.pk,))):
        assert CANARY not in page(near.curator.user, name, near, *args)
    assert CANARY in page(home.curator.user, "grant_card", home, grant.pk)


def test_a_grant_ends_at_once_without_pairs_and_otherwise_with_the_last_one(home, near, settings):
    idle = make_granted(home, near)
    services.end_grant(idle, by=home.curator.user, reason="Нужна у себя")
    idle.guest.refresh_from_db()
    assert (idle.guest.ends_on, idle.guest.mentor_entry.state, away(idle)) == (DAY, "archived", 0)
    grant, entry = grow(home, near)
    pair = pair_with(near, entry)
    pair.members.update(is_active=True)
    type(pair).objects.filter(pk=pair.pk).update(state="active")
    MentorEntry.objects.filter(pk=entry.pk).update(state="paired")
    settings.MENTORING_TODAY = LAST + datetime.timedelta(days=1)
    assert services.keep_grants(home.organization) == 1
    grant.refresh_from_db()
    assert (grant.state, Employment.objects.get(pk=grant.guest_id).ends_on, away(grant)) == (STATES.ENDING, None, 1)
    assert any("Открытая" in title for title in titles(near.curator.user, near))
    assert services.keep_grants(home.organization) == 0
    terminate_mentorship(type(pair).objects.get(pk=pair.pk), by=near.curator.user, on=LAST, reason="Срок")
    grant.refresh_from_db()
    assert (grant.state, away(grant)) == (STATES.ENDED, 0)
    assert not Employment.objects.active_on(LAST + datetime.timedelta(days=2)).filter(pk=grant.guest_id).exists()


def test_a_place_that_comes_free_before_the_last_pair_ends_goes_to_nobody(home, near):
    grant, entry = grow(home, near, places=2)
    pairs = [pair_with(near, entry), pair_with(near, entry)]
    services.end_grant(grant, by=home.curator.user, reason="Нужна у себя")
    decline_mentorship(pairs[0], by=near.curator.user, reason="Не нужно")
    assert entry not in mentors_to_choose(near.organization)
    with pytest.raises(MoveRefused, match="больше не берёт здесь наставляемых"):
        pair_with(near, entry)
    assert entry.pk not in {one.pk for one in load_facts(near.organization, DAY)[1]}
    decline_mentorship(pairs[1], by=near.curator.user, reason="Не нужно")
    assert services.keep_grants(home.organization) == 1


def test_a_mentor_who_leaves_the_own_bank_leaves_the_other_organization(home, near):
    grant = make_granted(home, near)
    archive_entry(MentorEntry.objects.get(pk=grant.entry_id), by=home.curator.user)
    assert states() == [STATES.ENDED]
    assert offered(near) == {}


def test_a_granted_mentor_is_nobodys_staff_figure_at_the_asking_organization(home, near):
    def counted():
        return {figure.code: (figure.numerator, figure.denominator) for figure in figures(near.organization, DAY)}

    before = counted()
    make_granted(home, near)
    assert counted() == before


def test_what_cannot_be_asked_for_is_refused(home, near):
    offer = make_open(home)
    wrong = [{"places": 3}, {"starts_on": DAY - datetime.timedelta(1)}, {"ends_on": DAY}, {"reason": " "}]
    for values in wrong:
        with pytest.raises(MoveRefused) as refusal:
            make_request(offer, near, **values)
        assert set(refusal.value.error_dict) == set(values)
    make_request(offer, near)
    with pytest.raises(MoveRefused, match="уже просит"):
        make_request(offer, near)
    assert not selectors.not_asked_by(selectors.open_offers(near.organization), near.organization).exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_curators_who_ask_for_the_last_place_at_once_one_gets_it():
    world = build_world()
    places = make_territory(world)
    type(world.other.organization).objects.filter(pk=world.other.organization.pk).update(
        authority=places.home.organization.authority
    )
    world.other.organization.refresh_from_db()
    offer = make_open(places.home, capacity=1, places=1)
    deeds = [
        lambda place=place: services.ask_for(offer, place.organization, by=place.curator.user, **ASK)
        for place in (places.near, world.other) * 4
    ]
    assert at_once(deeds) == (1, 7)
    assert states() == [STATES.ASKED]

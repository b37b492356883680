"""The weights of an organization: who changed what, what it did, and the way back."""

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.banks.models import Difficulty, MentorCompetence
from people.history.models import Move
from programs.matching.models import MatchWeights
from programs.matching.scoring import DEFAULTS
from programs.matching.selectors import effect_of, suggest, weights_of
from programs.matching.services import reset_weights, save_weights, take_weights_back
from tests.programs.mentorships.factories import make_mentee, make_mentor
from tests.world import undrawn

ONLY_SUBJECT = {**dict.fromkeys(DEFAULTS, 0), "subject": 10}


def test_weights_are_kept_with_who_changed_what_and_can_be_taken_back(world):
    place = world.home
    organization, by = place.organization, place.curator.user
    save_weights(organization, DEFAULTS | {"needs": 3, "time": 0}, by=by)
    save_weights(organization, DEFAULTS | {"needs": 3}, by=by)
    assert weights_of(organization) == DEFAULTS | {"needs": 3}
    take_weights_back(organization, by=by)
    assert weights_of(organization) == DEFAULTS | {"needs": 3, "time": 0}
    reset_weights(organization, by=by)
    assert weights_of(organization) == DEFAULTS
    row = MatchWeights.objects.get()
    lines = [(move.by, move.reason) for move in Move.objects.of(row)]
    needs, time = "Затруднения и компетенции", "Время"
    assert lines == [
        (by, f"{needs}: 10 → 3; {time}: 5 → 0"),
        (by, f"{time}: 0 → 5"),
        (by, f"{time}: 5 → 0"),
        (by, f"{needs}: 3 → 10; {time}: 0 → 5"),
    ]
    assert weights_of(world.other.organization) == DEFAULTS


def test_zeros_alone_and_a_stale_page_are_refused_and_the_same_writes_nothing(world):
    organization, by = world.home.organization, world.home.curator.user
    with pytest.raises(MoveRefused):
        save_weights(organization, dict.fromkeys(DEFAULTS, 0), by=by)
    assert save_weights(organization, DEFAULTS, by=by) == (DEFAULTS, DEFAULTS)
    save_weights(organization, ONLY_SUBJECT, by=by, expected_version=1)
    with pytest.raises(StaleSave):
        save_weights(organization, DEFAULTS, by=by, expected_version=1)
    assert (weights_of(organization), Move.objects.of(MatchWeights.objects.get()).count()) == (ONLY_SUBJECT, 1)


@pytest.fixture
def bank(world):
    """By the difficulties Первая stands first, by the subject Вторая."""
    place = world.home
    world.mentee = make_mentee(place.organization, "Ищущий", subject="физика")
    Difficulty.objects.create(entry=world.mentee, competence=place.competence, level_before=1)
    world.first = make_mentor(place.organization, "Первая", subject="музыка")
    world.second = make_mentor(place.organization, "Вторая", subject="физика")
    MentorCompetence.objects.create(entry=world.first, competence=place.competence, level=5)
    return world


@undrawn()
def test_a_change_tells_what_it_did_by_an_example(bank, client):
    place = bank.home
    effect = effect_of(place.organization, DEFAULTS | {"needs": 10, "subject": 0}, ONLY_SUBJECT)
    assert (effect.mentees, effect.changed) == (1, 1)
    assert effect.after == (bank.second.employment.person.short_name, 100)
    client.force_login(place.sysadmin.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("programs:matching_weights", args=[place.organization.slug])
    sent = {code: str(weight) for code, weight in ONLY_SUBJECT.items()} | {"version": "1"}
    page = client.post(url, sent, follow=True)
    assert bank.second.employment.person.short_name in str(list(page.context["messages"])[0])
    assert suggest(bank.mentee).candidates[0].mentor.pk == bank.second.pk
    stale = client.post(url, sent | {"needs": "7"})
    assert stale.context["form"].errors
    assert client.post(url, sent | {"needs": "11", "version": "2"}).context["form"].errors.keys() == {"needs"}
    assert weights_of(place.organization) == ONLY_SUBJECT
    client.post(reverse("programs:matching_weights_back", args=[place.organization.slug]), {"to": "initial"})
    assert weights_of(place.organization) == DEFAULTS

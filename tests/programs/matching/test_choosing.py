"""From the ranking to the pair: what was suggested, what was chosen, and why."""

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.banks.models import Difficulty, MentorCompetence
from people.consents.models import Consent
from people.consents.states import ConsentState
from programs.matching.models import MatchChoice
from programs.matching.selectors import suggest
from programs.matching.services import choose_mentor
from programs.mentorships.models import Mentorship
from programs.mentorships.services import propose_mentorship
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor
from tests.world import CANARY, DAY, build_world, make_mentorship, undrawn

BACKEND = "people.accounts.backends.LoginNameBackend"


def build_bank():
    """Лев needs a method: Первая can teach it, Вторая knows it a little, Третья is full, Зам leads everybody."""
    world = build_world()
    place = world.home
    world.mentee = make_mentee(place.organization, "Ищущий")
    Difficulty.objects.create(entry=world.mentee, competence=place.competence, level_before=1)
    world.first = make_mentor(place.organization, "Первая")
    world.second = make_mentor(place.organization, "Вторая")
    world.full = make_mentor(place.organization, "Третья", capacity=1)
    world.deputy = make_mentor(place.organization, "Заместова", post="заместитель директора по УВР")
    for entry, level in ((world.first, 5), (world.second, 3), (world.full, 5), (world.deputy, 2)):
        MentorCompetence.objects.create(entry=entry, competence=place.competence, level=level)
    make_mentorship(world.full, make_mentee(place.organization, "Занятая"))
    return world


@pytest.fixture(scope="module")
def make_world():
    return override_settings(MENTORING_TODAY=DAY)(build_bank)


@pytest.fixture
def bank(world):
    return world


def order(found):
    return [each.mentor.name.split()[0].split("\xa0")[0] for each in found.candidates]


def test_the_ranking_has_everybody_who_may_be_chosen_and_the_others_with_the_reason(bank):
    found = suggest(bank.mentee)
    assert order(found) == ["Первая", "Вторая", "Заместова", "Ковальчук"]
    assert [each.place for each in found.candidates] == [1, 2, 3, 4]
    assert [each.asks_reason for each in found.candidates] == [False, True, True, True]
    assert [[barrier.code for barrier in each.barriers] for each in found.left_out] == [["places"]]
    assert found.barriers == ()
    assert {row["mentor"] for row in found.ranking} == {each.mentor.pk for each in found.candidates}


def test_those_alike_share_the_place_and_stand_by_name(bank):
    MentorCompetence.objects.filter(entry=bank.second).update(level=5)
    first, second, *_ = suggest(bank.mentee).candidates
    assert [(each.place, each.ties) for each in (first, second)] == [
        (1, (second.mentor.name,)),
        (1, (first.mentor.name,)),
    ]
    assert first.mentor.pk == bank.second.pk
    assert not second.asks_reason


def test_who_has_a_mentor_or_no_consent_is_told_so_before_any_mentor(bank):
    place = bank.home
    assert [barrier.code for barrier in suggest(place.mentee_entry).barriers] == ["has_mentor"]
    with pytest.raises(MoveRefused, match="уже"):
        choose_mentor(place.mentee_entry, bank.first, by=place.curator.user)
    Consent.objects.filter(person=bank.mentee.employment.person, purpose="processing").update(
        state=ConsentState.WITHDRAWN
    )
    assert [barrier.code for barrier in suggest(bank.mentee).barriers] == ["consent"]


def test_the_first_is_chosen_without_a_word_and_kept_with_the_ranking(bank):
    by = bank.home.curator.user
    choice = choose_mentor(bank.mentee, bank.first, by=by)
    assert (choice.place, choice.reason, choice.is_manager, choice.mentorship) == (1, "", False, None)
    assert choice.suggested == suggest(bank.mentee).ranking
    pair = propose_mentorship(
        bank.home.organization, by=by, mentor_entry=bank.first, mentee_entries=[bank.mentee], **TERMS
    )
    assert MatchChoice.objects.get().mentorship == pair == pair.match_choice.mentorship


@pytest.mark.parametrize("reason", ["", "   "])
def test_against_the_ranking_without_a_reason_nothing_is_written(bank, reason):
    for entry in (bank.second, bank.deputy, bank.full):
        with pytest.raises(MoveRefused) as refusal:
            choose_mentor(bank.mentee, entry, by=bank.home.curator.user, reason=reason)
        assert ("reason" in getattr(refusal.value, "error_dict", {})) == (entry != bank.full)
    assert not MatchChoice.objects.exists()


def test_a_new_choice_takes_the_place_of_one_that_led_nowhere(bank):
    by = bank.home.curator.user
    choose_mentor(bank.mentee, bank.first, by=by)
    choose_mentor(bank.mentee, bank.second, by=by, reason="Уже помогает неделю")
    assert [(each.mentor_entry, each.place, each.reason) for each in MatchChoice.objects.all()] == [
        (bank.second, 2, "Уже помогает неделю")
    ]


def test_the_database_keeps_no_choice_against_the_ranking_without_a_reason(bank):
    choice = MatchChoice(
        organization=bank.home.organization, mentee_entry=bank.mentee, mentor_entry=bank.second, place=2, total=50
    )
    with pytest.raises(ValidationError):
        choice.validate_constraints()


def test_a_line_manager_is_proposed_by_no_way_without_a_reason(bank):
    sides = {"mentor_entry": bank.deputy, "mentee_entries": [bank.mentee]}
    by, count = bank.home.curator.user, Mentorship.objects.count()
    with pytest.raises(MoveRefused) as refusal:
        propose_mentorship(bank.home.organization, by=by, **sides, **TERMS)
    assert set(refusal.value.error_dict) == {"override_reason"}
    assert Mentorship.objects.count() == count
    pair = propose_mentorship(bank.home.organization, by=by, override_reason="Других физиков нет", **sides, **TERMS)
    assert pair.override_reason == "Других физиков нет"


def test_a_reason_where_nobody_leads_anybody_is_not_kept(bank):
    pair = propose_mentorship(
        bank.home.organization,
        by=bank.home.curator.user,
        mentor_entry=bank.first,
        mentee_entries=[bank.mentee],
        override_reason="Зря",
        **TERMS,
    )
    assert pair.override_reason == ""


@pytest.fixture
def curator(client, bank):
    client.force_login(bank.home.curator.user, backend=BACKEND)
    return client


def url(bank, name, *args):
    return reverse(f"programs:{name}", args=[bank.home.organization.slug, *args])


def test_the_way_from_the_ranking_to_the_proposal_carries_people_form_and_reason(curator, bank):
    page = curator.get(url(bank, "matching_suggestion", bank.mentee.pk)).content.decode()
    assert all(name in page for name in ("Первая", "Вторая", "Заместова", "Третья"))
    assert CANARY not in page
    choose = url(bank, "matching_choose", bank.mentee.pk) + f"?mentor={bank.deputy.pk}"
    refused = curator.post(choose, {"reason": " "})
    assert "reason" in refused.context["form"].errors
    assert not MatchChoice.objects.exists()
    answer = curator.post(choose, {"reason": "Ведёт этот класс"})
    form = curator.get(answer.url).context["form"]
    assert (form.initial["mentor"], form.initial["mentee"]) == (bank.deputy.pk, [bank.mentee.pk])
    assert (form.initial["form"], form.initial["override_reason"]) == ("head_teacher", "Ведёт этот класс")
    days = {name: form.initial[name].isoformat() for name in ("starts_on", "ends_on")}
    sent = {"mentor": bank.deputy.pk, "mentee": [bank.mentee.pk], "form": "head_teacher", "kinds": ["traditional"]}
    sent |= {"direction": "forward", **days}
    refused = curator.post(url(bank, "mentorship_propose"), sent)
    assert set(refused.context["form"].errors) == {"override_reason"}
    sent["override_reason"] = "Ведёт этот класс"
    card = curator.post(url(bank, "mentorship_propose"), sent, follow=True).content.decode()
    assert "место 3 из 4" in card
    assert card.count("Ведёт этот класс") == 1


def test_strangers_and_those_who_cannot_be_chosen_lead_back_to_the_ranking(curator, bank):
    choose = url(bank, "matching_choose", bank.mentee.pk)
    back = url(bank, "matching_suggestion", bank.mentee.pk)
    for mentor in (bank.other.mentor_entry.pk, bank.full.pk, "x", ""):
        assert curator.post(f"{choose}?mentor={mentor}", {"reason": "Так надо"}).url == back
    assert curator.get(url(bank, "matching_suggestion", bank.other.mentee_entry.pk)).status_code == 404
    assert not MatchChoice.objects.exists()


@undrawn()
def test_a_long_bank_is_searched_and_shown_by_tens_and_the_places_stay(curator, bank):
    for number in range(12):
        make_mentor(bank.home.organization, f"Ещёодна{number}", consents=("processing",))
    address = url(bank, "matching_suggestion", bank.mentee.pk)
    first = curator.get(address)
    assert (len(first.context["rows"]), first.context["more"]) == (10, 6)
    assert len(curator.get(address, {"show": 20}).context["rows"]) == 16
    found = curator.get(address, {"q": "вторая"}).context["rows"]
    assert [(row["mentor"].pk, row["candidate"].place) for row in found] == [(bank.second.pk, 2)]


def test_the_page_asks_no_more_questions_with_three_hundred_mentors(curator, bank, django_assert_max_num_queries):
    address = url(bank, "matching_suggestion", bank.mentee.pk)
    for number in range(30):
        make_mentor(bank.home.organization, f"Многая{number}", consents=("processing",))
    with django_assert_max_num_queries(40):
        curator.get(address)

"""The list of pairs and the path of a proposal as their readers use them."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.banks.models import Difficulty, MentorCompetence
from programs.mentorships.models import Mentorship
from programs.mentorships.services import agree_as_mentor, decline_mentorship
from programs.mentorships.states import MentorshipState, Stage
from tests.programs.mentorships.factories import (
    make_mentee,
    make_mentor,
    make_proposal,
)
from tests.programs.mentorships.reading import address, terms, text_of
from tests.world import CANARY, undrawn


def pairs_of(response):
    return {row["pair"].pk for row in response.context["rows"]}


# ---- the list ----


@undrawn()
def test_the_list_counts_stages_and_each_chip_shows_its_own(world, enter):
    waiting, half = make_proposal(world.home), make_proposal(world.home)
    agree_as_mentor(half, by=half.mentor.user)
    gone = make_proposal(world.home)
    decline_mentorship(gone, by=gone.mentor.user, reason="Нет времени")
    client = enter(world.home.curator.user)
    page = client.get(address("list"))
    counts = {chip.label: chip.count for chip in page.context["page"].quick}
    assert list(counts.values()) == [4, 2, 0, 0, 1, 1]
    shown = {stage: pairs_of(client.get(address("list"), {"stage": stage.value})) for stage in Stage}
    assert shown == {
        Stage.PROPOSED: {waiting.pk, half.pk},
        Stage.AGREED: set(),
        Stage.IN_ORDER: set(),
        Stage.ACTIVE: {world.home.mentorship.pk},
        Stage.ENDED: {gone.pk},
    }


@undrawn()
def test_filters_and_search_narrow_the_list(world, enter):
    pair = make_proposal(world.home, mentor=make_mentor(world.home.organization, "Чёрная-Белая"), kinds=["virtual"])
    group = make_proposal(world.home, mentees=2, kinds=["group"], form="head_teacher")
    member = group.members.first()
    client = enter(world.home.curator.user)
    asked = {
        "q": ("черная белая", pair),
        "kind": ("group", group),
        "form": ("head_teacher", group),
        "mentor": (pair.mentor_entry_id, pair),
        "mentee": (member.mentee_entry_id, group),
    }
    found = {name: pairs_of(client.get(address("list"), {name: value})) for name, (value, _) in asked.items()}
    assert found == {name: {expected.pk} for name, (_, expected) in asked.items()}
    assert pairs_of(client.get(address("list"), {"q": member.person.last_name})) == {pair.pk, group.pk}


@pytest.mark.parametrize(
    "query", [{"stage": "x"}, {"kind": '"'}, {"mentor": "x"}, {"mentee": "9" * 30}, {"page": "x"}, {"sort": "state"}]
)
@undrawn()
def test_nonsense_in_the_address_leaves_the_list_whole(world, enter, query):
    response = enter(world.home.curator.user).get(address("list"), query)
    assert pairs_of(response) == {world.home.mentorship.pk}


def test_a_filter_knows_nobody_of_another_organization(world, enter):
    client = enter(world.home.curator.user)
    stranger = {"mentor": world.other.mentor_entry.pk, "mentee": world.other.mentee_entry.pk}
    for name, key in stranger.items():
        body = text_of(client.get(address("list"), {name: key}))
        assert CANARY not in body


def test_a_participant_sees_own_pairs_only_also_in_counts_and_filters(world, enter):
    make_proposal(world.home, mentor=make_mentor(world.home.organization, "Посторонняя"))
    response = enter(world.home.mentee.user).get(address("list"))
    assert pairs_of(response) == {world.home.mentorship.pk}
    assert response.context["page"].quick[0].count == 1
    assert "Посторонн" not in text_of(response)


def test_whoever_is_asked_finds_the_way_to_the_answer_in_the_list(world, enter):
    pair = make_proposal(world.home)
    for person in (pair.mentor, pair.members.get().person):
        assert address("accept", pair.pk) in text_of(enter(person.user).get(address("list")))
    assert address("accept", pair.pk) not in text_of(enter(world.home.curator.user).get(address("list")))


def test_the_list_costs_the_same_for_three_pairs_and_nine(world, enter):
    client = enter(world.home.curator.user)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert len(client.get(address("list")).context["rows"]) == world.home.organization.mentorships.count()
        return len(captured)

    for _ in range(2):
        make_proposal(world.home)
    few = queries()
    for n in range(6):
        make_proposal(world.home, mentees=1 + n % 2, kinds=["virtual"])
    assert queries() == few


def test_the_steps_of_a_proposal_cost_the_same_for_few_people_and_many(world, enter):
    client = enter(world.home.curator.user)
    competence = world.home.competence

    def add(count):
        for _ in range(count):
            mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
            MentorCompetence.objects.create(entry=mentor, competence=competence, level=5)
            Difficulty.objects.create(entry=mentee, competence=competence, level_before=1)
        return mentor, mentee

    def queries(mentee):
        counts = []
        for query in ({}, {"mentee": mentee.pk}):
            with CaptureQueriesContext(connection) as captured:
                client.get(address("propose"), query)
            counts.append(len(captured))
        return counts

    _, mentee = add(3)
    few = queries(mentee)
    add(20)
    assert queries(mentee) == few


# ---- the path of a proposal ----


@undrawn()
def test_the_path_leads_from_the_mentees_to_a_proposal(world, enter):
    client, organization = enter(world.home.curator.user), world.home.organization
    mentee, mentor = make_mentee(organization), make_mentor(organization)
    first = client.get(address("propose"))
    assert (first.context["step"], mentee in [row["entry"] for row in first.context["free"]]) == (1, True)
    second = client.get(address("propose"), {"mentee": mentee.pk, "step": 2})
    assert (second.context["step"], mentor in [row["entry"] for row in second.context["rows"]]) == (2, True)
    third = client.get(address("propose"), {"mentee": mentee.pk, "mentor": mentor.pk, "step": 3})
    initial = third.context["form"].initial
    assert (third.context["step"], initial["starts_on"], initial["ends_on"]) == (
        3,
        organization.today(),
        datetime.date(2027, 8, 31),
    )
    done = client.post(address("propose"), terms(mentor=mentor.pk, mentee=[mentee.pk], focus=" Первый урок\u200b "))
    pair = Mentorship.objects.get(state=MentorshipState.PROPOSED)
    assert (done.url, pair.mentor_entry, pair.members.get().mentee_entry, pair.focus) == (
        address("card", pair.pk),
        mentor,
        mentee,
        "Первый урок",
    )


@undrawn()
def test_mentors_who_can_help_stand_first_and_full_ones_are_left_out(world, enter):
    organization = world.home.organization
    mentee = make_mentee(organization)
    helper, other, full = (make_mentor(organization, name, capacity=1) for name in ("Яшина", "Азова", "Букина"))
    make_proposal(world.home, mentor=full)
    MentorCompetence.objects.create(entry=helper, competence=world.home.competence, level=5)
    MentorCompetence.objects.create(entry=other, competence=world.home.competence, level=1)
    Difficulty.objects.create(entry=mentee, competence=world.home.competence, level_before=2)
    page = enter(world.home.curator.user).get(address("propose"), {"mentee": mentee.pk})
    names = [row["entry"].employment.person.last_name for row in page.context["rows"]]
    assert (names[0], "Азова" in names, "Букина" in names, page.context["left_out"]) == ("Яшина", True, False, 1)
    match = page.context["rows"][0]["matches"][0]
    assert (match.competence, [name for name, _ in match.mentees]) == (
        "Методика урока",
        [mentee.employment.person.short_name],
    )
    assert [row["matches"] for row in page.context["rows"][1:]] == [[]] * (len(names) - 1)


@pytest.mark.parametrize("query", [{"step": "2"}, {"step": "3", "mentor": "x"}, {"mentee": ["x", "-1", "9" * 30]}])
@undrawn()
def test_a_step_too_early_or_nonsense_shows_the_first_step(world, enter, query):
    page = enter(world.home.curator.user).get(address("propose"), query)
    assert (page.status_code, page.context["step"]) == (200, 1)


def test_people_of_another_organization_are_neither_shown_nor_taken(world, enter):
    client, organization = enter(world.home.curator.user), world.home.organization
    mentee, mentor = make_mentee(organization), make_mentor(organization)
    stranger, foreign = make_mentee(world.other.organization, CANARY), make_mentor(world.other.organization, CANARY)
    for query in ({}, {"mentee": stranger.pk}, {"mentee": [mentee.pk, stranger.pk], "mentor": foreign.pk}):
        assert CANARY not in text_of(client.get(address("propose"), query))
    for people in (
        {"mentor": foreign.pk, "mentee": [mentee.pk]},
        {"mentor": mentor.pk, "mentee": [stranger.pk]},
        {"mentor": mentor.pk, "mentee": [mentee.pk, stranger.pk]},
        {"mentor": "x", "mentee": ["x"]},
        {"mentor": "9" * 30, "mentee": ["9" * 30]},
        {},
    ):
        page = client.post(address("propose"), terms(**people))
        assert CANARY not in text_of(page)
        assert set(page.context["form"].errors) & {"mentor", "mentee"}
    assert not Mentorship.objects.filter(state=MentorshipState.PROPOSED).exists()


@undrawn()
def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(world, enter):
    client, organization = enter(world.home.curator.user), world.home.organization
    mentee, mentor = make_mentee(organization), make_mentor(organization)
    people = {"mentor": mentor.pk, "mentee": [mentee.pk]}
    wrong = {
        "ends_on": {"ends_on": "2026-10-01"},
        "starts_on": {"starts_on": "завтра"},
        "kinds": {"kinds": ["group"]},
        "form": {"form": "nonsense"},
        "direction": {"direction": "reverse"},
        "focus": {"focus": "ы" * 301},
    }
    for field, change in wrong.items():
        page = client.post(address("propose"), terms(**people, **({"focus": "Первый урок"} | change)))
        assert set(page.context["form"].errors) == {field}
        assert page.context["form"]["focus"].value() in ("Первый урок", "ы" * 301)
    assert not Mentorship.objects.filter(state=MentorshipState.PROPOSED).exists()

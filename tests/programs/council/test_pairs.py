"""The council on a proposed pair: comments, the vote and its quorum, the decision and the chain of approvals."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.states import Role
from people.notices.models import Notice
from programs.council import selectors, services
from programs.council.models import PairComment, PairDecision
from programs.mentorships.services import (
    agree_as_mentee,
    agree_as_mentor,
    change_mentorship,
    decline_mentorship,
    enter_order,
)
from programs.models import Mentorship
from reports.home.duties import council, founding
from tests.amending import amend
from tests.duties import duties_among
from tests.programs.council.factories import make_held, make_meeting
from tests.programs.mentorships.factories import TERMS, make_proposal, user_of
from tests.world import DAY, START, make_employment, make_user, world_with

OF_PAIRS = (
    council.votes_awaited,
    council.decisions_awaited,
    council.votes_over,
    council.not_recommended,
    founding.pairs_to_approve,
)
CHAIN = [{"code": "council", "label": "Методический совет", "role": "council", "needs_document": True}]


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, pair=make_proposal)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = DAY


@pytest.fixture
def pair(home):
    return home.pair


def member(home, name):
    """One more member of the council."""
    user = make_user(f"{name}@school-3.example", employment=make_employment(home.organization, name))
    Membership.objects.create(user=user, organization=home.organization, role=Role.COUNCIL, starts_on=START)
    return user


def agree(pair):
    agree_as_mentor(pair, by=user_of(pair.mentor_entry))
    for row in pair.members.all():
        agree_as_mentee(row, by=user_of(row.mentee_entry))
    return Mentorship.objects.get(pk=pair.pk)


def vote_of(home, pair, until=DAY):
    return services.open_vote(pair, by=home.curator.user, until=until)


def cast(vote, **voices):
    for voice, users in voices.items():
        for user in users:
            services.cast_ballot(vote, by=user, voice=voice)


def titles(user, home):
    return {duty.title for duty in duties_among(OF_PAIRS, user, home.organization)}


def test_a_comment_is_its_writers_until_the_decision_and_never_shown_to_the_pair(home, pair):
    comment = services.comment_on(pair, by=home.council.user, text="КАНАРЕЙКА: разные смены")
    with pytest.raises(MoveRefused):
        services.change_comment(comment, by=member(home, "Другая"), text="Иначе")
    services.change_comment(comment, by=home.council.user, text="КАНАРЕЙКА: подходят")
    slug, seen = home.organization.slug, {}
    readers = {role: home.people[role].user for role in home.people}
    readers |= {"its mentor": user_of(pair.mentor_entry), "its mentee": user_of(pair.members.get().mentee_entry)}
    for who, user in readers.items():
        client = Client(raise_request_exception=False)
        client.force_login(user)
        pages = [reverse(f"programs:{name}", args=[slug, pair.pk]) for name in ("pair_discussion", "mentorship_card")]
        seen[who] = ["КАНАРЕЙКА" in client.get(page).content.decode() for page in pages]
    shown = {who for who, found in seen.items() if any(found)}
    assert shown == {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL}
    services.decide_on_pair(pair, by=home.council.user, is_recommended=True, decided_on=DAY)
    for deed in (services.withdraw_comment, lambda row, by: services.change_comment(row, by=by, text="Поздно")):
        with pytest.raises(MoveRefused):
            deed(comment, by=home.council.user)
    assert PairComment.objects.get().text == "КАНАРЕЙКА: подходят"


def test_a_member_who_is_in_the_pair_neither_comments_nor_votes_nor_decides_nor_reads(home, pair):
    mentor = user_of(pair.mentor_entry)
    Membership.objects.create(user=mentor, organization=home.organization, role=Role.COUNCIL, starts_on=START)
    vote = vote_of(home, pair)
    services.comment_on(pair, by=home.council.user, text="Подходят")
    deeds = (
        lambda: services.comment_on(pair, by=mentor, text="Мы хорошие"),
        lambda: services.cast_ballot(vote, by=mentor, voice="for"),
        lambda: services.decide_on_pair(pair, by=mentor, is_recommended=True, decided_on=DAY),
    )
    for deed in deeds:
        with pytest.raises(MoveRefused):
            deed()
    actor = actor_in(mentor, home.organization)
    assert not PairComment.objects.visible_to(actor).exists()
    client = Client()
    client.force_login(mentor)
    page = reverse("programs:pair_discussion", args=[home.organization.slug, pair.pk])
    assert client.get(page).status_code == 403
    assert [user.pk for user in selectors.voters_of(pair, DAY)] == [home.council.user.pk]
    assert selectors.size_of_council(home.organization, DAY) == 2


@pytest.mark.parametrize(
    ("voices", "outcome", "words"),
    [
        ({"for": 2, "against": 1}, "carried", "За – 2, против – 1, воздержались – 0; голосовали 3 из 5"),
        ({"against": 3}, "rejected", "За – 0, против – 3, воздержались – 0; голосовали 3 из 5"),
        ({"for": 1, "against": 1, "abstained": 1}, "even", "За – 1, против – 1, воздержались – 1; голосовали 3 из 5"),
        ({"for": 2}, "no_quorum", "За – 2, против – 0, воздержались – 0; голосовали 2 из 5"),
    ],
)
def test_a_vote_is_counted_against_half_of_the_council_of_that_day(home, pair, settings, voices, outcome, words):
    council = [home.council.user, *(member(home, f"Член-{n}") for n in range(4))]
    vote = vote_of(home, pair)
    left = iter(council)
    cast(vote, **{voice: [next(left) for _ in range(n)] for voice, n in voices.items()})
    with pytest.raises(MoveRefused, match="идёт до"):
        services.close_vote(vote, by=home.curator.user)
    settings.MENTORING_TODAY = DAY + datetime.timedelta(days=1)
    with pytest.raises(MoveRefused):
        services.cast_ballot(vote, by=council[0], voice="for")
    assert f"Пора подсчитать голоса: {pair}" in titles(home.curator.user, home)
    closed = services.close_vote(vote, by=home.curator.user)
    assert (closed.outcome, closed.members, selectors.tally_of(closed).words) == (outcome, 5, words)
    asked = f"Запишите решение совета: {pair}"
    assert (asked in titles(home.council.user, home)) == (outcome != "no_quorum")
    services.decide_on_pair(pair, by=home.council.user, is_recommended=True, decided_on=DAY)
    assert asked not in titles(home.council.user, home)


def test_each_member_has_one_ballot_that_may_be_changed_and_everybody_is_led_to_the_next_step(
    home, pair, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        vote = vote_of(home, pair)
    assert Notice.objects.filter(user=home.council.user, sentence__startswith="You are asked to vote").count() == 1
    assert f"Голосование ждёт вас: {pair}" in titles(home.council.user, home)
    cast(vote, against=[home.council.user])
    cast(vote, abstained=[home.council.user])
    assert list(vote.ballots.values_list("voice", flat=True)) == ["abstained"]
    assert f"Голосование ждёт вас: {pair}" not in titles(home.council.user, home)
    assert f"Все проголосовали: {pair}" in titles(home.curator.user, home)
    assert services.close_vote(vote, by=home.curator.user).outcome == "even"


def test_a_vote_lapses_with_its_terms_and_with_its_proposal(home, pair):
    vote = vote_of(home, pair)
    changed = change_mentorship(pair, by=home.curator.user, expected_version=1, **(TERMS | {"focus": "Иначе"}))
    with pytest.raises(MoveRefused, match="Условия пары изменились"):
        cast(vote, **{"for": [home.council.user]})
    assert services.close_vote(vote, by=home.curator.user).outcome == "lapsed"
    second = vote_of(home, changed)
    decline_mentorship(changed, by=home.curator.user, reason="Другой наставник")
    second.refresh_from_db()
    assert second.outcome == "lapsed"


def test_the_recommendation_is_the_councils_step_of_the_chain_and_the_minutes_its_document(home, pair):
    amend(home.organization, {"pairing.approvals": CHAIN})
    meeting = make_held(home, number=3)
    values = {"by": home.council.user, "is_recommended": True, "decided_on": DAY, "meeting": meeting}
    with pytest.raises(MoveRefused, match="очередь"):
        services.decide_on_pair(pair, **values)
    agreed = agree(pair)
    with pytest.raises(MoveRefused) as refusal:
        services.decide_on_pair(agreed, **(values | {"meeting": None}))
    assert set(refusal.value.error_dict) == {"document"}
    with pytest.raises(MoveRefused):
        services.decide_on_pair(agreed, **(values | {"meeting": make_meeting(home)}))
    services.decide_on_pair(agreed, **values)
    approval = agreed.approvals.get()
    assert (approval.step, approval.document) == ("council", f"протокол № 3 от {DAY:%d.%m.%Y}")
    with pytest.raises(MoveRefused):
        services.take_mark_back(meeting, by=home.curator.user)
    assert enter_order(agreed, by=home.curator.user).state == "in_order"


def test_a_pair_the_council_does_not_recommend_waits_for_other_terms(home, pair):
    amend(home.organization, {"pairing.approvals": [CHAIN[0] | {"needs_document": False}]})
    agreed = agree(pair)
    with pytest.raises(MoveRefused):
        services.decide_on_pair(agreed, by=home.council.user, is_recommended=False, decided_on=DAY)
    services.decide_on_pair(agreed, by=home.council.user, is_recommended=False, decided_on=DAY, reason="Разные смены")
    assert f"Совет не рекомендует: {agreed}" in titles(home.curator.user, home)
    assert not any("согласование" in title for title in titles(home.council.user, home))
    with pytest.raises(MoveRefused):
        enter_order(agreed, by=home.curator.user)
    changed = change_mentorship(agreed, by=home.curator.user, expected_version=1, **(TERMS | {"focus": "Иначе"}))
    assert selectors.standing_decision(changed) is None
    services.decide_on_pair(agree(changed), by=home.council.user, is_recommended=True, decided_on=DAY)
    assert list(PairDecision.objects.values_list("terms", "is_recommended")) == [(1, False), (2, True)]

"""Neither yes nor no: other terms are wished, taken over or answered."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.notices.models import Notice
from programs.mentorships.models import CounterProposal, Mentorship
from programs.mentorships.services import (
    agree_as_mentee,
    agree_as_mentor,
    answer_counter,
    enter_order,
    propose_change,
    take_counter,
)
from tests.programs.mentorships.factories import FIRST, TERMS, make_proposal
from tests.programs.mentorships.test_life import agreed
from tests.world import DAY, world_with

LATER = FIRST + datetime.timedelta(days=30)


def wish(pair, terms=None, words="", side="mentor"):
    work = pair.mentor_entry.employment if side == "mentor" else pair.members.get().mentee_entry.employment
    return propose_change(pair, by=work.person.user, employment=work, terms=terms or {}, words=words)


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, pair=make_proposal)


@pytest.fixture
def pair(world):
    return world.home.pair


def states(pair):
    return list(pair.counters.order_by("pk").values_list("state", flat=True))


def test_a_wish_waits_for_the_curator_and_the_council_and_changes_nothing_yet(
    world, pair, django_capture_on_commit_callbacks
):
    Notice.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        counter = wish(pair, {"starts_on": LATER}, "В октябре я на курсах")
    assert set(Notice.objects.values_list("user", flat=True)) == {
        world.home.curator.user.pk,
        world.home.council.user.pk,
    }
    pair.refresh_from_db()
    assert (pair.starts_on, pair.state, counter.state) == (FIRST, "proposed", "waiting")
    assert (counter.starts_on, counter.ends_on, counter.kinds) == (LATER, pair.ends_on, pair.kinds)


def test_a_wish_taken_over_asks_everybody_again(world):
    pair = agreed(world.home)
    counter = wish(pair, {"starts_on": LATER, "kinds": ["virtual", "traditional"]}, side="mentee")
    take_counter(counter, by=world.home.council.user)
    pair.refresh_from_db()
    assert (pair.starts_on, pair.kinds, pair.state, pair.mentor_agreed_at) == (
        LATER,
        ["virtual", "traditional"],
        "proposed",
        None,
    )
    counter.refresh_from_db()
    assert (counter.state, counter.answered_by) == ("taken", world.home.council.user)
    with pytest.raises(MoveRefused):
        take_counter(counter, by=world.home.curator.user)


def test_a_wish_that_cannot_be_is_refused_at_the_taking_and_goes_on_waiting(world, pair):
    counter = wish(pair, {"kinds": ["group"]})
    with pytest.raises(MoveRefused):
        take_counter(counter, by=world.home.curator.user)
    counter.refresh_from_db()
    pair.refresh_from_db()
    assert (counter.state, pair.kinds) == ("waiting", TERMS["kinds"])


def test_a_wish_in_words_alone_is_answered_and_the_person_reads_it(world, pair, client):
    counter = wish(pair, words="Лучше по четвергам")
    with pytest.raises(MoveRefused):
        take_counter(counter, by=world.home.curator.user)
    with pytest.raises(MoveRefused) as refusal:
        answer_counter(counter, by=world.home.curator.user, answer="  ")
    assert list(refusal.value.message_dict) == ["answer"]
    answer_counter(counter, by=world.home.curator.user, answer="По четвергам занят кабинет")
    client.force_login(pair.mentor.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("programs:mentorship_accept", args=["school-3", pair.pk])).content.decode()
    assert "По четвергам занят кабинет" in page
    client.force_login(pair.members.get().person.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("programs:mentorship_card", args=["school-3", pair.pk])).content.decode()
    assert "По четвергам" not in page
    assert client.get(reverse("programs:counter_card", args=["school-3", counter.pk])).status_code == 404


@pytest.mark.parametrize(
    ("terms", "words", "field"),
    [({}, "", "words"), ({}, "ы" * 1001, "words"), ({"ends_on": FIRST}, "", "ends_on")],
)
def test_nothing_wished_too_much_said_and_days_that_cannot_be_are_refused(pair, terms, words, field):
    with pytest.raises(MoveRefused) as refusal:
        wish(pair, terms, words)
    assert (list(refusal.value.message_dict), states(pair)) == ([field], [])


def test_a_new_wish_takes_the_place_of_the_earlier_and_an_acceptance_of_both(pair):
    wish(pair, words="Позже")
    wish(pair, words="Ещё позже")
    assert states(pair) == ["withdrawn", "waiting"]
    agree_as_mentor(pair, by=pair.mentor.user)
    assert states(pair) == ["withdrawn", "withdrawn"]


def test_nobody_decides_on_the_own_wish_or_wishes_in_an_order(world):
    pair = agreed(world.home)
    counter = wish(pair, {"starts_on": LATER})
    for deed in (
        lambda: take_counter(counter, by=pair.mentor.user),
        lambda: answer_counter(counter, by=pair.mentor.user, answer="Нет"),
        lambda: wish(world.home.mentorship, words="Поздно"),
        lambda: propose_change(
            pair, by=world.home.staff.user, employment=world.home.staff.employment, terms={}, words="Я"
        ),
    ):
        with pytest.raises(MoveRefused):
            deed()
    enter_order(pair, by=world.home.curator.user)
    assert not CounterProposal.objects.waiting().exists()


def test_what_was_typed_stays_and_both_buttons_work_on_the_page(world, pair, client):
    client.force_login(pair.mentor.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("programs:mentorship_counter", args=["school-3", pair.pk])
    sent = {"form": pair.form, "kinds": pair.kinds, "starts_on": LATER.isoformat(), "ends_on": FIRST.isoformat()}
    page = client.post(url, sent | {"words": "Мои слова", "focus": "ЕГЭ"})
    assert page.status_code == 200 and "Мои слова" in page.content.decode()
    assert client.post(url, sent | {"ends_on": pair.ends_on.isoformat(), "words": "Мои слова"}).status_code == 302
    counter = pair.counters.get()
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    card = reverse("programs:counter_card", args=["school-3", counter.pk])
    assert [row["differs"] for row in client.get(card).context["rows"]] == [True, False, False]
    assert client.post(card, {"do": "take"}).status_code == 302
    assert Mentorship.objects.get(pk=pair.pk).starts_on == LATER


def test_a_mentee_who_agreed_and_wishes_otherwise_is_asked_only_after_the_taking(world, pair):
    member = pair.members.get()
    agree_as_mentee(member, by=member.person.user)
    wish(pair, words="Лучше позже", side="mentee")
    pair.refresh_from_db()
    assert pair.state == "mentee_agreed"

"""Both sides answer under their own accounts."""

import pytest

from mentoring.lib.moves import MoveRefused
from people.consents.models import Consent, ConsentText
from people.consents.services import withdraw_consent
from people.consents.states import Purpose
from people.history.models import Move
from people.notices.models import Notice
from programs.mentorships.services import (
    accept_mentorship,
    agree_as_mentee,
    agree_as_mentor,
    change_mentorship,
    decline_mentorship,
    enter_order,
    text_to_sign,
)
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import TERMS, make_mentor, make_proposal
from tests.world import DAY, PASSWORD, world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, pair=make_proposal, group=lambda home: make_proposal(home, mentees=3, kinds=["group"]))


def mentor_agrees(pair):
    return agree_as_mentor(pair, by=pair.mentor.user)


def mentee_agrees(member):
    return agree_as_mentee(member, by=member.person.user)


@pytest.mark.parametrize("mentor_first", [True, False])
def test_either_side_may_answer_first(world, mentor_first):
    pair = world.home.pair
    steps = [lambda: mentor_agrees(pair), lambda: mentee_agrees(pair.members.get())]
    states = [step().state for step in (steps if mentor_first else reversed(steps))]
    between = MentorshipState.MENTOR_AGREED if mentor_first else MentorshipState.MENTEE_AGREED
    assert states == [between, MentorshipState.AGREED]


def test_a_group_is_agreed_when_all_three_and_the_mentor_are(world):
    group = world.home.group
    one, two, three = group.members.all()
    states = [mentee_agrees(one).state, mentee_agrees(two).state, mentor_agrees(group).state]
    assert states == ["proposed", "proposed", "mentor_agreed"]
    assert mentee_agrees(three).state == "agreed"


def test_a_group_whose_mentees_all_agreed_waits_for_the_mentor(world):
    group = make_proposal(world.home, mentees=2, kinds=["group"])
    assert [mentee_agrees(member).state for member in group.members.all()] == ["proposed", "mentee_agreed"]


def test_a_second_answer_is_refused_and_leaves_one_line_of_history(world):
    pair = world.home.pair
    mentor_agrees(pair)
    with pytest.raises(MoveRefused):
        mentor_agrees(pair)
    assert list(Move.objects.of(pair).values_list("deed", flat=True)) == ["Proposed", "The mentor accepted"]


def test_nobody_agrees_to_terms_they_have_not_seen(world):
    pair = world.home.pair
    change_mentorship(pair, by=world.home.curator.user, expected_version=1, **(TERMS | {"focus": "ЕГЭ"}))
    with pytest.raises(MoveRefused, match="terms changed|условия"):
        accept_mentorship(pair, by=pair.mentor.user, employment=pair.mentor_entry.employment, seen=1)
    assert accept_mentorship(pair, by=pair.mentor.user, employment=pair.mentor_entry.employment, seen=2).state == (
        "mentor_agreed"
    )


def test_curators_learn_of_every_answer(world, django_capture_on_commit_callbacks):
    pair = world.home.pair
    with django_capture_on_commit_callbacks(execute=True):
        mentor_agrees(pair)
        mentee_agrees(pair.members.get())
    told = list(Notice.objects.order_by("pk").values_list("user", "sentence", "url"))
    card = f"/o/school-3/mentorships/{pair.pk}/"
    assert told == [
        (world.home.curator.user.pk, "%(name)s accepted: %(pair)s", card),
        (world.home.curator.user.pk, "Everybody agreed: %(pair)s — prepare the order.", card),
    ]


def test_the_mentor_accepts_and_signs_the_lacking_consent_in_one_step(world):
    mentor = make_mentor(world.home.organization, consents=[Purpose.PROCESSING])
    pair, work = make_proposal(world.home, mentor=mentor), mentor.employment
    ConsentText.objects.filter(organization=work.organization).update(body="Согласие: $person")
    text = text_to_sign(work, "mentor")
    accept_mentorship(
        pair, by=work.person.user, employment=work, password=PASSWORD, seen=pair.version, text_seen=text.pk
    )
    consent = Consent.objects.get(person=work.person, purpose=Purpose.MENTOR)
    assert (pair.state, consent.state, consent.method) == ("mentor_agreed", "given", "electronic")
    assert consent.wording == f"Согласие: {work.person.full_name}"
    assert text_to_sign(work, "mentor") is None


@pytest.mark.parametrize("wrong", [{"password": "не тот"}, {"password": ""}, {"text_seen": None}, {"text_seen": 10**6}])
def test_without_the_password_or_with_another_text_nothing_is_written(world, wrong):
    mentor = make_mentor(world.home.organization, consents=[Purpose.PROCESSING])
    pair, work = make_proposal(world.home, mentor=mentor), mentor.employment
    values = {"password": PASSWORD, "text_seen": text_to_sign(work, "mentor").pk, "seen": 1} | wrong
    with pytest.raises(MoveRefused):
        accept_mentorship(pair, by=work.person.user, employment=work, **values)
    pair.refresh_from_db()
    assert (pair.state, pair.mentor_agreed_at) == ("proposed", None)
    assert not Consent.objects.filter(person=work.person, purpose=Purpose.MENTOR).exists()


def test_without_the_consent_to_processing_nobody_accepts(world):
    mentor = make_mentor(world.home.organization, consents=[Purpose.MENTOR])
    pair = make_proposal(world.home, mentor=mentor)
    with pytest.raises(MoveRefused):
        accept_mentorship(pair, by=pair.mentor.user, employment=mentor.employment, password=PASSWORD, seen=1)
    pair.refresh_from_db()
    assert pair.state == "proposed"


def test_strangers_and_those_who_left_cannot_accept(world):
    group = world.home.group
    gone = group.members.first()
    decline_mentorship(group, by=gone.person.user, reason="Нет времени")
    for work in (world.home.staff.employment, gone.mentee_entry.employment):
        with pytest.raises(MoveRefused):
            accept_mentorship(group, by=work.person.user, employment=work, seen=1)
    with pytest.raises(MoveRefused):
        mentee_agrees(gone)


def test_a_mentor_who_declines_ends_the_proposal_for_all(world, django_capture_on_commit_callbacks):
    group = world.home.group
    with django_capture_on_commit_callbacks(execute=True):
        decline_mentorship(group, by=group.mentor.user, reason="  Уже трое наставляемых ")
    group.refresh_from_db()
    assert (group.state, group.end_reason, group.ended_on) == (
        "declined",
        "Уже трое наставляемых",
        world.home.organization.today(),
    )
    mentees = {member.person.user.pk for member in group.members.all()}
    assert set(Notice.objects.values_list("user", flat=True)) == mentees | {world.home.curator.user.pk}
    assert not any("трое" in str(values) for values in Notice.objects.values_list("values", flat=True))


def test_a_mentee_leaves_a_group_of_three_and_the_others_go_on(world):
    group = world.home.group
    one, two, three = group.members.all()
    mentor_agrees(group)
    mentee_agrees(one)
    mentee_agrees(two)
    row = decline_mentorship(group, by=three.person.user, reason="Нет времени")
    assert (row.state, {member.pk for member in row.current_members}) == ("agreed", {one.pk, two.pk})


def test_the_curator_withdraws_even_what_is_agreed(world):
    pair = world.home.pair
    mentor_agrees(pair)
    mentee_agrees(pair.members.get())
    row = decline_mentorship(pair, by=world.home.curator.user, reason="Наставник уходит в отпуск")
    assert (row.state, Move.objects.of(pair).last().deed) == ("declined", "The proposal was withdrawn")


@pytest.mark.parametrize("reason", ["", "   ", "\u200b\u200b", "ы" * 301])
def test_a_reason_is_asked_in_up_to_300_characters(world, reason):
    pair = world.home.pair
    with pytest.raises(MoveRefused) as refusal:
        decline_mentorship(pair, by=pair.mentor.user, reason=reason)
    pair.refresh_from_db()
    assert (list(refusal.value.message_dict), pair.state) == (["reason"], "proposed")


def test_it_is_too_late_to_decline_what_stands_in_an_order(world):
    pair = world.home.pair
    mentor_agrees(pair)
    mentee_agrees(pair.members.get())
    enter_order(pair, by=world.home.curator.user)
    with pytest.raises(MoveRefused):
        decline_mentorship(pair, by=pair.mentor.user, reason="Передумала")


def test_a_withdrawn_consent_keeps_the_pair_out_of_an_order(world):
    pair = world.home.pair
    mentor_agrees(pair)
    mentee_agrees(pair.members.get())
    consent = Consent.objects.get(person=pair.mentor, purpose=Purpose.MENTOR)
    withdraw_consent(consent, by=pair.mentor.user)
    with pytest.raises(MoveRefused):
        enter_order(pair, by=world.home.curator.user)
    pair.refresh_from_db()
    assert pair.state == "agreed"

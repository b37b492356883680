"""The card of a pair, the answers and the change of terms as their readers use them."""

import pytest
from django.urls import reverse

from people.banks.models import Competence, Difficulty
from people.consents.states import Purpose
from people.history.models import Move
from programs.mentorships.services import change_mentorship, decline_mentorship, enter_order
from programs.mentorships.states import MentorshipState
from tests.programs.mentorships.factories import (
    TERMS,
    make_mentor,
    make_proposal,
    user_of,
)
from tests.programs.mentorships.reading import address, terms, text_of
from tests.world import DAY, PASSWORD, make_mentorship, undrawn, world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, pair=make_proposal)


def test_a_member_of_a_group_reads_neither_request_nor_difficulties_of_another(world, enter):
    group = make_proposal(world.home, mentees=2, kinds=["group"])
    one, two = group.members.all()
    for member, word in ((one, "Моя просьба"), (two, "Чужая просьба")):
        member.mentee_entry.request = word
        member.mentee_entry.save()
    other = Competence.objects.create(
        organization=world.home.organization, direction=world.home.direction, name="Чужое затруднение"
    )
    Difficulty.objects.create(entry=two.mentee_entry, competence=other)
    for page in ("card", "accept"):
        body = text_of(enter(one.person.user).get(address(page, group.pk)))
        assert ("Чужая просьба" in body, "Чужое затруднение" in body) == (False, False)
        body = text_of(enter(group.mentor.user).get(address(page, group.pk)))
        assert ("Чужая просьба" in body, "Чужое затруднение" in body) == (True, True)


def test_contacts_of_the_mentor_go_to_the_mentee_only_after_the_answers(world, enter):
    work = world.home.mentor.employment
    type(work).objects.filter(pk=work.pk).update(phone="+7 900 000-00-00")
    assert "+7 900 000-00-00" in text_of(enter(world.home.mentee.user).get(address("card", world.home.mentorship.pk)))
    pair = make_proposal(world.home, mentor=world.home.mentor_entry)
    body = text_of(enter(pair.members.get().person.user).get(address("card", pair.pk)))
    assert "+7 900 000-00-00" not in body


def test_a_reason_is_read_by_those_who_keep_the_pairs_and_by_its_author(world, enter):
    pair = world.home.pair
    decline_mentorship(pair, by=pair.mentor.user, reason="Личная причина")
    people = [world.home.curator.user, world.home.director.user, pair.mentor.user, pair.members.get().person.user]
    shown = ["Личная причина" in text_of(enter(user).get(address("card", pair.pk))) for user in people]
    assert shown == [True, True, True, False]


@undrawn()
def test_the_card_names_the_next_step_and_whose_answer_is_missing(world, enter):
    pair = world.home.pair
    card = enter(world.home.curator.user).get(address("card", pair.pk))
    for person in (pair.mentor, pair.members.get().person):
        assert person.short_name in card.context["next_step"]
    assert card.context["missing_consents"] == []


def accept_data(page, **changes):
    initial = page.context["form"].initial
    return {"seen": initial["seen"], "text_seen": initial["text_seen"] or "", "password": PASSWORD} | changes


@undrawn()
def test_the_mentor_reads_the_exact_text_and_signs_it_with_the_answer(world, enter):
    mentor = make_mentor(world.home.organization, consents=[Purpose.PROCESSING])
    pair = make_proposal(world.home, mentor=mentor)
    client = enter(user_of(mentor))
    page = client.get(address("accept", pair.pk))
    assert page.context["text"].purpose == Purpose.MENTOR
    wrong = client.post(address("accept", pair.pk), accept_data(page, password="не тот"))
    assert list(wrong.context["form"].errors) == ["password"]
    assert client.post(address("accept", pair.pk), accept_data(page)).url == address("card", pair.pk)
    pair.refresh_from_db()
    assert pair.state == MentorshipState.MENTOR_AGREED


@undrawn()
def test_whoever_has_given_the_consent_accepts_with_one_button(world, enter):
    pair = world.home.pair
    client = enter(pair.members.get().person.user)
    page = client.get(address("accept", pair.pk))
    assert "password" not in page.context["form"].fields
    client.post(address("accept", pair.pk), {"seen": 1})
    assert pair.members.get().agreed_at is not None
    again = client.post(address("accept", pair.pk), {"seen": 1}, follow=True)
    assert [message.level_tag for message in again.context["messages"]] == ["success", "info"]
    assert Move.objects.of(pair).count() == 2


def test_terms_changed_while_reading_are_read_again(world, enter):
    pair = world.home.pair
    client = enter(pair.mentor.user)
    page = client.get(address("accept", pair.pk))
    change_mentorship(pair, by=world.home.curator.user, expected_version=1, **(TERMS | {"focus": "Новые условия"}))
    answer = client.post(address("accept", pair.pk), accept_data(page), follow=True)
    assert "Новые условия" in text_of(answer)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    client.post(address("accept", pair.pk), accept_data(answer))
    pair.refresh_from_db()
    assert pair.state == MentorshipState.MENTOR_AGREED


@pytest.mark.parametrize("data", [{}, {"seen": "x"}, {"seen": "9" * 30}, {"seen": "1", "text_seen": "x"}])
@undrawn()
def test_a_broken_answer_is_no_answer(world, enter, data):
    mentor = make_mentor(world.home.organization, consents=[Purpose.PROCESSING])
    pair = make_proposal(world.home, mentor=mentor)
    response = enter(user_of(mentor)).post(address("accept", pair.pk), data | {"password": PASSWORD})
    pair.refresh_from_db()
    assert (response.status_code in (200, 302), pair.state) == (True, MentorshipState.PROPOSED)


def test_without_the_consent_to_processing_the_page_says_what_to_do_first(world, enter):
    pair = make_proposal(world.home, mentor=make_mentor(world.home.organization, consents=[]))
    page = enter(pair.mentor.user).get(address("accept", pair.pk))
    assert page.context["lacks_processing"]
    assert reverse("people:consent_mine", args=["school-3"]) in text_of(page)


def test_declining_asks_for_a_reason(world, enter):
    pair = world.home.pair
    client = enter(pair.mentor.user)
    assert list(client.post(address("decline", pair.pk), {"reason": " "}).context["form"].errors) == ["reason"]
    client.post(address("decline", pair.pk), {"reason": "Нет времени"})
    pair.refresh_from_db()
    assert (pair.state, pair.end_reason) == (MentorshipState.DECLINED, "Нет времени")


def test_pages_of_answers_lead_to_the_card_once_the_order_has_begun(world, enter):
    pair = world.home.mentorship
    for user, name in (
        (world.home.mentor.user, "accept"),
        (world.home.mentor.user, "decline"),
        (world.home.curator.user, "edit"),
    ):
        for method in ("get", "post"):
            assert getattr(enter(user), method)(address(name, pair.pk)).url == address("card", pair.pk)


@undrawn()
def test_the_curator_changes_the_terms(world, enter):
    pair = world.home.pair
    client = enter(world.home.curator.user)
    initial = client.get(address("edit", pair.pk)).context["form"].initial
    response = client.post(address("edit", pair.pk), terms(version=initial["version"], focus="ЕГЭ"))
    pair.refresh_from_db()
    assert (response.url, pair.focus) == (address("card", pair.pk), "ЕГЭ")


def test_a_stale_change_shows_both_texts_and_is_saved_on_the_second_press(world, enter):
    pair = world.home.pair
    change_mentorship(pair, by=world.home.council.user, expected_version=1, **(TERMS | {"focus": "Текст совета"}))
    client = enter(world.home.curator.user)
    page = client.post(address("edit", pair.pk), terms(version=1, focus="Текст куратора"))
    body = text_of(page)
    assert ("Текст совета" in body, "Текст куратора" in body) == (True, True)
    client.post(
        address("edit", pair.pk), terms(version=page.context["form"]["version"].value(), focus="Текст куратора")
    )
    pair.refresh_from_db()
    assert pair.focus == "Текст куратора"


def test_pairs_of_another_organization_do_not_exist(world, enter):
    client = enter(world.home.curator.user)
    for name in ("card", "decline", "edit"):
        assert client.get(address(name, world.other.mentorship.pk)).status_code == 404


def test_a_pair_in_an_order_is_not_offered_for_change(world, enter):
    pair = make_mentorship(world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.AGREED)
    enter_order(pair, by=world.home.curator.user)
    body = text_of(enter(world.home.curator.user).get(address("card", pair.pk)))
    assert (address("edit", pair.pk) in body, address("decline", pair.pk) in body) == (False, False)

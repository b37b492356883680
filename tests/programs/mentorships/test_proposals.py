"""Proposing a pair or a group, and changing its terms before the order."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.banks.services import edit_mentor
from people.banks.states import EntryState
from people.history.models import Move
from people.notices.models import Notice
from people.organizations.models import RegulationVersion
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import (
    agree_as_mentee,
    agree_as_mentor,
    change_mentorship,
    decline_mentorship,
    enter_order,
    propose_mentorship,
)
from programs.mentorships.states import MentorshipState, Structure
from tests.programs.mentorships.factories import (
    FIRST,
    LAST,
    TERMS,
    make_mentee,
    make_mentor,
    make_proposal,
    user_of,
)
from tests.world import make_mentee_entry, make_mentor_entry, make_mentorship


def propose(place, mentor, mentees, **terms):
    return propose_mentorship(
        place.organization, by=place.curator.user, mentor_entry=mentor, mentee_entries=mentees, **(TERMS | terms)
    )


def refused(field, place, mentor, mentees, **terms):
    """Whether the proposal is refused beside ``field`` and nothing is written."""
    with pytest.raises(MoveRefused) as refusal:
        propose(place, mentor, mentees, **terms)
    written = place.organization.mentorships.filter(state=MentorshipState.PROPOSED).exists()
    return list(refusal.value.message_dict) == [field] and not written


def test_one_mentee_makes_a_pair_and_two_make_a_group(world):
    pair = make_proposal(world.home)
    group = make_proposal(world.home, mentees=2, kinds=["group", "traditional"])
    assert [(each.structure, each.members.count(), each.state) for each in (pair, group)] == [
        (Structure.PAIR, 1, "proposed"),
        (Structure.GROUP, 2, "proposed"),
    ]
    member = pair.members.get()
    assert (member.mentor_person, member.mentee_person) == (pair.mentor, member.mentee_entry.employment.person)
    assert (member.joined_on, member.is_active, member.agreed_at) == (FIRST, False, None)


def test_everybody_asked_gets_one_notice_with_the_address_of_the_answer(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        group = make_proposal(world.home, mentees=2, kinds=["group"])
    told = set(Notice.objects.values_list("user__login", "url"))
    people = [group.mentor, *(member.person for member in group.current_members)]
    assert told == {(person.user.login, f"/o/school-3/mentorships/{group.pk}/accept/") for person in people}


def test_nobody_mentors_themselves(world):
    mentor = make_mentor(world.home.organization)
    own = make_mentee_entry(mentor.employment)
    assert refused("mentee", world.home, mentor, [own])


def test_the_database_holds_that_nobody_mentors_themselves(world):
    pair = make_proposal(world.home)
    with pytest.raises(IntegrityError, match="mentor_is_not_own_mentee|CHECK"), transaction.atomic():
        pair.members.update(mentee_person=pair.mentor)


def test_the_database_holds_one_active_membership_of_a_mentee_in_a_direction(world):
    mentee = make_mentee(world.home.organization)
    make_mentorship(make_mentor(world.home.organization), mentee)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_mentorship(make_mentor(world.home.organization), mentee)
    assert Member.objects.filter(mentee_entry=mentee, is_active=True).count() == 1


def test_places_held_by_proposals_count_like_those_of_running_pairs(world):
    mentor = make_mentor(world.home.organization, capacity=2)
    make_proposal(world.home, mentor=mentor)
    mentees = [make_mentee(world.home.organization, f"Лишняя-{n}") for n in range(2)]
    with pytest.raises(MoveRefused) as refusal:
        propose(world.home, mentor, mentees, kinds=["group"])
    assert list(refusal.value.message_dict) == ["mentor"]
    propose(world.home, mentor, mentees[:1])
    with pytest.raises(MoveRefused):
        propose(world.home, mentor, mentees[1:])
    assert Member.objects.holding_places().filter(mentorship__mentor_entry=mentor).count() == 2


def test_fewer_places_than_are_held_are_refused_with_the_names_and_throw_nobody_out(world):
    mentor = make_mentor(world.home.organization, capacity=3)
    pairs = [make_proposal(world.home, mentor=mentor) for _ in range(2)]
    values = {"by": world.home.curator.user, "strengths": [], "expected_version": 1}
    with pytest.raises(MoveRefused) as refusal:
        edit_mentor(mentor, values={"capacity": 1}, **values)
    (sentence,) = refusal.value.message_dict["capacity"]
    assert all(pair.members.get().person.short_name in sentence for pair in pairs)
    edit_mentor(mentor, values={"capacity": 2}, **values)
    assert {pair.state for pair in Mentorship.objects.filter(mentor_entry=mentor)} == {"proposed"}
    with pytest.raises(MoveRefused):
        propose(world.home, mentor, [make_mentee(world.home.organization)])


def test_a_declined_proposal_gives_the_place_and_the_mentee_back(world):
    mentor = make_mentor(world.home.organization, capacity=1)
    first = make_proposal(world.home, mentor=mentor)
    mentee = first.members.get().mentee_entry
    decline_mentorship(first, by=user_of(mentee), reason="Уезжаю учиться")
    again = propose(world.home, mentor, [mentee])
    assert again.state == MentorshipState.PROPOSED


def test_a_mentee_with_a_mentor_underway_or_running_is_not_proposed_again(world):
    proposed = make_proposal(world.home).members.get().mentee_entry
    running = world.home.mentee_entry
    mentor = make_mentor(world.home.organization)
    for mentee in (proposed, running):
        with pytest.raises(MoveRefused) as refusal:
            propose(world.home, mentor, [mentee])
        assert list(refusal.value.message_dict) == ["mentee"]


def test_a_reverse_link_stands_beside_the_usual_one_and_needs_its_kind(world):
    """The mentor learns from the mentee: the same two people, the other way round."""
    pair = make_proposal(world.home)
    young = make_mentor_entry(pair.members.get().mentee_entry.employment)
    old = make_mentee_entry(pair.mentor_entry.employment)
    with pytest.raises(MoveRefused) as refusal:
        propose(world.home, young, [old], direction="reverse")
    assert list(refusal.value.message_dict) == ["direction"]
    reverse = propose(world.home, young, [old], direction="reverse", kinds=["reverse"])
    assert set(reverse.members.values_list("direction", "mentee_entry")) == {("reverse", old.pk)}
    other = make_mentor(world.home.organization)
    with pytest.raises(MoveRefused):
        propose(world.home, other, [old], direction="reverse", kinds=["reverse"])
    assert propose(world.home, other, [old]).direction == "forward"


@pytest.mark.parametrize("state", [EntryState.DRAFT, EntryState.CANDIDATE, EntryState.PAUSED, EntryState.ARCHIVED])
def test_whoever_is_not_ready_in_the_bank_is_refused(world, state):
    mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
    type(mentee).objects.filter(pk=mentee.pk).update(state=state)
    assert refused("mentee", world.home, mentor, [mentee])
    type(mentee).objects.filter(pk=mentee.pk).update(state=EntryState.ACTIVE)
    type(mentor).objects.filter(pk=mentor.pk).update(state=state)
    assert refused("mentor", world.home, mentor, [mentee])


@pytest.mark.parametrize(
    ("field", "terms"),
    [
        ("ends_on", {"ends_on": FIRST}),
        ("ends_on", {"ends_on": FIRST - datetime.timedelta(days=1)}),
        ("ends_on", {"ends_on": datetime.date(2126, 5, 31)}),
        ("form", {"form": "nonsense"}),
        ("form", {"form": ""}),
        ("kinds", {"kinds": []}),
        ("kinds", {"kinds": ["nonsense"]}),
        ("kinds", {"kinds": ["group"]}),
    ],
)
def test_terms_the_regulation_or_the_calendar_do_not_allow_are_refused(world, field, terms):
    mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
    assert refused(field, world.home, mentor, [mentee], **terms)


def test_kinds_are_combined_only_where_the_regulation_combines_them(world):
    version = RegulationVersion.objects.get(organization=world.home.organization)
    version.settings["kinds"]["combinable"] = False
    version.save()
    mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
    assert refused("kinds", world.home, mentor, [mentee], kinds=["traditional", "virtual"])


@pytest.mark.parametrize(
    ("field", "employment"),
    [
        ("starts_on", {"starts_on": FIRST + datetime.timedelta(days=1)}),
        ("ends_on", {"ends_on": LAST - datetime.timedelta(days=1)}),
    ],
)
def test_the_period_lies_within_everybodys_employment(world, field, employment):
    mentor, late = make_mentor(world.home.organization), make_mentee(world.home.organization, **employment)
    assert refused(field, world.home, mentor, [late])


def test_people_of_another_organization_are_refused(world):
    mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
    strangers = make_mentor(world.other.organization), make_mentee(world.other.organization)
    for pair in ((strangers[0], [mentee]), (mentor, [strangers[1]]), (mentor, [mentee, strangers[1]])):
        with pytest.raises(MoveRefused):
            propose(world.home, *pair)
    with pytest.raises(MoveRefused):
        propose(world.home, mentor, [])
    assert not world.home.organization.mentorships.filter(state=MentorshipState.PROPOSED).exists()


def test_changed_terms_ask_everybody_again(world, django_capture_on_commit_callbacks):
    pair = make_proposal(world.home)
    agree_as_mentor(pair, by=pair.mentor.user)
    agree_as_mentee(pair.members.get(), by=pair.members.get().person.user)
    Notice.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        change_mentorship(pair, by=world.home.curator.user, expected_version=1, **(TERMS | {"focus": "ЕГЭ"}))
    pair.refresh_from_db()
    assert (pair.state, pair.mentor_agreed_at, pair.focus, pair.version) == ("proposed", None, "ЕГЭ", 2)
    assert set(pair.members.values_list("agreed_at")) == {(None,)}
    assert Notice.objects.count() == 2
    assert Move.objects.of(pair).last().deed == "Terms changed, everybody is asked again"


def test_one_answer_of_a_group_is_asked_again_too(world):
    group = make_proposal(world.home, mentees=3, kinds=["group"])
    member = group.members.first()
    agree_as_mentee(member, by=member.person.user)
    change_mentorship(group, by=world.home.curator.user, expected_version=1, **(TERMS | {"kinds": ["virtual"]}))
    assert set(group.members.values_list("agreed_at")) == {(None,)}


def test_saving_the_same_terms_writes_nothing(world):
    pair = make_proposal(world.home)
    change_mentorship(pair, by=world.home.curator.user, expected_version=1, **TERMS)
    pair.refresh_from_db()
    assert (pair.version, Move.objects.of(pair).count()) == (1, 1)


def test_a_stale_change_writes_nothing_and_shows_the_terms_as_they_stand(world):
    pair = make_proposal(world.home)
    change_mentorship(pair, by=world.home.curator.user, expected_version=1, **(TERMS | {"focus": "первое"}))
    with pytest.raises(StaleSave) as stale, transaction.atomic():
        change_mentorship(pair, by=world.home.council.user, expected_version=1, **(TERMS | {"focus": "второе"}))
    pair.refresh_from_db()
    assert pair.focus == stale.value.current.focus == "первое"


def test_terms_are_closed_once_the_order_has_begun(world):
    pair = make_proposal(world.home)
    agree_as_mentor(pair, by=pair.mentor.user)
    agree_as_mentee(pair.members.get(), by=pair.members.get().person.user)
    enter_order(pair, by=world.home.curator.user)
    with pytest.raises(MoveRefused):
        change_mentorship(pair, by=world.home.curator.user, expected_version=1, **(TERMS | {"focus": "ЕГЭ"}))

"""Groups whose members come and go: before the order, at work, and down to one."""

import datetime

import pytest
from django.db import transaction

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from people.notices.models import Notice
from programs.mentorships import selectors
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import (
    activate_mentorship,
    add_mentee,
    agree_as_mentee,
    agree_as_mentor,
    change_mentorship,
    complete_mentorship,
    decline_mentorship,
    enter_order,
    leave_group,
    make_pair,
    propose_joining,
    propose_mentorship,
)
from programs.orders.selectors import orderable
from programs.orders.services import register_order
from reports.documents.orders import order_paper
from reports.orders.services import prepare_assignment
from reports.orders.services.assignment import start_work
from tests.amending import amend
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, make_proposal
from tests.programs.mentorships.test_life import agreed, running
from tests.reports.orders.factories import submitted
from tests.world import DAY, make_mentorship, world_with

YESTERDAY = DAY - datetime.timedelta(days=1)


def fresh(pair):
    return Mentorship.objects.with_people().get(pk=pair.pk)


def people_of(group):
    return {member.person.last_name for member in fresh(group).current_members}


def answered(group):
    """Who has agreed: (mentor, those of the mentees)."""
    row = fresh(group)
    return bool(row.mentor_agreed_at), {member.person.last_name for member in row.current_members if member.agreed_at}


@pytest.fixture(scope="module")
def make_world():
    return world_with(
        DAY,
        group=lambda home: running(home, mentees=2, kinds=["group"]),
        agreed_group=lambda home: agreed(home, mentees=2, kinds=["group"]),
        newcomer=lambda home: make_mentee(home.organization, "Новенькая"),
    )


@pytest.fixture
def group(world):
    return world.home.group


@pytest.fixture
def newcomer(world):
    return world.home.newcomer


def join(place, group, newcomer, on=DAY):
    """The newcomer's way into the group up to the signed order."""
    joining = propose_joining(group, newcomer, by=place.curator.user, starts_on=on)
    agree_as_mentor(joining, by=joining.mentor.user)
    agree_as_mentee(joining.members.get(), by=newcomer.employment.person.user)
    return joining


def signed(place, *pairs):
    """An order of ``pairs`` with its number and everything it puts into force, without the printed paper."""
    order = submitted(place, *pairs)
    with transaction.atomic():
        register_order(order, by=place.director.user)
        start_work(order, by=place.director.user)
    return order


# ---------- before the order ----------
def test_a_newcomer_is_asked_with_the_mentor_and_the_others_are_not(
    world, newcomer, django_capture_on_commit_callbacks
):
    group = world.home.agreed_group
    with django_capture_on_commit_callbacks(execute=True):
        row = add_mentee(group, newcomer, by=world.home.curator.user)
    assert (row.state, answered(row)) == ("proposed", (False, {"Новикова-0", "Новикова-1"}))
    told = set(Notice.objects.filter(url__endswith="/accept/").values_list("user__person__last_name", flat=True))
    assert told == {"Новенькая", row.mentor.last_name}
    agree_as_mentor(row, by=row.mentor.user)
    assert agree_as_mentee(fresh(row).members.get(mentee_entry=newcomer), by=newcomer.employment.person.user).state == (
        "agreed"
    )


def test_a_pair_that_becomes_a_group_asks_everybody(world, newcomer):
    pair = agreed(world.home)
    row = add_mentee(pair, newcomer, by=world.home.curator.user)
    assert (row.state, row.structure, answered(row)) == ("proposed", "group", (False, set()))


def test_a_newcomer_takes_the_approvals_away_and_needs_a_place(world, newcomer):
    pair = agreed(world.home, mentor=make_mentor(world.home.organization, capacity=1))
    with pytest.raises(MoveRefused) as refusal:
        add_mentee(pair, newcomer, by=world.home.curator.user)
    assert list(refusal.value.message_dict) == ["mentor"]
    assert fresh(pair).state == "agreed"


def test_a_mentee_who_left_the_group_comes_back_to_the_own_row(world):
    group = make_proposal(world.home, mentees=3, kinds=["group"])
    gone = group.members.first()
    leave_group(gone, by=world.home.curator.user, reason="Занята в олимпиадах")
    add_mentee(group, gone.mentee_entry, by=world.home.curator.user)
    assert (fresh(group).members.count(), len(people_of(group))) == (3, 3)


def test_a_proposed_group_of_one_is_a_pair_where_its_kinds_allow(world):
    group = make_proposal(world.home, mentees=2, kinds=["traditional"])
    agree_as_mentor(group, by=group.mentor.user)
    stays, leaves = group.members.order_by("pk")
    agree_as_mentee(stays, by=stays.person.user)
    row = decline_mentorship(group, by=leaves.person.user, reason="Нет времени")
    assert (row.state, row.structure, people_of(row)) == ("agreed", "pair", {stays.person.last_name})


def test_a_proposed_group_of_one_waits_for_other_kinds_and_then_asks_everybody(world):
    group = make_proposal(world.home, mentees=2, kinds=["group"])
    agree_as_mentor(group, by=group.mentor.user)
    stays, leaves = group.members.order_by("pk")
    row = decline_mentorship(group, by=leaves.person.user, reason="Нет времени")
    assert (row.state, row.is_shrunken, answered(row)) == ("proposed", True, (False, set()))
    assert not selectors.is_asked(row, stays.mentee_entry.employment)
    with pytest.raises(MoveRefused, match="kinds|вид"):
        agree_as_mentor(row, by=row.mentor.user)
    with pytest.raises(MoveRefused):
        change_mentorship(
            row,
            by=world.home.curator.user,
            expected_version=row.version,
            **(TERMS | {"kinds": ["group"], "focus": "иное"}),
        )
    change_mentorship(row, by=world.home.curator.user, expected_version=row.version, **TERMS)
    row = fresh(group)
    assert (row.structure, row.is_shrunken, selectors.awaited_people(row)) == (
        "pair",
        False,
        [row.mentor, stays.person],
    )


def test_an_agreed_group_that_shrinks_below_its_kinds_enters_no_order(world):
    group = world.home.agreed_group
    row = leave_group(group.members.first(), by=world.home.curator.user, reason="Перешла в другую группу")
    assert row.state == "proposed"
    with pytest.raises(MoveRefused):
        enter_order(row, by=world.home.curator.user)


def test_nobody_leaves_a_pair_or_a_group_in_an_order(world):
    pair = make_proposal(world.home)
    ordered = enter_order(world.home.agreed_group, by=world.home.curator.user)
    for each in (pair, ordered):
        with pytest.raises(MoveRefused):
            leave_group(each.members.first(), by=world.home.curator.user, reason="Нет времени")
    assert len(people_of(ordered)) == 2


# ---------- at work ----------
def test_a_newcomer_enters_a_group_at_work_by_a_signed_order_only(world, group, newcomer):
    place = world.home
    joining = join(place, group, newcomer)
    assert people_of(group) == {"Новикова-0", "Новикова-1"}
    with pytest.raises(MoveRefused):
        add_mentee(group, newcomer, by=place.curator.user)
    assert joining in orderable(place.organization)
    order = signed(place, fresh(joining))
    assert "Включить в действующую наставническую группу" in order.points[0]["text"]
    assert order.heading == "О включении в наставническую группу"
    assert people_of(group) == {"Новикова-0", "Новикова-1", "Новенькая"}
    joining.refresh_from_db()
    newcomer.refresh_from_db()
    assert (joining.state, joining.ended_on, newcomer.state) == ("joined", DAY, "paired")
    assert Member.objects.holding_places().filter(mentorship__mentor_entry=group.mentor_entry).count() == 3
    assert Move.objects.of(group).last().deed == "A mentee joined the group"


def test_an_order_names_new_pairs_and_newcomers_of_groups_side_by_side(world, group, newcomer):
    rows = [fresh(join(world.home, group, newcomer)), *(fresh(agreed(world.home)) for _ in range(3))]
    order = prepare_assignment(world.home.organization, rows, by=world.home.curator.user)
    assert order.heading == "О закреплении наставнических пар и включении в наставническую группу"
    assert [point["text"].split(" ")[0] for point in order.points[:2]] == ["Закрепить", "Включить"]
    (annex,) = order_paper(order).annexes
    marked = [
        row[2].endswith("– включить в действующую группу") for group_ in annex.table.groups for row in group_.rows
    ]
    assert marked == [True, False, False, False]


def test_whoever_joins_is_refused_a_second_mentor_and_a_full_group(world, group, newcomer):
    by = world.home.curator.user
    propose_joining(group, newcomer, by=by, starts_on=DAY)
    with pytest.raises(MoveRefused) as refusal:
        propose_mentorship(
            world.home.organization,
            by=by,
            mentor_entry=make_mentor(world.home.organization),
            mentee_entries=[newcomer],
            **TERMS,
        )
    assert group.mentor.short_name in refusal.value.message_dict["mentee"][0]
    with pytest.raises(MoveRefused) as refusal:
        propose_joining(group, make_mentee(world.home.organization), by=by, starts_on=DAY)
    assert list(refusal.value.message_dict) == ["mentor"]


def test_proposals_to_join_fall_with_the_group_and_an_order_refuses_them(world, newcomer):
    place, mentor = world.home, make_mentor(world.home.organization, capacity=5)
    group = running(place, mentees=2, kinds=["group"], mentor=mentor)
    late = join(place, group, make_mentee(place.organization))
    order = prepare_assignment(place.organization, [fresh(late)], by=place.curator.user)
    waiting = propose_joining(group, newcomer, by=place.curator.user, starts_on=DAY)
    complete_mentorship(group, by=place.curator.user, on=DAY)
    assert [fresh(each).state for each in (waiting, late)] == ["declined", "in_order"]
    with pytest.raises(MoveRefused) as refusal:
        activate_mentorship(late, by=place.director.user, on=DAY)
    assert mentor.employment.person.short_name in refusal.value.messages[0]
    order.refresh_from_db()
    assert order.state == "draft"


def test_the_terms_of_a_group_at_work_are_not_changed_for_a_newcomer(world, group, newcomer):
    joining = propose_joining(group, newcomer, by=world.home.curator.user, starts_on=DAY)
    terms = {name: getattr(joining, name) for name in ("form", "kinds", "starts_on", "ends_on", "focus")}
    values = {"by": world.home.curator.user, "expected_version": joining.version}
    with pytest.raises(MoveRefused):
        change_mentorship(joining, **values, **(terms | {"focus": "иное"}))
    later = DAY + datetime.timedelta(days=7)
    assert change_mentorship(joining, **values, **(terms | {"starts_on": later})).starts_on == later


def test_a_mentee_leaves_a_group_at_work_with_the_day_and_the_reason(world):
    mentor = make_mentor(world.home.organization, capacity=5)
    group = running(world.home, mentees=3, kinds=["group"], mentor=mentor)
    gone = group.members.first()
    row = leave_group(gone, by=world.home.curator.user, reason="Другая тема", on=DAY)
    gone.refresh_from_db()
    gone.mentee_entry.refresh_from_db()
    assert (row.state, row.is_shrunken, gone.left_on, gone.is_active) == ("active", False, DAY, False)
    assert gone.mentee_entry.state == "active"
    line = Move.objects.of(group).last()
    assert (line.by, line.deed) == (world.home.curator.user, "A mentee left the group")
    assert "Другая тема" in line.reason and gone.person.short_name in line.reason


@pytest.mark.parametrize("on", [YESTERDAY, DAY + datetime.timedelta(days=1)])
def test_nobody_leaves_before_joining_or_ahead(world, group, on):
    with pytest.raises(MoveRefused) as refusal:
        leave_group(group.members.first(), by=world.home.curator.user, reason="…", on=on)
    assert list(refusal.value.message_dict) == ["on"]


def test_a_group_of_one_at_work_goes_on_flagged_until_it_is_mended(
    world, group, newcomer, django_capture_on_commit_callbacks
):
    place = world.home
    with django_capture_on_commit_callbacks(execute=True):
        row = leave_group(group.members.first(), by=place.curator.user, reason="Другая тема")
    assert (row.state, row.is_shrunken) == ("active", True)
    told = set(Notice.objects.filter(user=place.curator.user).values_list("sentence", flat=True))
    assert "One mentee is left in the group %(pair)s: add somebody, make it a pair or end it." in told
    with pytest.raises(MoveRefused):
        leave_group(row.current_members[0], by=place.curator.user, reason="Другая тема")
    with pytest.raises(MoveRefused) as refusal:
        make_pair(row, by=place.curator.user, kinds=["group"])
    assert list(refusal.value.message_dict) == ["kinds"]
    row = make_pair(row, by=place.curator.user, kinds=["traditional"])
    assert (row.structure, row.kinds, row.is_shrunken) == ("pair", ["traditional"], False)
    signed(place, fresh(join(place, row, newcomer)))
    assert (fresh(row).structure, len(people_of(row))) == ("group", 2)


def test_a_mentee_of_another_organization_is_never_added(world, group):
    stranger = make_mentee(world.other.organization)
    proposal = make_proposal(world.home, mentor=make_mentor(world.home.organization))
    for deed in (
        lambda: propose_joining(group, stranger, by=world.home.curator.user, starts_on=DAY),
        lambda: add_mentee(proposal, stranger, by=world.home.curator.user),
    ):
        with pytest.raises(MoveRefused):
            deed()


def test_a_limit_of_the_regulation_holds_for_newcomers(world, group, newcomer):
    amend(world.home.organization, {"bank.max_mentees": 2})
    with pytest.raises(MoveRefused, match="2"):
        propose_joining(group, newcomer, by=world.home.curator.user, starts_on=DAY)


def test_a_pair_at_work_becomes_a_group_by_the_order_of_the_second_mentee(world, newcomer):
    mentor = make_mentor(world.home.organization, capacity=2)
    pair = make_mentorship(mentor, make_mentee(world.home.organization))
    signed(world.home, fresh(join(world.home, pair, newcomer)))
    assert (fresh(pair).structure, len(people_of(pair))) == ("group", 2)

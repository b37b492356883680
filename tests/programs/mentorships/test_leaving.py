"""Somebody leaves the organization: proposals fall, work ends on the last day, the bank card is archived."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from people.notices.models import Notice
from people.staff.services import end_employment
from programs.mentorships.models import Mentorship
from programs.mentorships.services import close_left, propose_joining
from programs.orders.services import drop_order, return_order
from reports.home.daily import DAILY
from reports.orders.services import sign_order
from tests.programs.mentorships.factories import make_mentee, make_mentor, make_proposal
from tests.programs.mentorships.test_life import agreed, in_order, running
from tests.reports.orders.factories import submitted
from tests.world import DAY, PASSWORD

YESTERDAY, TOMORROW = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)


def fresh(pair):
    return Mentorship.objects.with_people().get(pk=pair.pk)


def leave(place, entry, on=YESTERDAY):
    end_employment(entry.employment, by=place.curator.user, ends_on=on)
    entry.refresh_from_db()
    return entry


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_work_ends_with_the_last_day_of_either_side_and_the_card_is_archived(world, side):
    pair = world.home.mentorship
    entry = leave(world.home, getattr(world.home, f"{side}_entry"))
    other = world.home.mentee_entry if side == "mentor" else world.home.mentor_entry
    other.refresh_from_db()
    pair.refresh_from_db()
    assert (pair.state, pair.ended_on, entry.state, other.state) == ("terminated", YESTERDAY, "archived", "active")
    assert entry.employment.person.short_name in pair.end_reason


def test_a_last_day_ahead_ends_nothing_yet_and_tells_the_curator(world, settings, django_capture_on_commit_callbacks):
    pair = world.home.mentorship
    with django_capture_on_commit_callbacks(execute=True):
        leave(world.home, world.home.mentor_entry, on=TOMORROW)
    assert fresh(pair).state == "active"
    assert Notice.objects.filter(user=world.home.curator.user, sentence__contains="works here until").exists()
    assert close_left(world.home.organization) == 0
    settings.MENTORING_TODAY = TOMORROW + datetime.timedelta(days=1)
    assert [deed(world.home.organization) for deed in DAILY if deed in (close_left,)] == [1]
    assert (fresh(pair).state, fresh(pair).ended_on) == ("terminated", TOMORROW)


def test_proposals_of_the_mentor_fall_and_the_mentees_are_free(world):
    mentor = make_mentor(world.home.organization)
    pairs = [make_proposal(world.home, mentor=mentor), agreed(world.home, mentor=mentor)]
    leave(world.home, mentor)
    assert [fresh(pair).state for pair in pairs] == ["declined", "declined"]
    assert mentor.state == "archived"


def test_a_mentee_who_leaves_goes_out_of_the_group_and_the_others_stay(world):
    group = running(world.home, mentees=2, kinds=["group"], starts_on=YESTERDAY)
    gone = group.members.first()
    leave(world.home, gone.mentee_entry)
    gone.refresh_from_db()
    row = fresh(group)
    assert (row.state, row.is_shrunken, gone.left_on) == ("active", True, YESTERDAY)


def test_whoever_joins_the_group_of_a_mentor_who_left_is_free_again(world):
    mentor = make_mentor(world.home.organization, capacity=5)
    group = running(world.home, mentees=2, kinds=["group"], mentor=mentor)
    newcomer = make_mentee(world.home.organization)
    joining = propose_joining(group, newcomer, by=world.home.curator.user, starts_on=DAY)
    leave(world.home, mentor)
    assert [fresh(each).state for each in (group, joining)] == ["terminated", "declined"]


def test_an_order_is_refused_for_a_mentor_dismissed_while_it_waits_for_the_signature(world):
    place, pair = world.home, agreed(world.home)
    order = submitted(place, fresh(pair))
    mentor = leave(place, pair.mentor_entry)
    with pytest.raises(MoveRefused) as refusal:
        sign_order(order, by=place.director.user, password=PASSWORD)
    assert mentor.employment.person.short_name in refusal.value.messages[0]
    order.refresh_from_db()
    assert (order.state, order.number, fresh(pair).state) == ("submitted", None, "in_order")
    return_order(order, by=place.director.user, remark="Наставник уволен")
    drop_order(order, by=place.curator.user)
    assert close_left(place.organization) == 1
    assert fresh(pair).state == "declined"


def test_a_pair_ordered_ahead_ends_before_it_began(world):
    pair = in_order(world.home, starts_on=TOMORROW)
    Mentorship.objects.filter(pk=pair.pk).update(ordered_on=DAY)
    leave(world.home, pair.mentor_entry)
    assert (fresh(pair).state, fresh(pair).ended_on) == ("terminated", TOMORROW)
    assert close_left(world.home.organization) == 0


def test_everybody_who_stays_is_told_and_nobody_else(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        leave(world.home, world.home.mentor_entry)
    told = Notice.objects.filter(sentence__contains="has ended. Look what comes next")
    assert set(told.values_list("user", flat=True)) == {world.home.mentee.user.pk, world.home.curator.user.pk}

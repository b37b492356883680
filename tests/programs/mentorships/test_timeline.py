"""One line of time with everything that happened to a pair, for each reader what is theirs to read."""

import pytest

from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.history.services import record
from programs.applications.models import Application
from programs.council.services import decide_on_pair
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import history
from programs.mentorships.services import leave_group, propose_change, suspend_mentorship, terminate_mentorship
from programs.orders.models import Order
from tests.programs.mentorships.factories import make_mentee, make_mentor
from tests.programs.mentorships.test_groups import fresh, join, signed
from tests.programs.mentorships.test_life import agreed
from tests.world import DAY, world_with

READERS = ("curator", "council", "director", "psychologist", "sysadmin", "mentor")


def lines(pair, who, place):
    return history(Mentorship.objects.get(pk=pair.pk), actor_in(who, place.organization))


def eventful(place):
    """A group with a wish, an order, a newcomer, one who left, a rest and an application behind it."""
    mentor = make_mentor(place.organization, capacity=5)
    group = agreed(place, mentees=2, kinds=["group"], mentor=mentor)
    propose_change(group, by=mentor.employment.person.user, employment=mentor.employment, terms={}, words="По средам")
    signed(place, fresh(group))
    signed(place, fresh(join(place, group, make_mentee(place.organization, "Новенькая"))))
    leave_group(fresh(group).current_members[1], by=place.curator.user, reason="Другая тема")
    application = Application.objects.create(
        organization=place.organization,
        kind="resignation",
        mentorship=group,
        filed_by=mentor.employment.person.user,
        filed_as="mentor",
        filed_on=DAY,
        reason="Нагрузка",
    )
    record(application, "Filed", by=application.filed_by, reason=application.reason)
    suspend_mentorship(group, by=place.curator.user, starts_on=DAY, until=DAY, reason="Отпуск")
    terminate_mentorship(group, by=place.curator.user, on=DAY, reason="Цель достигнута")
    return group


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, group=eventful)


@pytest.fixture
def group(world):
    return world.home.group


def test_everything_stands_in_its_order_with_who_and_when_and_the_way_there(world, group):
    found = lines(group, world.home.curator.user, world.home)
    orders = {f"/o/school-3/orders/{order.pk}/" for order in Order.objects.all()}
    joining = group.joinings.get()
    assert [line["when"] for line in found] == sorted(line["when"] for line in found)
    assert all(line["who"] for line in found)
    deeds = {line["title"] for line in found}
    assert len(found) == 15 and len(deeds) >= 13
    ways = [line["url"] for line in found if line["url"]]
    # The proposal for the group and the joining lead to the newcomer, the order to its paper.
    assert ways.count(f"/o/school-3/mentorships/{joining.pk}/") == 2
    assert len([way for way in ways if way in orders]) == 1
    said = {word for line in found for word in [line["why"], line["why"].split(": ")[-1]]}
    assert {"По средам", "Отпуск", "Цель достигнута"} <= said
    # The words of an application stand on its own card, which knows who may read them.
    assert "Нагрузка" not in said


def test_a_mentee_reads_no_reasons_of_others_and_no_applications_that_are_not_theirs(world, group):
    mentee = fresh(group).current_members[0].person.user
    found = lines(group, mentee, world.home)
    said = " ".join(line["why"] for line in found)
    assert not any(word in said for word in ("Отпуск", "Другая тема", "По средам", "Цель достигнута"))
    stranger = lines(world.home.mentorship, world.home.staff.user, world.home)
    assert [line for line in stranger if line["url"]] == []


def test_wishes_and_the_councils_reasons_are_for_fewer_readers(world):
    place = world.home
    pair = agreed(place, mentor=place.mentor_entry)
    propose_change(pair, by=place.mentor.user, employment=place.mentor.employment, terms={}, words="По средам")
    decide_on_pair(pair, by=place.council.user, is_recommended=False, decided_on=DAY, reason="Далеко живут")
    # A mentor who also sits in the council is still one of the pair.
    Membership.objects.create(user=place.mentor.user, organization=place.organization, role="council", starts_on=DAY)
    found = {who: {line["why"] for line in lines(pair, getattr(place, who).user, place)} - {""} for who in READERS}
    assert found == {
        "curator": {"По средам", "Далеко живут"},
        "council": {"По средам", "Далеко живут"},
        "director": {"Далеко живут"},
        "psychologist": set(),
        "sysadmin": set(),
        "mentor": {"По средам"},
    }

"""A small organization whose every figure can be counted by hand.

The day is 15 October 2026. Ten teachers (one more has left, one works in the office): three are mentees in
working pairs, two of them of one group; two mentor. Whatever stands in another organization is never counted.
"""

import datetime
from types import SimpleNamespace

from people.banks.states import EntryState
from programs.mentorships.states import MentorshipState
from programs.models import Acquaintance, Event, Item, Order, OrderSeries, OrderSubject, Roadmap, Stage
from programs.orders.states import OrderState
from programs.plans.states import EventState, ProgramState
from programs.roadmap.states import ItemState, RoadmapState
from tests.world import (
    DAY,
    END,
    MOMENT,
    START,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    make_organization,
    make_program,
    make_user,
)

DATE = datetime.date
LONG_AGO = DATE(2010, 9, 1)


def make_counted(slug="counted", preset="school-3"):
    """The organization with everything in it, as a namespace."""
    place = SimpleNamespace(organization=make_organization(slug, preset=preset))
    place.user = make_user(f"curator@{slug}.example")
    _staff(place)
    _pairs(place)
    _programs(place)
    _order(place)
    _roadmap(place)
    return place


def build_counted():
    """A world of that organization alone."""
    return SimpleNamespace(home=make_counted())


def _staff(place):
    def teacher(last, *, born=None, teaches_since=LONG_AGO, **fields):
        employment = make_employment(place.organization, last, experience_since=teaches_since, **fields)
        employment.person.birth_date = born
        employment.person.save()
        return employment

    place.mentor = teacher("Наставникова", born=DATE(1980, 1, 1))
    place.second_mentor = teacher("Опытнова", born=DATE(1985, 1, 1))
    # 35 on the day, the birthday tomorrow; three years of work to the day.
    place.young = teacher("Юнцова", born=DATE(1990, 10, 16), teaches_since=DATE(2023, 10, 15))
    # 36 today: not young any more; no novice by one day.
    place.older = teacher("Старшева", born=DATE(1990, 10, 15), teaches_since=DATE(2023, 10, 14))
    place.novice = teacher("Новичкова", born=DATE(2002, 5, 5), teaches_since=DATE(2026, 9, 1))
    place.alone = teacher("Одинцова", born=DATE(2001, 5, 5), teaches_since=DATE(2025, 9, 1))
    place.others = [teacher(f"Учителева{letter}") for letter in "абвг"]
    # Not teachers of the day: has left, works in the office, comes next week.
    teacher("Ушедшева", ends_on=DATE(2026, 10, 14), born=DATE(2000, 1, 1))
    teacher("Конторская", is_teacher=False)
    teacher("Будущева", starts_on=DATE(2026, 10, 16))
    # The same person with a second card is one teacher.
    second = teacher("Вторая", is_primary=False)
    second.person = place.mentor.person
    second.save()


def _pairs(place):
    mentor = make_mentor_entry(place.mentor, state=EntryState.PAIRED)
    second = make_mentor_entry(place.second_mentor, state=EntryState.PAIRED)
    paired = [make_mentee_entry(each, state=EntryState.PAIRED) for each in (place.young, place.older, place.novice)]
    place.in_pairs = paired
    # In the bank without a mentor; the third waits for a consent and is not in the bank yet.
    make_mentee_entry(place.alone)
    make_mentee_entry(place.others[0])
    make_mentee_entry(place.others[1], state=EntryState.CANDIDATE)
    place.pair = make_mentorship(mentor, paired[0])
    place.group = make_mentorship(second, paired[1], paired[2], starts_on=DATE(2026, 9, 15))
    free = make_mentor_entry(place.others[2])
    ended = {"state": MentorshipState.TERMINATED, "ended_on": DATE(2026, 10, 1), "end_reason": "заявление"}
    place.ended = make_mentorship(free, paired[0], **ended)
    # Last year's pair and an unanswered proposal do not count.
    make_mentorship(free, paired[1], state=MentorshipState.COMPLETED, starts_on=DATE(2025, 9, 1), ended_on=START)
    make_mentorship(free, paired[2], state=MentorshipState.PROPOSED)


def _programs(place):
    short = {"starts_on": DATE(2026, 6, 1), "ends_on": DATE(2026, 10, 10)}
    place.done = make_program(place.ended, state=ProgramState.COMPLETED, ended_on=DATE(2026, 10, 9), **short)
    place.late = make_program(place.pair, **short)
    place.running = make_program(place.group, ends_on=END)

    def event(program, planned_on, state=EventState.PLANNED, **fields):
        return Event.objects.create(program=program, content="Урок", planned_on=planned_on, state=state, **fields)

    held = {"state": EventState.HELD, "held_on": DATE(2026, 10, 2)}
    event(place.running, DATE(2026, 9, 20), **held)
    event(place.running, DATE(2026, 10, 1), **held)
    event(place.running, DAY)
    event(place.running, DATE(2026, 10, 5), EventState.MISSED)
    event(place.running, DATE(2026, 10, 6), EventState.CANCELLED)
    event(place.running, DATE(2026, 10, 16))
    event(place.late, DATE(2026, 8, 31), **held)
    event(place.late, DATE(2026, 9, 1))


def _order(place):
    series = OrderSeries.objects.create(organization=place.organization, year=2026, next_number=3)

    def order(number, signed_on, **fields):
        values = {"kind": "O4", "heading": "О наставничестве", "basis": "…", "control": "…", "series": series}
        values |= {"drafted_by": place.user, "drafted_at": MOMENT, "signer": place.user}
        return Order.objects.create(
            organization=place.organization, number=number, number_text=str(number), signed_on=signed_on,
            **values | {"state": OrderState.REGISTERED} | fields,
        )  # fmt: skip

    place.order = order(1, START)
    subjects = [
        OrderSubject.objects.create(order=place.order, employment=each, role="mentee")
        for each in (place.young, place.older, place.novice)
    ]
    for subject in subjects[:2]:
        Acquaintance.objects.create(subject=subject, method="electronic", on=START, at=MOMENT, by=place.user)
    draft = order(2, START, state=OrderState.SUBMITTED)
    OrderSubject.objects.create(order=draft, employment=place.alone, role="mentee")


def _roadmap(place):
    roadmap = Roadmap.objects.create(
        organization=place.organization, school_year=2026, state=RoadmapState.RUNNING, approved_on=START,
        approved_by=place.user,
    )  # fmt: skip
    place.roadmap = roadmap
    stage = Stage.objects.create(roadmap=roadmap, position=1, name="Подготовка условий")

    def item(position, due_on, state=ItemState.PLANNED, done_on=None):
        Item.objects.create(
            stage=stage, position=position, content=f"Дело {position}", due_on=due_on, state=state, done_on=done_on
        )

    item(1, DATE(2026, 9, 30), ItemState.DONE, DATE(2026, 9, 29))
    item(2, DATE(2026, 9, 30))
    item(3, DAY, ItemState.IN_PROGRESS)
    item(4, DATE(2026, 9, 1), ItemState.CANCELLED)
    item(5, DATE(2026, 10, 16), ItemState.DONE, DAY)
    item(6, None)

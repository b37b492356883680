"""The whole way of each kind by its services, and what each side is told."""

import datetime

import pytest

from people.notices.models import Notice
from programs.applications.models import Application
from programs.applications.selectors import rules_of, steps_of, turn_of, waiting_for
from programs.applications.services import (
    answer_application,
    carry_out,
    decide_application,
    file_application,
    give_visa,
    propose_successor,
    put_on_agenda,
    record_mediation,
    take_into_order,
)
from programs.applications.states import ApplicationKind, ApplicationState, Mediation
from programs.mentorships.services import accept_mentorship
from tests.amending import amend
from tests.programs.applications.factories import LATER, make_application, make_draft, register
from tests.programs.council.factories import make_meeting
from tests.programs.mentorships.factories import make_mentor
from tests.programs.plans.factories import make_event
from tests.world import DAY, END, PASSWORD, world_with

K, S = ApplicationKind, ApplicationState
SOONER = datetime.date(2026, 12, 31)
NOTICE = datetime.date(2026, 10, 21)
RULES = {
    "program.extension_allowed": True,
    "program.shortening_allowed": True,
    "program.correction_allowed": True,
    "council.presence": "required",
    "council.mediation": True,
}
# kind → who files, with what, who agrees, whether the council is asked, the last day of the work set by the head.
WAYS = {
    K.REPLACEMENT: ("mentee", {"reason": "расписание"}, None, True, NOTICE),
    K.RESIGNATION: ("mentor", {}, None, False, DAY),
    K.EXTENSION: ("mentor", {"reason": "болезнь", "new_ends_on": LATER}, "mentee", False, None),
    K.CORRECTION: ("mentee", {"reason": "новый класс", "changes": {"note": {"goal": "Другая"}}}, "mentor", False, None),
    K.SHORTENING: ("mentee", {"reason": "готов", "new_ends_on": SOONER}, "mentor", False, None),
    K.TERMINATION: ("curator", {"reason": "не ведётся", "ground": "by_curator"}, None, False, NOTICE),
}


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, rules=lambda home: amend(home.organization, RULES))


@pytest.fixture
def place(home):
    return home


def deeds_of(application):
    return [step.title for step in steps_of(Application.objects.get(pk=application.pk)) if step.done]


@pytest.mark.parametrize("kind", WAYS)
def test_an_application_goes_the_whole_way_of_its_kind(place, kind):
    filer, values, other, to_council, day = WAYS[kind]
    asked = file_application(place.mentorship, kind, by=getattr(place, filer).user, **values)
    if other:
        answer_application(asked, by=getattr(place, other).user, agrees=True)
    if kind != K.TERMINATION:
        give_visa(asked, by=place.curator.user, remark="поддерживаю")
    if to_council:
        record_mediation(asked, by=place.council.user, outcome=Mediation.TO_PART, note="не сошлись")
    decided = decide_application(asked, by=place.director.user, password=PASSWORD, granted=True, takes_effect_on=day)
    assert (decided.state, decided.takes_effect_on) == (S.GRANTED, day)
    order = make_draft(place)
    take_into_order(decided, order, by=place.curator.user)
    carry_out(decided, register(place, order), by=place.director.user)
    place.program.refresh_from_db()
    assert (place.program.ends_on, place.program.goal) == {
        K.EXTENSION: (LATER, "Освоить профессию"),
        K.SHORTENING: (SOONER, "Освоить профессию"),
        K.CORRECTION: (END, "Другая"),
    }.get(kind, (END, "Освоить профессию"))
    steps = ["Filed", "Visa of the curator", "Decision of the head", "Order", "Carried out"]
    if other:
        steps.insert(1, "Consent of the other side")
    if to_council:
        steps.insert(2, "The council")
    assert deeds_of(asked) == steps


def test_the_turn_passes_from_one_to_the_next(place, actors):
    def turns():
        row = Application.objects.get(pk=asked.pk)
        found = {role: turn for role, actor in actors.items() if (turn := turn_of(row, actor))}
        assert set(found) == {role for role, actor in actors.items() if waiting_for(actor)}
        return found

    asked = file_application(place.mentorship, K.EXTENSION, by=place.mentor.user, reason="болезнь", new_ends_on=LATER)
    assert turns() == {"mentee": "answer"}
    answer_application(asked, by=place.mentee.user, agrees=True)
    assert turns() == {"curator": "visa"}
    give_visa(asked, by=place.curator.user)
    assert turns() == {"director": "decision"}
    decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    assert turns() == {"curator": "order"}
    take_into_order(asked, make_draft(place), by=place.curator.user)
    assert turns() == {}


def test_the_council_finds_a_way_to_go_on_and_both_sides_are_told(place, django_capture_on_commit_callbacks):
    asked = file_application(place.mentorship, K.REPLACEMENT, by=place.mentee.user, reason="CANARY")
    meeting = make_meeting(place)
    give_visa(asked, by=place.curator.user, meeting=meeting)
    assert meeting.points.order_by("-position").first().title == f"Замена наставника: {place.mentorship}"
    Notice.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        done = record_mediation(asked, by=place.council.user, outcome=Mediation.RECONCILED, note="вторник")
    assert (done.state, done.mediation_note, done.meeting) == (S.WITHDRAWN, "вторник", meeting)
    told = {notice.user for notice in Notice.objects.all()}
    assert told == {place.mentor.user, place.mentee.user}
    assert not any("CANARY" in str(notice.values) for notice in Notice.objects.all())


def test_an_extension_asks_the_council_where_the_regulation_wants_its_agreement(place):
    amend(place.organization, {"program.extension_requires": ["mentor", "mentee", "council"]})
    asked = file_application(place.mentorship, K.EXTENSION, by=place.mentor.user, reason="болезнь", new_ends_on=LATER)
    answer_application(asked, by=place.mentee.user, agrees=True)
    assert give_visa(asked, by=place.curator.user).state == S.MEDIATION
    put_on_agenda(asked, by=place.curator.user, meeting=make_meeting(place))
    done = record_mediation(asked, by=place.council.user, outcome=Mediation.IN_FAVOR, note="поддержано")
    assert (done.state, done.mediation) == (S.VISAED, Mediation.IN_FAVOR)


def test_a_new_mentor_is_proposed_while_the_old_one_still_works(place):
    asked = file_application(place.mentorship, K.RESIGNATION, by=place.mentor.user)
    give_visa(asked, by=place.curator.user)
    decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    entry = make_mentor(place.organization)
    pair = propose_successor(asked, by=place.curator.user, mentor_entry=entry, starts_on=DAY, ends_on=END)
    for work in (entry.employment, place.mentee.employment):
        accept_mentorship(pair, by=work.person.user, employment=work)
    pair.refresh_from_db()
    asked.refresh_from_db()
    assert (pair.state, pair.replaces, asked.successor, pair.form) == (
        "agreed",
        place.mentorship,
        pair,
        place.mentorship.form,
    )


def test_whoever_leaves_a_group_alone_gets_a_pair_of_a_kind_for_one(place):
    group = place.mentorship
    kinds = rules_of(place.organization).kinds.items
    group.kinds = [next(kind.code for kind in kinds if kind.min_mentees > 1)]
    group.save()
    asked = make_application(place, state=S.GRANTED)
    entry = make_mentor(place.organization)
    pair = propose_successor(asked, by=place.curator.user, mentor_entry=entry, starts_on=DAY, ends_on=END)
    assert pair.kinds == [next(kind.code for kind in kinds if kind.enabled and kind.min_mentees == 1)]


def test_the_order_is_the_next_step_only_when_the_new_pair_has_agreed(place, actors):
    asked = make_application(place, state=S.GRANTED)
    steps = [turn_of(asked, actors["curator"])]
    entry = make_mentor(place.organization)
    pair = propose_successor(asked, by=place.curator.user, mentor_entry=entry, starts_on=DAY, ends_on=END)
    steps.append(turn_of(asked, actors["curator"]))
    for work in (entry.employment, place.mentee.employment):
        accept_mentorship(pair, by=work.person.user, employment=work)
    steps.append(turn_of(Application.objects.get(pk=asked.pk), actors["curator"]))
    assert steps == ["successor", "", "order"]


def test_an_event_held_while_the_correction_waits_stays_as_it_was(place):
    event = make_event(place.program)
    changes = {"events": {str(event.pk): {"content": "Другое"}}}
    asked = file_application(place.mentorship, K.CORRECTION, by=place.mentor.user, reason="план", changes=changes)
    answer_application(asked, by=place.mentee.user, agrees=True)
    give_visa(asked, by=place.curator.user)
    decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    order = make_draft(place)
    take_into_order(asked, order, by=place.curator.user)
    event.state, event.held_on = "held", DAY
    event.save()
    carry_out(asked, order, by=place.director.user)
    event.refresh_from_db()
    assert (event.content, event.state) == ("Разбор занятия", "held")

"""«Today» of pairs that change: every line comes with its cause and goes with it."""

import datetime

import pytest

from people.accounts.actor import actor_in
from people.organizations.selectors import rules_kept
from people.staff.services import end_employment
from programs.mentorships.models import Mentorship
from programs.mentorships.services import (
    answer_sympathy,
    leave_group,
    make_pair,
    note_talk,
    propose_change,
    read_sympathy,
    resume_mentorship,
    set_meeting,
    suspend_mentorship,
    take_counter,
)
from programs.plans.services import accept_help, invite_helper
from reports.home.duties import duties_of
from tests.amending import amend
from tests.programs.mentorships.factories import make_proposal
from tests.programs.mentorships.test_life import in_order, running
from tests.programs.plans.factories import make_event
from tests.world import DAY

pytestmark = pytest.mark.django_db
ONE = datetime.timedelta(days=1)


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def leads(who, home, part):
    """Whether «Today» of ``who`` has a line to an address with ``part``."""
    with rules_kept.stretch():
        return any(part in duty.url for duty in duties_of(actor_in(who.user, home.organization)))


def test_a_wish_waits_for_the_curator_and_the_council_until_it_is_taken(home):
    pair = make_proposal(home)
    terms = {"starts_on": pair.starts_on + ONE}
    wish = propose_change(pair, by=pair.mentor.user, employment=pair.mentor_entry.employment, terms=terms)
    shown = [leads(who, home, "counter-proposals") for who in (home.curator, home.council, home.director)]
    take_counter(wish, by=home.curator.user)
    assert (shown, leads(home.curator, home, "counter-proposals")) == ([True, True, False], False)


def test_a_group_of_one_waits_for_the_curator_until_it_is_a_pair(home):
    group = running(home, mentees=2, kinds=["group"])
    steps = [leads(home.curator, home, "one-left")]
    row = leave_group(group.members.first(), by=home.curator.user, reason="Другая тема")
    steps.append(leads(home.curator, home, "one-left"))
    make_pair(row, by=home.curator.user, kinds=["traditional"])
    assert [*steps, leads(home.curator, home, "one-left")] == [False, True, False]


def test_a_rest_that_is_over_waits_for_the_curator(home, settings):
    rest = {"starts_on": DAY, "until": DAY + ONE, "reason": "Отпуск"}
    card = f"mentorships/{home.mentorship.pk}/"
    suspend_mentorship(home.mentorship, by=home.curator.user, **rest)
    steps = [leads(home.curator, home, card)]
    settings.MENTORING_TODAY = DAY + 2 * ONE
    steps.append(leads(home.curator, home, card))
    resume_mentorship(home.mentorship, by=home.curator.user)
    steps.append(any("rest is over" in str(duty) for duty in duties_of(actor_in(home.curator.user, home.organization))))
    assert steps == [False, True, False]


def test_a_low_answer_becomes_a_talk_of_the_curator(home):
    amend(home.organization, {"criteria.pair": [{"code": "sympathy", "label": "Симпатия"}]})
    people = (home.curator, home.mentor, home.mentee)
    steps = [[leads(who, home, "/sympath") for who in people]]
    answer = answer_sympathy(home.mentorship, by=home.mentee.user, employment=home.mentee.employment, feeling=1)
    steps.append([leads(who, home, "/sympath") for who in people])
    assert not any(leads(who, home, "/sympath") for who in (home.director, home.council))
    read_sympathy(answer, by=home.curator.user)
    steps.append([leads(who, home, "/sympath") for who in people])
    note_talk(answer, by=home.curator.user)
    steps.append([leads(who, home, "/sympath") for who in people])
    assert steps == [
        [False, True, True],
        [True, True, False],
        [True, True, False],
        [False, True, False],
    ]


def test_a_speed_session_asks_for_its_day_and_then_for_its_mark(home):
    pair = running(home, kinds=["speed"])
    mentor = type("Who", (), {"user": pair.mentor.user})
    steps = [(leads(mentor, home, "/meeting/"), leads(mentor, home, "/met"), leads(mentor, home, "/program/"))]
    set_meeting(pair, by=pair.mentor.user, on=DAY, place="Кабинет 12")
    steps.append((leads(mentor, home, "meeting/mark"), leads(home.curator, home, "meeting/mark")))
    assert steps == [(True, False, False), (True, True)]


def test_a_leaving_shows_before_and_after_and_an_order_is_to_be_mended(home, settings):
    ordered = in_order(home)
    end_employment(home.mentor.employment, by=home.curator.user, ends_on=DAY + ONE)
    card, other = f"mentorships/{home.mentorship.pk}/", f"mentorships/{ordered.pk}/"
    steps = [leads(home.curator, home, card)]
    end_employment(ordered.mentor_entry.employment, by=home.curator.user, ends_on=DAY - ONE)
    steps.append(leads(home.curator, home, other))
    end_employment(home.mentor.employment, by=home.curator.user, ends_on=DAY - ONE)
    steps += [leads(home.curator, home, card), leads(home.curator, home, f"programs/{home.program.pk}/end")]
    assert steps == [True, True, True, True]
    assert Mentorship.objects.get(pk=home.mentorship.pk).state == "terminated"


def test_a_colleague_is_asked_and_then_reminded_of_the_events(home):
    event = make_event(home.program, planned_on=DAY + ONE)
    helper = invite_helper(home.program, home.staff.employment, by=home.mentor.user, events=[event])
    steps = [leads(home.staff, home, "/colleagues/"), leads(home.staff, home, f"/events/{event.pk}/")]
    accept_help(helper, by=home.staff.user)
    steps += [leads(home.staff, home, "/colleagues/"), leads(home.staff, home, f"/events/{event.pk}/")]
    assert steps == [True, False, False, True]

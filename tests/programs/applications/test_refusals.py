"""What is refused on the server, to whom, and beside which field."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from mentoring.lib.moves import MoveRefused
from programs.applications.models import Application
from programs.applications.selectors import kinds_to_file
from programs.applications.services import (
    answer_application,
    decide_application,
    file_application,
    give_visa,
    propose_successor,
    record_mediation,
    take_into_order,
    withdraw_application,
)
from programs.applications.states import ApplicationKind, ApplicationState, Mediation
from programs.mentorships.services import complete_mentorship
from programs.plans.services import complete_program
from tests.amending import amend
from tests.programs.applications.factories import LATER, make_application, make_draft
from tests.programs.mentorships.factories import make_mentor
from tests.programs.plans.factories import make_event
from tests.world import DAY, END, PASSWORD, world_with

K, S = ApplicationKind, ApplicationState
ALLOWED = {
    "program.extension_allowed": True,
    "program.shortening_allowed": True,
    "program.correction_allowed": True,
}


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, rules=lambda home: amend(home.organization, ALLOWED))


@pytest.fixture
def place(home):
    return home


def fields_of(refusal):
    return set(getattr(refusal.value, "error_dict", {"": None}))


def test_each_side_is_offered_what_it_may_ask_for_and_the_regulation_has(home, actors):
    def offered():
        return {role: {str(kind) for kind in kinds_to_file(home.mentorship, actor)} for role, actor in actors.items()}

    nobody = {role: set() for role in actors}
    amend(home.organization, dict.fromkeys(ALLOWED, False))
    assert offered() == nobody | {
        "mentor": {"resignation"},
        "mentee": {"replacement"},
        "curator": {"termination"},
    }
    amend(home.organization, ALLOWED)
    both = {"extension", "correction", "shortening"}
    assert offered() == nobody | {
        "mentor": {"resignation"} | both,
        "mentee": {"replacement"} | both,
        "curator": {"termination"},
    }
    make_application(home, K.EXTENSION)
    make_application(home)
    assert offered()["mentee"] == {"correction", "shortening"}


@pytest.mark.parametrize(
    ("kind", "who", "values", "fields"),
    [
        (K.REPLACEMENT, "mentor", {"reason": "…"}, {""}),
        (K.REPLACEMENT, "staff", {"reason": "…"}, {""}),
        (K.REPLACEMENT, "mentee", {"reason": "  "}, {"reason"}),
        (K.REPLACEMENT, "mentee", {"reason": "я" * 2001}, {"reason"}),
        (K.RESIGNATION, "mentee", {}, {""}),
        (K.RESIGNATION, "mentor", {"wished_on": DAY - datetime.timedelta(days=1)}, {"wished_on"}),
        (K.EXTENSION, "mentor", {"reason": "…", "new_ends_on": END}, {"new_ends_on"}),
        (K.EXTENSION, "mentor", {"reason": "…", "new_ends_on": datetime.date(2031, 9, 1)}, {"new_ends_on"}),
        (K.EXTENSION, "mentor", {"reason": "…"}, {"new_ends_on"}),
        (K.SHORTENING, "mentor", {"reason": "…", "new_ends_on": END}, {"new_ends_on"}),
        (K.SHORTENING, "mentor", {"reason": "…", "new_ends_on": datetime.date(2026, 11, 10)}, {"new_ends_on"}),
        (K.CORRECTION, "mentor", {"reason": "…"}, {""}),
        (K.CORRECTION, "mentor", {"reason": "…", "changes": {"note": {"state": "completed"}}}, {""}),
        (K.CORRECTION, "mentor", {"reason": "…", "changes": {"cancelled": [10**6]}}, {""}),
        (K.CORRECTION, "mentor", {"reason": "…", "changes": {"added": [{"planned_on": "2027-06-30"}]}}, {""}),
        (K.TERMINATION, "mentor", {"reason": "…", "ground": "by_curator"}, {""}),
        (K.TERMINATION, "curator", {"reason": "…", "ground": "plan_done"}, {"ground"}),
        (K.TERMINATION, "curator", {"reason": "", "ground": "by_curator"}, {"reason"}),
    ],
)
def test_what_cannot_be_asked_for_is_refused_beside_its_field(place, kind, who, values, fields):
    with pytest.raises(MoveRefused) as refusal:
        file_application(place.mentorship, kind, by=getattr(place, who).user, **values)
    assert fields_of(refusal) == fields
    assert not Application.objects.exists()


def test_what_the_regulation_does_not_have_is_refused_whoever_asks(home):
    amend(home.organization, dict.fromkeys(ALLOWED, False))
    for kind in (K.EXTENSION, K.SHORTENING, K.CORRECTION):
        with pytest.raises(MoveRefused, match="regulation"):
            file_application(home.mentorship, kind, by=home.mentor.user, reason="…", new_ends_on=LATER)


def test_a_good_ground_lets_a_program_be_shorter_than_the_regulation_has(place):
    early = {"reason": "переезд", "new_ends_on": datetime.date(2026, 11, 10), "ground": "mutual"}
    asked = file_application(place.mentorship, K.SHORTENING, by=place.mentee.user, **early)
    assert (asked.new_ends_on, asked.ground) == (early["new_ends_on"], "mutual")


def test_a_second_open_application_of_a_kind_is_refused_also_by_the_database(place):
    file_application(place.mentorship, K.REPLACEMENT, by=place.mentee.user, reason="…")
    with pytest.raises(MoveRefused, match="open already"):
        file_application(place.mentorship, K.REPLACEMENT, by=place.mentee.user, reason="…")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_application(place)


def test_the_notice_of_a_mentor_runs_by_working_days_over_a_holiday(place):
    amend(place.organization, {"agreement.mentor_notice_days": 15})
    asked = file_application(place.mentorship, K.RESIGNATION, by=place.mentor.user, wished_on=DAY)
    # 4 November is a holiday, so fifteen working days after 15 October end on the 6th: free from the 7th.
    assert asked.wished_on == datetime.date(2026, 11, 7)
    give_visa(asked, by=place.curator.user)
    for day in (datetime.date(2026, 11, 6), datetime.date(2026, 11, 9)):
        with pytest.raises(MoveRefused) as refusal:
            decide_application(asked, by=place.director.user, password=PASSWORD, granted=True, takes_effect_on=day)
        assert fields_of(refusal) == {"takes_effect_on"}
    decided = decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    assert decided.takes_effect_on == datetime.date(2026, 11, 7)


def test_a_resignation_is_never_refused_neither_here_nor_in_the_database(place):
    asked = make_application(place, K.RESIGNATION, state=S.VISAED)
    with pytest.raises(MoveRefused, match="351.8"):
        decide_application(asked, by=place.director.user, password=PASSWORD, granted=False, resolution="нет")
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=asked.pk).update(state=S.REFUSED)


def test_the_head_refuses_with_words_and_only_by_the_right_password(place):
    asked = make_application(place, state=S.VISAED)
    for values, field in (
        ({"password": "wrong", "resolution": "нет"}, "password"),
        ({"password": PASSWORD, "resolution": " "}, "resolution"),
    ):
        with pytest.raises(MoveRefused) as refusal:
            decide_application(asked, by=place.director.user, granted=False, **values)
        assert fields_of(refusal) == {field}
    done = decide_application(asked, by=place.director.user, granted=False, password=PASSWORD, resolution="нет")
    assert (done.state, done.resolution) == (S.REFUSED, "нет")


def test_nobody_decides_on_an_own_pair_nor_on_what_they_prepared(place):
    place.curator.user.person, place.curator.user.display_name = None, "Куратор"
    asked = make_application(place, K.EXTENSION, new_ends_on=LATER, filed_by=place.mentee.user)
    answer_application(asked, by=place.mentor.user, agrees=True)
    with pytest.raises(MoveRefused, match="take part"):
        give_visa(asked, by=place.mentor.user)
    give_visa(asked, by=place.director.user)
    with pytest.raises(MoveRefused, match="prepared"):
        decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    with pytest.raises(MoveRefused, match="take part"):
        decide_application(asked, by=place.mentor.user, password=PASSWORD, granted=True)


def test_without_the_consent_of_the_other_side_nothing_goes_on(place):
    asked = make_application(place, K.EXTENSION, new_ends_on=LATER)
    with pytest.raises(MoveRefused, match="visa is not"):
        give_visa(asked, by=place.curator.user)
    with pytest.raises(MoveRefused, match="Nothing is asked"):
        answer_application(asked, by=place.mentor.user, agrees=True)
    with pytest.raises(MoveRefused) as refusal:
        answer_application(asked, by=place.mentee.user, agrees=False)
    assert fields_of(refusal) == {"word"}
    done = answer_application(asked, by=place.mentee.user, agrees=False, word="не нужно")
    assert done.state == S.WITHDRAWN


def test_about_an_end_ahead_of_time_each_side_writes_its_word_once(place):
    asked = file_application(
        place.mentorship, K.TERMINATION, by=place.curator.user, reason="не ведётся", ground="by_curator"
    )
    assert (asked.state, asked.visa_by) == (S.VISAED, place.curator.user)
    answer_application(asked, by=place.mentor.user, agrees=False, word="вёл")
    with pytest.raises(MoveRefused, match="Nothing is asked"):
        answer_application(asked, by=place.mentor.user, agrees=False, word="ещё")
    asked.refresh_from_db()
    assert (asked.state, list(asked.consents.values_list("agrees", "word"))) == (S.VISAED, [(None, "вёл")])


def test_it_is_withdrawn_by_who_filed_it_until_the_order_and_the_proposal_falls_with_it(place):
    asked = make_application(place, state=S.GRANTED)
    entry = make_mentor(place.organization)
    pair = propose_successor(asked, by=place.curator.user, mentor_entry=entry, starts_on=DAY, ends_on=END)
    with pytest.raises(MoveRefused, match="Only whoever filed"):
        withdraw_application(asked, by=place.curator.user)
    withdraw_application(asked, by=place.mentee.user)
    pair.refresh_from_db()
    assert (asked.state, pair.state) == (S.WITHDRAWN, "declined")
    late = make_application(place, state=S.GRANTED)
    take_into_order(late, make_draft(place), by=place.curator.user)
    with pytest.raises(MoveRefused, match="too late"):
        withdraw_application(late, by=place.mentee.user)


def test_the_same_mentor_is_no_successor(place):
    asked = make_application(place, state=S.GRANTED)
    with pytest.raises(MoveRefused) as refusal:
        propose_successor(asked, by=place.curator.user, mentor_entry=place.mentor_entry, starts_on=DAY, ends_on=END)
    assert fields_of(refusal) == {"mentor"}


def test_a_pair_or_a_program_that_ends_closes_what_was_asked_about_it(place):
    waiting = make_application(place)
    longer = make_application(place, K.EXTENSION, new_ends_on=LATER)
    complete_program(place.program, by=place.curator.user, on=DAY, reason="plan_done", result="Готово")
    states = lambda: [Application.objects.get(pk=row.pk).state for row in (waiting, longer)]  # noqa: E731
    assert states() == [S.FILED, S.WITHDRAWN]
    complete_mentorship(place.mentorship, by=place.curator.user, on=DAY)
    assert states() == [S.WITHDRAWN, S.WITHDRAWN]
    with pytest.raises(MoveRefused, match="does not work"):
        file_application(place.mentorship, K.REPLACEMENT, by=place.mentee.user, reason="…")


def test_an_outcome_the_kind_does_not_have_is_refused(place):
    asked = make_application(place, state=S.MEDIATION)
    for values in ({"outcome": Mediation.IN_FAVOR, "note": "…"}, {"outcome": Mediation.TO_PART, "note": " "}):
        with pytest.raises(MoveRefused):
            record_mediation(asked, by=place.council.user, **values)


def test_events_of_a_correction_need_words_and_a_day_ahead(place):
    event = make_event(place.program)
    for values in ({"content": "  "}, {"planned_on": "2026-10-14"}, {"form": "invented"}):
        with pytest.raises(MoveRefused):
            file_application(
                place.mentorship,
                K.CORRECTION,
                by=place.mentor.user,
                reason="…",
                changes={"events": {str(event.pk): values}},
            )


def test_a_notice_that_outlasts_the_pair_ends_with_it(place):
    amend(place.organization, {"agreement.mentor_notice_days": 30})
    place.mentorship.ends_on = datetime.date(2026, 10, 30)
    place.mentorship.save()
    asked = file_application(place.mentorship, K.RESIGNATION, by=place.mentor.user, wished_on=LATER)
    give_visa(asked, by=place.curator.user)
    decided = decide_application(asked, by=place.director.user, password=PASSWORD, granted=True)
    assert (asked.wished_on, decided.takes_effect_on) == (place.mentorship.ends_on, place.mentorship.ends_on)

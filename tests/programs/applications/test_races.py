"""Two people do the same at the same moment: one wins, the other is told so."""

from functools import partial

import pytest

from programs.applications.models import Application
from programs.applications.services import (
    decide_application,
    file_application,
    propose_successor,
    withdraw_application,
)
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.models import Mentorship
from programs.mentorships.services import terminate_mentorship
from tests.programs.applications.factories import make_application
from tests.programs.mentorships.factories import LAST, make_mentor
from tests.programs.mentorships.test_races import at_once
from tests.world import DAY, PASSWORD

S = ApplicationState
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place(home):
    return home


def fresh(application):
    return Application.objects.get(pk=application.pk)


def test_of_decisions_at_once_one_counts(place):
    asked = make_application(place, state=S.VISAED)

    def decide(granted):
        decide_application(
            fresh(asked), by=place.director.user, password=PASSWORD, granted=granted, resolution="решение"
        )

    assert at_once([partial(decide, granted) for granted in (True, False, True, False)]) == (1, 3)
    assert fresh(asked).state in (S.GRANTED, S.REFUSED)


def test_a_withdrawal_comes_before_the_refusal_or_after_it_never_both(place):
    asked = make_application(place, state=S.VISAED)
    refuse = partial(
        decide_application, asked, by=place.director.user, password=PASSWORD, granted=False, resolution="нет"
    )
    withdraw = partial(withdraw_application, asked, by=place.mentee.user)
    assert at_once([refuse, withdraw]) == (1, 1)
    assert fresh(asked).state in (S.REFUSED, S.WITHDRAWN)


def test_of_applications_filed_at_once_one_stands(place):
    file = partial(
        file_application, place.mentorship, ApplicationKind.REPLACEMENT, by=place.mentee.user, reason="расписание"
    )
    assert at_once([file] * 4) == (1, 3)
    assert Application.objects.count() == 1


def test_a_new_mentor_proposed_while_the_pair_ends_leaves_no_application_behind(place):
    asked, by = make_application(place, state=S.GRANTED), place.curator.user
    who = {"mentor_entry": make_mentor(place.organization), "starts_on": DAY, "ends_on": LAST}
    done, refused = at_once(
        [
            partial(propose_successor, asked, by=by, **who),
            partial(terminate_mentorship, place.mentorship, by=by, on=DAY, reason="Срок"),
        ]
    )
    # Proposed first, the proposal falls with the application; ended first, nobody is looked for any more.
    assert fresh(asked).state == S.WITHDRAWN
    states = set(Mentorship.objects.filter(replaces=place.mentorship).values_list("state", flat=True))
    assert (done, refused, states) in [(2, 0, {"declined"}), (1, 1, set())]

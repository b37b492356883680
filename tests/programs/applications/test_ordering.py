"""What an order does with a granted application."""

import pytest

from mentoring.lib.moves import MoveRefused
from programs.applications.services import carry_out, leave_order, take_into_order
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.services import terminate_mentorship
from tests.programs.applications.factories import LATER, make_application, make_draft, register
from tests.world import DAY

GRANTED, IN_ORDER = ApplicationState.GRANTED, ApplicationState.IN_ORDER


def test_an_order_taken_left_and_taken_again_carries_an_extension_out(home):
    asked = make_application(home, ApplicationKind.EXTENSION, state=GRANTED, new_ends_on=LATER)
    dropped, order = make_draft(home), make_draft(home)
    take_into_order(asked, dropped, by=home.curator.user)
    with pytest.raises(MoveRefused, match="Only a granted"):
        take_into_order(asked, order, by=home.curator.user)
    leave_order(asked, by=home.curator.user)
    take_into_order(asked, order, by=home.curator.user)
    with pytest.raises(MoveRefused, match="this order"):
        carry_out(asked, dropped, by=home.director.user)
    carry_out(asked, register(home, order), by=home.director.user)
    asked.refresh_from_db()
    home.program.refresh_from_db()
    assert (asked.state, asked.order, home.program.ends_on) == (ApplicationState.EXECUTED, order, LATER)
    assert [(row.application, row.order) for row in home.program.versions.all()] == [(asked, order)]


def test_a_replacement_carried_out_leaves_the_pair_to_its_order(home):
    asked = make_application(home, state=GRANTED)
    order = make_draft(home, "O6")
    take_into_order(asked, order, by=home.curator.user)
    carry_out(asked, order, by=home.director.user)
    home.mentorship.refresh_from_db()
    assert (asked.state, home.mentorship.state) == (ApplicationState.EXECUTED, "active")


def test_an_application_left_by_its_order_after_the_pair_ended_is_closed(home):
    asked = make_application(home, state=GRANTED)
    take_into_order(asked, make_draft(home, "O6"), by=home.curator.user)
    terminate_mentorship(home.mentorship, by=home.curator.user, on=DAY, reason="увольнение")
    leave_order(asked, by=home.curator.user)
    asked.refresh_from_db()
    assert (asked.state, asked.order) == (ApplicationState.WITHDRAWN, None)

"""The end of a program: the ground of the regulation, the result, the levels reached."""

from datetime import timedelta

import pytest

from mentoring.lib.moves import MoveRefused
from people.models import Difficulty
from programs.plans.services import cancel_event, complete_program, mark_event, terminate_program
from programs.plans.states import ProgramState
from tests.programs.plans.factories import make_event
from tests.world import DAY, START

WORDS = {"on": DAY, "result": "Ведёт занятия самостоятельно"}


@pytest.fixture
def need(home):
    return Difficulty.objects.create(entry=home.mentee_entry, competence=home.competence, level_before=2)


def test_a_done_plan_completes_the_program_with_result_and_levels(home, need):
    held, cancelled = make_event(home.program), make_event(home.program)
    mark_event(held, by=home.mentor.user, held_on=DAY)
    cancel_event(cancelled, by=home.mentor.user, reason="болезнь")
    complete_program(home.program, by=home.curator.user, reason="plan_done", levels={need.pk: 4}, **WORDS)
    home.program.refresh_from_db()
    need.refresh_from_db()
    values = (home.program.state, home.program.ended_on, home.program.end_reason, home.program.result)
    assert values == (ProgramState.COMPLETED, DAY, "plan_done", WORDS["result"])
    assert (need.level_before, need.level_after) == (2, 4)


def test_a_program_with_events_left_is_not_completed_but_can_be_ended_early(home):
    make_event(home.program)
    with pytest.raises(MoveRefused, match="1 event"):
        complete_program(home.program, by=home.curator.user, reason="plan_done", **WORDS)
    terminate_program(home.program, by=home.curator.user, reason="mutual", **WORDS)
    home.program.refresh_from_db()
    assert (home.program.state, home.program.end_reason) == (ProgramState.TERMINATED, "mutual")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": "by_curator"}, "reason"),
        ({"reason": "invented"}, "reason"),
        ({"result": "  "}, "result"),
        ({"on": START - timedelta(days=1)}, "on"),
        ({"on": DAY + timedelta(days=1)}, "on"),
    ],
)
def test_an_end_needs_its_own_ground_a_result_and_a_day_that_can_be(home, changes, field):
    values = WORDS | {"reason": "plan_done"} | changes
    with pytest.raises(MoveRefused) as refusal:
        complete_program(home.program, by=home.curator.user, **values)
    assert set(refusal.value.error_dict) == {field}
    home.program.refresh_from_db()
    assert home.program.state == ProgramState.RUNNING


def test_the_curator_ends_a_program_on_its_page(home, need, client):
    client.force_login(home.curator.user)
    url = f"/o/school-3/programs/{home.program.pk}/end/"
    values = {"reason": "by_curator", "on": DAY.isoformat(), "result": "Прервана", f"level_{need.pk}": "9"}
    assert set(client.post(url, values).context["form"].errors) == {f"level_{need.pk}"}
    assert client.post(url, values | {f"level_{need.pk}": "3"}).status_code == 302
    need.refresh_from_db()
    home.program.refresh_from_db()
    assert (home.program.state, need.level_after) == (ProgramState.TERMINATED, 3)


def test_nobody_ends_a_program_of_their_own(home):
    with pytest.raises(MoveRefused, match="another curator"):
        terminate_program(home.program, by=home.mentor.user, reason="mutual", **WORDS)

"""Who may open the addresses of the room."""

from tests.access_row import Row
from tests.programs.matching.factories import make_small_plan
from tests.programs.mentorships.factories import make_mentee, make_mentor

READERS = "director curator council psychologist sysadmin"
MAKERS = "curator council"


def searching(world):
    """A mentee without a mentor, in a bank with somebody to choose."""
    make_mentor(world.home.organization, "Выбираемая")
    return {"pk": make_mentee(world.home.organization, "Ищущая").pk}


def plan(world):
    return {"pk": make_small_plan(world.home).pk}


def line(world):
    """The mentee of a plan who has a mentor in it."""
    made = make_small_plan(world.home)
    return {"pk": made.pk, "line": made.lines.waiting().get().pk}


ROWS = {
    "programs:matching_suggestion": Row(READERS, None, searching),
    "programs:matching_choose": Row("curator council", things=searching),
    "programs:matching_weights": Row("curator sysadmin"),
    "programs:matching_weights_back": Row(None, "curator sysadmin"),
    "programs:plan_list": Row(READERS, None),
    "programs:plan_compare": Row(READERS, None),
    "programs:plan_create": Row(MAKERS),
    "programs:plan_card": Row(READERS, None, plan),
    "programs:plan_move": Row(MAKERS, things=line),
    "programs:plan_propose": Row(MAKERS, things=plan),
    "programs:plan_resume": Row(None, MAKERS, plan),
    "programs:plan_drop": Row("curator", things=plan),
}

"""Who may open the addresses of the room."""

from tests.access_row import Row
from tests.programs.mentorships.factories import make_mentee, make_mentor

READERS = "director curator council psychologist sysadmin"


def searching(world):
    """A mentee without a mentor, in a bank with somebody to choose."""
    make_mentor(world.home.organization, "Выбираемая")
    return {"pk": make_mentee(world.home.organization, "Ищущая").pk}


ROWS = {
    "programs:matching_suggestion": Row(READERS, None, searching),
    "programs:matching_choose": Row("curator council", things=searching),
    "programs:matching_weights": Row("curator sysadmin"),
    "programs:matching_weights_back": Row(None, "curator sysadmin"),
}

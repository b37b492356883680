"""Who may open the addresses of the room: permissions.md, row «replacement / release request»."""

from programs.applications.states import ApplicationKind, ApplicationState
from tests.access_row import Row
from tests.programs.applications.factories import make_application

READERS = "director curator council psychologist"
SIDES = "mentor mentee"


def _filing(world):
    return {"pk": world.home.mentorship.pk, "kind": ApplicationKind.TERMINATION.value}


def _in(kind=ApplicationKind.REPLACEMENT, state=ApplicationState.FILED, **fields):
    return lambda world: {"pk": make_application(world.home, kind, state=state, **fields).pk}


def _extension(world):
    """Filed by the mentee, so that the mentor is asked."""
    by = {"filed_by": world.home.mentee.user, "filed_as": "mentee"}
    return {"pk": make_application(world.home, ApplicationKind.EXTENSION, **by).pk}


_at_council = _in(state=ApplicationState.MEDIATION)

ROWS = {
    "programs:application_list": Row(f"{READERS} {SIDES}", None),
    "programs:application_file": Row(f"curator {SIDES}", things=_filing),
    "programs:application_keep": Row(None, f"curator {SIDES}", _filing),
    "programs:application_card": Row(f"{READERS} {SIDES}", None, _in()),
    "programs:application_answer": Row(SIDES, things=_extension),
    "programs:application_withdraw": Row("mentee", things=_in()),
    "programs:application_visa": Row("curator", things=_in()),
    "programs:application_agenda": Row("curator council", things=_at_council),
    "programs:application_mediate": Row("curator council", things=_at_council),
    "programs:application_decide": Row("director", things=_in(state=ApplicationState.VISAED)),
    "programs:application_succeed": Row("curator", things=_in(state=ApplicationState.GRANTED)),
}

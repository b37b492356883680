"""Who may open the addresses of the room."""

from programs.plans.models import Helper
from tests.access_row import Row
from tests.programs.plans.factories import make_event, make_evidence
from tests.world import MOMENT

READERS = "director curator council psychologist sysadmin"
WHOLE_READERS = "director curator council sysadmin"
PAIR = "mentor mentee"


def _pair(world):
    return {"pk": world.home.mentorship.pk}


def _program(world):
    return {"pk": world.home.program.pk}


def _event(world):
    return {"pk": make_event(world.home.program).pk}


def _evidence(world):
    return {"pk": make_evidence(make_event(world.home.program), world.home.mentor.user).pk}


def _helper(world):
    """The teacher beside the pair is asked to help with one event."""
    helper = Helper.objects.create(
        program=world.home.program,
        employment=world.home.staff.employment,
        asked_by=world.home.mentor.user,
        asked_at=MOMENT,
    )
    helper.events.add(make_event(world.home.program))
    return {"pk": helper.pk}


def _planned(world):
    """The program with an event ahead, as in the other organization."""
    for place in (world.home, world.other):
        make_event(place.program)
    return _program(world)


ROWS = {
    "programs:program_list": Row(f"{READERS} {PAIR}"),
    "programs:program_create": Row("curator mentor", things=_pair),
    "programs:program_card": Row(f"{READERS} {PAIR}", things=_program),
    "programs:program_versions": Row(f"{WHOLE_READERS} {PAIR}", None, _program),
    "programs:program_edit": Row(f"curator {PAIR}", things=_program),
    "programs:program_keep": Row(None, f"curator {PAIR}", _program),
    "programs:program_agree": Row(None, PAIR, _program),
    "programs:program_return": Row("curator", things=_program),
    "programs:program_approve": Row(None, "curator", _program),
    "programs:program_end": Row("curator", things=_program),
    "programs:event_create": Row(f"curator {PAIR}", things=_program),
    "programs:event_card": Row(f"{WHOLE_READERS} {PAIR}", things=_event),
    "programs:event_edit": Row(f"curator {PAIR}", things=_event),
    "programs:event_remove": Row(None, f"curator {PAIR}", _event),
    "programs:event_mark": Row(f"curator {PAIR}", things=_event),
    "programs:event_unmark": Row(None, f"curator {PAIR}", _event),
    "programs:event_cancel": Row("curator mentor", things=_event),
    "programs:event_move": Row("curator mentor", things=_event),
    "programs:evidence_file": Row(f"{WHOLE_READERS} {PAIR}", things=_evidence),
    "programs:evidence_remove": Row(None, "curator mentor", _evidence),
    "programs:helper_invite": Row("curator mentor", things=_planned),
    "programs:helper_answer": Row("staff", things=_helper),
    "programs:helper_withdraw": Row(None, "curator mentor", _helper),
}

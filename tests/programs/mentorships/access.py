"""Who may open the addresses of the room."""

from programs.mentorships.states import MentorshipState
from tests.access_row import Row
from tests.amending import amend
from tests.world import make_mentorship

READERS = "director curator council psychologist sysadmin"


def proposed(world):
    """A pair that waits for both answers, of the two people who also have a running one."""
    pair = make_mentorship(
        world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.PROPOSED, focus="Первый урок"
    )
    return {"pk": pair.pk}


def approvable(world):
    """An agreed pair whose chain begins with the council."""
    amend(world.home.organization, {"pairing.approvals": [{"code": "council", "label": "Совет", "role": "council"}]})
    pair = make_mentorship(world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.AGREED)
    return {"pk": pair.pk}


ROWS = {
    "programs:mentorship_list": Row(f"{READERS} mentor mentee", None),
    "programs:mentorship_propose": Row("curator council"),
    "programs:mentorship_card": Row(f"{READERS} mentor mentee", None, proposed),
    "programs:mentorship_agreement": Row(None, "curator", proposed),
    "programs:mentorship_accept": Row("mentor mentee", things=proposed),
    "programs:mentorship_decline": Row("curator mentor mentee", things=proposed),
    "programs:mentorship_edit": Row("curator council", things=proposed),
    "programs:mentorship_approve": Row("council", things=approvable),
}

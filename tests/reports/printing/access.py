"""Who may open the pages of the room."""

from mentoring.lib.dates import now
from reports.printing.models import PaperJob
from reports.printing.states import PrintState
from tests.access_row import INSIDERS, Row
from tests.people.consents.factories import make_draft
from tests.world import make_employment


def _agreements(world):
    """Of somebody who has no account, in either organization."""
    for place in (world.home, world.other):
        make_draft(make_employment(place.organization, place.staff.person.last_name))
    return {"code": "agreement"}


def _of_curator(world):
    job = PaperJob.objects.create(
        organization=world.home.organization,
        kind="regulation",
        form="pdf",
        asked_by=world.home.curator.user,
        asked_at=now(),
        total=1,
        state=PrintState.FAILED,
    )
    return {"pk": job.pk}


ROWS = {
    "reports:papers": Row(INSIDERS, None),
    "reports:papers_of_kind": Row("director curator", things=_agreements),
    "reports:print_card": Row("curator", None, things=_of_curator),
    "reports:print_file": Row("curator", None, things=_of_curator),
    "reports:print_again": Row(None, "curator", things=_of_curator),
}

"""Who may open the pages of the room."""

from mentoring.lib.dates import now
from reports.printing.models import PaperJob
from tests.access_row import INSIDERS, Row


def _regulations(world):
    return {"code": "regulation"}


def _agreements(world):
    """Nobody has one yet but those who keep them all."""
    return {"code": "agreement"}


def _of_curator(world):
    job = PaperJob.objects.create(
        organization=world.home.organization,
        kind="regulation",
        form="pdf",
        asked_by=world.home.curator.user,
        asked_at=now(),
        keys=[],
        total=1,
    )
    return {"pk": job.pk}


ROWS = {
    "reports:papers": Row(INSIDERS, None),
    "reports:papers_of_kind": Row("director curator", None, things=_agreements),
    "reports:print_create": Row(None, INSIDERS, things=_regulations),
    "reports:print_card": Row("curator", None, things=_of_curator),
    "reports:print_file": Row("curator", None, things=_of_curator),
    "reports:print_again": Row(None, "curator", things=_of_curator),
}

"""Who may open the papers of the room."""

from tests.access_row import INSIDERS, Row
from tests.programs.roadmap.factories import running


def _program(world):
    return {"pk": world.home.program.pk}


def _regulation(world):
    return {"pk": world.home.organization.regulations.get().pk}


ROWS = {
    "reports:program_pdf": Row("director curator council mentor mentee sysadmin", things=_program),
    "reports:regulation_pdf": Row(INSIDERS, things=_regulation),
    "reports:roadmap_pdf": Row(INSIDERS, things=running),
    "reports:roadmap_docx": Row(INSIDERS, things=running),
}

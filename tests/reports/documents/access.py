"""Who may open the papers of the room."""

from tests.access_row import INSIDERS, Row
from tests.programs.roadmap.factories import running


def _program(world):
    return {"pk": world.home.program.pk}


ROWS = {
    "reports:program_pdf": Row("director curator council mentor mentee sysadmin", things=_program),
    "reports:roadmap_pdf": Row(INSIDERS, things=running),
    "reports:roadmap_docx": Row(INSIDERS, things=running),
}

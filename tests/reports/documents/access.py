"""Who may open the papers of the room."""

from tests.access_row import Row


def _program(world):
    return {"pk": world.home.program.pk}


ROWS = {
    "reports:program_pdf": Row("director curator council psychologist mentor mentee sysadmin", things=_program),
}

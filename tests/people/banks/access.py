"""Who may open the addresses of the room."""

from people.models import EntryResult
from tests.access_row import INSIDERS, Row
from tests.world import START

READERS = "director curator council psychologist sysadmin"
KEEPERS = "curator sysadmin"


def _mentor(world):
    return {"pk": world.home.mentor_entry.pk}


def _mentee(world):
    return {"pk": world.home.mentee_entry.pk}


def _result(world):
    result = EntryResult.objects.create(
        mentor_entry=world.home.mentor_entry,
        mentee_entry=world.home.mentee_entry,
        key="program-1",
        title="Первый год",
        form="teacher_teacher",
        starts_on=START,
        ended_on=START,
        is_completed=True,
    )
    return {"pk": result.pk}


def _direction(world):
    return {"pk": world.home.direction.pk}


def _competence(world):
    return {"pk": world.home.competence.pk}


ROWS = {
    "people:mentor_list": Row(READERS),
    "people:mentor_open_list": Row(INSIDERS),
    "people:mentor_card": Row(f"{READERS} mentor", things=_mentor),
    "people:mentor_create": Row(KEEPERS),
    "people:mentor_edit": Row(f"{KEEPERS} mentor", things=_mentor),
    "people:mentor_refresh": Row(None, f"{KEEPERS} mentor", _mentor),
    "people:mentor_pause": Row(None, KEEPERS, _mentor),
    "people:mentor_resume": Row(None, KEEPERS, _mentor),
    "people:mentor_archive": Row(None, "curator", _mentor),
    "people:mentee_list": Row(READERS),
    "people:mentee_card": Row(f"{READERS} mentor mentee", things=_mentee),
    "people:mentee_create": Row(KEEPERS),
    "people:mentee_hired": Row(KEEPERS),
    "people:mentee_edit": Row(f"{KEEPERS} mentee", things=_mentee),
    "people:mentee_refresh": Row(None, f"{KEEPERS} mentee", _mentee),
    "people:mentee_pause": Row(None, KEEPERS, _mentee),
    "people:mentee_resume": Row(None, KEEPERS, _mentee),
    "people:mentee_archive": Row(None, "curator", _mentee),
    "people:mentor_bulk": Row(None, KEEPERS),
    "people:mentor_workbook": Row(READERS, None),
    "people:mentor_form": Row(f"director {KEEPERS}"),
    "people:mentee_bulk": Row(None, KEEPERS),
    "people:mentee_workbook": Row(READERS, None),
    "people:mentee_form": Row(f"director {KEEPERS}"),
    "people:result_link": Row(KEEPERS, things=_result),
    "people:catalog": Row(KEEPERS),
    "people:direction_add": Row(KEEPERS),
    "people:direction_edit": Row(KEEPERS, things=_direction),
    "people:direction_retire": Row(None, KEEPERS, _direction),
    "people:direction_return": Row(None, KEEPERS, _direction),
    "people:competence_add": Row(KEEPERS, things=_direction),
    "people:competence_edit": Row(KEEPERS, things=_competence),
    "people:competence_retire": Row(None, KEEPERS, _competence),
    "people:competence_return": Row(None, KEEPERS, _competence),
}

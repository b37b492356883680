"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row

READERS = "director curator council psychologist sysadmin"
KEEPERS = "curator sysadmin"


def _mentor(world):
    return {"pk": world.home.mentor_entry.pk}


def _mentee(world):
    return {"pk": world.home.mentee_entry.pk}


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
}

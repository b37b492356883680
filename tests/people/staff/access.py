"""Who may open the addresses of the room."""

from people.staff.models import StaffImport
from people.staff.services import keep_photo
from tests.access_row import Row
from tests.people.staff.test_photo import let_show, picture
from tests.world import CANARY, MOMENT, make_employment

READERS = "director curator council psychologist sysadmin"
KEEPERS = "curator sysadmin"


def _teacher(world):
    make_employment(world.other.organization, CANARY, email="canary@example.org", phone=CANARY)
    return {"pk": world.home.staff.employment.pk}


def _mentee(world):
    return {"pk": world.home.mentee.employment.pk}


def _mentor(world):
    return {"pk": world.home.mentor.employment.pk}


def _two_cards(world):
    return _teacher(world) | {"other": make_employment(world.home.organization, "Шевченко").pk}


def _photo(world):
    card = world.home.mentor.employment
    let_show(card)
    keep_photo(card, picture(), by=world.home.mentor.user)
    return {"pk": card.pk}


def _list(world):
    for place, name in ((world.other, CANARY), (world.home, "list.xlsx")):
        staff_import = StaffImport.objects.create(
            organization=place.organization,
            file_name=name,
            columns={"format": "csv", "encoding": "", "sheet": "", "heading_row": 1}
            | {"labels": ["ФИО"], "fields": {"full_name": 0}, "unknown": []},
            by=place.curator.user,
            at=MOMENT,
        )
    return {"pk": staff_import.pk}


ROWS = {
    "people:staff_list": Row(READERS),
    # The mentee sees the own mentor and themself, nobody else of the teachers does.
    "people:staff_card": Row(f"{READERS} mentor mentee", things=_mentor),
    "people:staff_create": Row(KEEPERS),
    "people:staff_edit": Row(KEEPERS, things=_teacher),
    "people:staff_forms": Row(KEEPERS, things=_mentee),
    "people:staff_contacts": Row("staff", things=_teacher),
    "people:staff_leave": Row("curator", things=_teacher),
    "people:staff_return": Row(None, "curator", _teacher),
    "people:staff_merge": Row("curator", things=_teacher),
    "people:staff_merge_preview": Row("curator", things=_two_cards),
    "people:staff_photo": Row(f"{READERS} mentor mentee", things=_photo),
    "people:staff_photo_edit": Row("curator staff", things=_teacher),
    "people:staff_post_add": Row(KEEPERS, things=_teacher),
    "people:staff_import_list": Row(KEEPERS),
    "people:staff_import_create": Row(KEEPERS),
    "people:staff_import_sample": Row(KEEPERS),
    "people:staff_import_preview": Row(KEEPERS, things=_list),
    "people:staff_import_columns": Row(KEEPERS, things=_list),
    "people:staff_import_undo": Row(None, KEEPERS, _list),
    "people:staff_import_load": Row(None, KEEPERS, _list),
    "people:staff_import_drop": Row(None, KEEPERS, _list),
    "people:staff_import_failed": Row(KEEPERS, things=_list),
}

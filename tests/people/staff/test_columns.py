"""The meaning of columns: proposed, chosen, remembered for the organization and for no other."""

import pytest
from django.core.exceptions import ValidationError

from mentoring.lib.moves import MoveRefused
from people.staff.models import ImportMapping, ImportSource
from people.staff.services import choose_columns, decide, drop_import, load_import, start_import
from people.staff.states import Decision, Verdict
from tests.people.staff.lists import csv, xlsx
from tests.people.staff.test_judging import known

ROWS = [
    ["Кто", "ФИО ребёнка", "Должность", "Где"],
    ["Ильина Вера Павловна", "Ильин Пётр Ильич", "учитель", "корпус 2"],
    ["Орлова Анна Павловна", "", "методист", ""],
]
CHOSEN = {"full_name": 0, "post": 2, "workplace": 3}


def upload(place, rows=ROWS):
    return start_import(place.organization, xlsx(rows), by=place.curator.user)


def read(staff_import):
    return {(row.values.get("last_name"), row.values.get("workplace")) for row in staff_import.rows.all()}


def test_columns_chosen_once_are_proposed_next_time_and_only_here(world):
    home = world.home
    staff_import = upload(home)
    assert staff_import.columns["fields"] == {"full_name": 1, "post": 2}
    choose_columns(staff_import, CHOSEN, by=home.curator.user)
    assert read(staff_import) == {("Ильина", "корпус 2"), ("Орлова", None)}
    again = upload(home)
    assert (again.columns["fields"], again.columns["remembered"]) == (CHOSEN, True)
    assert read(again) == read(staff_import)
    assert upload(world.other).columns["remembered"] is False
    assert ImportMapping.objects.get().organization == home.organization


def test_headings_that_differ_only_in_writing_are_the_same(home):
    choose_columns(upload(home), CHOSEN, by=home.curator.user)
    shouted = [[label.upper() + "*" for label in ROWS[0]], *ROWS[1:]]
    assert upload(home, shouted).columns["fields"] == CHOSEN
    assert upload(home, [[*ROWS[0], "Ещё"], *ROWS[1:]]).columns["remembered"] is False


def test_a_list_without_headings_is_loaded_only_once_somebody_looked_at_the_columns(home):
    rows = [["Ильина Вера Павловна", "Учитель", "первая"], ["Орлова Анна Павловна", "Методист", "б/к"]]
    staff_import = start_import(home.organization, csv(rows), by=home.curator.user)
    assert staff_import.columns["guessed"] == ["full_name", "post", "category"]
    with pytest.raises(MoveRefused):
        load_import(staff_import, by=home.curator.user)
    choose_columns(staff_import, {"full_name": 0, "post": 1}, by=home.curator.user)
    staff_import.refresh_from_db()
    assert load_import(staff_import, by=home.curator.user) == 2


def test_columns_that_cannot_be_are_refused_and_the_preview_stays(home):
    staff_import = upload(home)
    twice, strange = {"full_name": 2, "post": 2}, {"pk": 0, "post": 2}
    for fields in ({"full_name": 0}, {"post": 2}, {"last_name": 0, "post": 2}, twice, strange):
        with pytest.raises(ValidationError):
            choose_columns(staff_import, fields, by=home.curator.user)
    assert staff_import.rows.count() == 2 and not ImportMapping.objects.exists()


def test_choices_of_duplicates_survive_other_columns(home):
    known(home.organization, "Ильина", "Вера", "Павловна", number="1")
    rows = [["№", "ФИО", "Должность", "Кабинет"], ["2", "Ильина Вера Павловна", "учитель", "7"]]
    staff_import = upload(home, rows)
    choose_columns(staff_import, {"number": 0, "full_name": 1, "post": 2}, by=home.curator.user)
    decide(staff_import, {2: Decision.SAME}, by=home.curator.user)
    choose_columns(staff_import, {"number": 0, "full_name": 1, "post": 2, "workplace": 3}, by=home.curator.user)
    row = staff_import.rows.get()
    assert (row.verdict, row.decision, row.values["workplace"]) == (Verdict.DUPLICATE, Decision.SAME, "7")


def test_the_rows_of_the_file_are_not_kept_longer_than_needed(home):
    staff_import = upload(home)
    assert ImportSource.objects.count() == 1
    drop_import(staff_import, by=home.curator.user)
    assert not ImportSource.objects.exists()
    with pytest.raises(MoveRefused):
        choose_columns(staff_import, CHOSEN, by=home.curator.user)


def test_the_page_of_columns_shows_first_values_and_keeps_what_is_chosen(home, enter):
    staff_import = upload(home)
    client, path = enter(home.curator), f"/o/{home.organization.slug}/staff-lists/{staff_import.pk}/columns/"
    text = client.get(path).content.decode()
    assert "Ильина Вера Павловна" in text and "корпус 2" in text
    refused = client.post(path, {"column-0": "full_name", "column-1": "full_name", "column-3": "x"})
    assert set(refused.context["form"].errors) == {"column-0", "column-1", "column-3", "__all__"}
    assert refused.context["form"]["column-0"].value() == "full_name"
    posted = {f"column-{index}": name for name, index in CHOSEN.items()}
    assert client.post(path, posted).status_code == 302
    assert read(staff_import) == {("Ильина", "корпус 2"), ("Орлова", None)}

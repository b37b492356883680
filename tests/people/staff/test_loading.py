"""Loading: everything good at once, once, and nothing the user has not seen."""

import datetime
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from mentoring.lib.moves import MoveRefused
from mentoring.lib.tabular import read_table
from mentoring.lib.text import search_key
from people.history.models import Move
from people.staff.models import Employment, Person
from people.staff.services import choose_columns, decide, drop_import, load_import, start_import
from people.staff.services.workbooks import failed_workbook, sample_workbook
from people.staff.states import Decision, ImportState, Verdict
from tests.people.staff.lists import HEADING, csv, people, xlsx
from tests.people.staff.test_judging import BORN, known


def upload(home, *rows):
    return start_import(home.organization, people(*rows), by=home.curator.user)


def load(home, staff_import):
    return load_import(staff_import, by=home.curator.user)


def staff(home):
    """(name, number, post, birth date) of everybody the tests add."""
    rows = Employment.objects.filter(organization=home.organization).exclude(number="").order_by("number", "pk")
    return [(e.person.full_name, e.number, e.post, e.person.birth_date) for e in rows.select_related("person")]


def test_good_rows_are_written_and_bad_ones_stay(home):
    known(home.organization, number="2")
    staff_import = upload(
        home,
        ["1", "Ильина Вера Павловна", "Учитель", "03.05.1990"],
        ["2", "Семёнова Анна Петровна", "Методист", None],
        ["3", "Орлов П. П.", "учитель", None],
    )
    assert load(home, staff_import) == 2
    staff_import.refresh_from_db()
    assert staff_import.state == ImportState.LOADED
    assert staff(home) == [
        ("Ильина Вера Павловна", "1", "учитель", BORN),
        ("Семёнова Анна Петровна", "2", "методист", None),
    ]
    assert [(row.verdict, row.is_loaded) for row in staff_import.rows.all()] == [
        (Verdict.NEW, True),
        (Verdict.CHANGED, True),
        (Verdict.ERROR, False),
    ]


def test_a_new_card_is_found_by_search_and_has_its_history(home):
    load(home, upload(home, ["1", "Алёхина-Белова Вера Павловна", "Учитель", None]))
    card = Employment.objects.get(number="1")
    assert card.person.search_key == search_key("Алехина Белова Вера Павловна")
    assert (card.person.gender, card.is_teacher, card.version) == ("female", True, 1)
    assert [move.deed for move in Move.objects.of(card)] == ["Added from a staff list"]


def test_a_changed_card_counts_its_version_and_forgets_outdated_case_forms(home):
    card = known(home.organization, "Семенова", number="2", post_case_forms={"dative": "учителю!"})
    Person.objects.filter(pk=card.person_id).update(case_forms={"dative": "Семёновой!"})
    load(home, upload(home, ["2", "Семёнова Анна Петровна", "Методист", None]))
    card = Employment.objects.get(pk=card.pk)
    assert (card.version, card.post_case_forms, card.person.case_forms) == (2, {}, {})
    assert card.person.search_key == search_key(card.person.full_name)


def test_two_tabs_cannot_load_one_list_twice(home):
    staff_import = upload(home, ["1", "Ильина Вера Павловна", "учитель", None])
    load(home, staff_import)
    with pytest.raises(MoveRefused):
        load(home, staff_import)
    assert len(staff(home)) == 1


def test_a_dropped_list_is_not_loaded(home):
    staff_import = upload(home, ["1", "Ильина Вера Павловна", "учитель", None])
    drop_import(staff_import, by=home.curator.user)
    with pytest.raises(MoveRefused):
        load(home, staff_import)
    assert staff(home) == []


def test_a_failure_in_the_middle_leaves_nothing_behind(home, monkeypatch):
    staff_import = upload(home, ["1", "Ильина Вера Павловна", "учитель", None])
    monkeypatch.setattr(Move.objects, "bulk_create", lambda *args, **kwargs: 1 / 0)
    before = Person.objects.count()
    with pytest.raises(ZeroDivisionError):
        load(home, staff_import)
    staff_import.refresh_from_db()
    assert (Person.objects.count(), staff_import.state) == (before, ImportState.UPLOADED)


def test_nothing_is_loaded_that_the_user_has_not_seen(home):
    staff_import = upload(home, ["", "Семёнова Анна Петровна", "Методист", None])
    known(home.organization)
    with pytest.raises(MoveRefused):
        load(home, staff_import)
    staff_import.refresh_from_db()
    assert staff_import.state == ImportState.UPLOADED
    assert staff_import.rows.get().verdict == Verdict.CHANGED
    assert load(home, staff_import) == 1


@pytest.mark.parametrize(
    ("decision", "people_added", "names"),
    [
        ("", 0, {"Семёнова Анна Петровна"}),
        (Decision.SKIP, 0, {"Семёнова Анна Петровна"}),
        (Decision.SAME, 0, {"Ильина Анна Петровна"}),
        (Decision.OTHER, 1, {"Семёнова Анна Петровна", "Ильина Анна Петровна"}),
    ],
)
def test_a_possible_duplicate_goes_as_the_user_decided(home, decision, people_added, names):
    card = known(home.organization, number="7", born=BORN)
    staff_import = upload(home, ["", "Ильина Анна Петровна", "учитель", "03.05.1990"])
    before = Person.objects.count()
    decide(staff_import, {2: decision}, by=home.curator.user)
    load(home, staff_import)
    assert Person.objects.count() - before == people_added
    found = Person.objects.filter(birth_date=BORN)
    assert {person.full_name for person in found} == names
    assert Employment.objects.get(pk=card.pk).person_id == card.person_id


def test_a_twin_row_adds_to_the_card_of_the_row_above(home):
    staff_import = upload(
        home,
        ["1", "Ильина Вера Павловна", "учитель", None],
        ["", "Ильина Вера Павловна", "методист", "03.05.1990"],
    )
    decide(staff_import, {3: Decision.SAME}, by=home.curator.user)
    assert load(home, staff_import) == 2
    assert staff(home) == [("Ильина Вера Павловна", "1", "учитель, методист", BORN)]


def test_somebody_who_left_comes_back_as_the_same_person_with_a_new_card(home):
    gone = known(home.organization, ends_on=datetime.date(2026, 6, 30))
    staff_import = upload(home, ["1", "Семёнова Анна Петровна", "учитель", None])
    decide(staff_import, {2: Decision.SAME}, by=home.curator.user)
    load(home, staff_import)
    card = Employment.objects.get(number="1")
    assert card.pk != gone.pk and card.person_id == gone.person_id


def test_a_decision_cannot_be_put_on_a_row_that_asks_nothing(home):
    staff_import = upload(home, ["1", "Ильина Вера Павловна", "учитель", None])
    decide(staff_import, {2: Decision.SKIP, 99: Decision.SKIP}, by=home.curator.user)
    assert staff_import.rows.get().decision == ""


def test_the_number_of_queries_does_not_depend_on_the_number_of_rows(home):
    def queries(start, count):
        rows = [[str(start + n), f"Ильина{'а' * n} Вера Павловна", "учитель", None] for n in range(count)]
        with CaptureQueriesContext(connection) as reading:
            staff_import = upload(home, *rows)
        with CaptureQueriesContext(connection) as loading:
            load(home, staff_import)
        return len(reading), len(loading)

    queries(0, 1)
    assert queries(100, 3) == queries(200, 30)


def test_rows_left_out_come_back_with_their_reasons_and_can_be_loaded_again(home):
    rows = [
        HEADING,
        ["1", "Ильина Вера Павловна", "учитель", ""],
        ["2", "Орлова Вера Павловна", "=учитель", "32.13.1990"],
    ]
    staff_import = start_import(home.organization, csv(rows), by=home.curator.user)
    load(home, staff_import)
    with translation.override("en"):
        content = failed_workbook(staff_import, lambda row: [reason["code"] for reason in row.messages])
    table = read_table(io.BytesIO(content), "failed.xlsx", max_bytes=10**6)
    assert [row.cells for row in table.rows] == [
        ["What to mend", "Row of the file", "Табельный", "Ф.И.О.", "Должность", "Дата рождения"],
        ["bad_date", 3, "2", "Орлова Вера Павловна", "=учитель", "32.13.1990"],
    ]
    again = start_import(home.organization, SimpleUploadedFile("failed.xlsx", content), by=home.curator.user)
    assert [row.values["last_name"] for row in again.rows.all()] == ["Орлова"]


def test_the_example_of_the_sample_is_read_without_an_error(home):
    table = read_table(io.BytesIO(sample_workbook()), "sample.xlsx", max_bytes=10**6)
    assert len(table.rows) == 1
    rows = load_workbook(io.BytesIO(sample_workbook()))["Пример"].values
    staff_import = start_import(home.organization, xlsx(list(rows)), by=home.curator.user)
    assert [row.verdict for row in staff_import.rows.all()] == [Verdict.NEW, Verdict.NEW]
    assert staff_import.columns["unknown"] == []


def test_the_rows_left_out_of_a_tariff_list_mean_the_same_when_they_come_back(home):
    rows = [
        ["Тарификационный список на 01.09.2026", None],
        ["ФИО", "Должность", "Стаж", "Квалифи-\nкация", "Площадка"],
        [None, None, None, "Образо-\nвание", None],
        ["Орлова В. П.", "учитель", "12/5", "высшее", "ул. Садовая"],
    ]
    staff_import = start_import(home.organization, xlsx(rows), by=home.curator.user)
    choose_columns(staff_import, staff_import.columns["fields"] | {"workplace": 4}, by=home.curator.user)
    staff_import.refresh_from_db()
    content = failed_workbook(staff_import, lambda row: ["…"])
    cells = [row.cells for row in read_table(io.BytesIO(content), "failed.xlsx", max_bytes=10**6).rows]
    cells[1][2] = "Орлова Вера Павловна"
    again = start_import(home.organization, xlsx(cells), by=home.curator.user)
    told = ("experience_since", "education", "workplace")
    assert [again.rows.get().values.get(name) for name in told] == ["2014-04-01", "высшее", "ул. Садовая"]

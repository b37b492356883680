"""Real shapes of staff lists: what is read of each, and what each refusal says."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from openpyxl import Workbook

from people.staff.models import ImportRow, Person, StaffImport
from people.staff.services import start_import
from people.staff.services.wordings import COLUMNS
from people.staff.states import Verdict
from tests.people.staff.lists import HEADING, ODD, book, csv, people, xlsx

ANNA = {
    "last_name": "Иванова",
    "first_name": "Анна",
    "patronymic": "Петровна",
    "post": "учитель математики",
    "subject": "математика",
    "derived": True,
    "gender": "female",
    "guessed": True,
}
ROW = ["Иванова Анна Петровна", "Учитель математики"]


def _one_column():
    return xlsx([["ФИО", "Должность"], ROW])


def _three_columns_in_another_order():
    return xlsx([["Должность", "Отчество", "Имя", "Фамилия"], ["учитель математики", "Петровна", "Анна", "Иванова"]])


def _capitals():
    return xlsx([["ФАМИЛИЯ, ИМЯ, ОТЧЕСТВО", "ДОЛЖНОСТЬ"], ["ИВАНОВА АННА ПЕТРОВНА", "УЧИТЕЛЬ МАТЕМАТИКИ"]])


def _title_numbers_of_columns_and_signature():
    return xlsx(
        [
            ["Список педагогических работников на 01.09.2026"],
            [],
            ["№ п/п", "Ф. И. О. работника", "Занимаемая должность"],
            [1, 2, 3],
            [1, *ROW],
            [],
            [None, None, None, "Директор ____________"],
        ]
    )


def _semicolons_in_windows_1251():
    return csv([["ФИО", "Должность"], ROW], encoding="windows-1251")


def _commas_in_utf8_with_a_mark():
    return csv([["ФИО сотрудника", "Должность"], ROW], encoding="utf-8-sig", delimiter=",")


def _tabs_in_utf16():
    return csv([["ФИО", "Должность"], ROW], encoding="utf-16", delimiter="\t")


def _broken_lines_in_headings():
    return xlsx([["Фамилия,\nимя, отчество", "Долж-\nность (по штату)"], ROW])


def _an_empty_sheet_before():
    workbook = Workbook()
    sheet = workbook.create_sheet("Кадры")
    sheet.append(["Сотрудник", "Должность"])
    sheet.append(ROW)
    return book(workbook)


def _merged_title():
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["Педагогический состав", None])
    sheet.merge_cells("A1:B1")
    sheet.append(["ФИО", "Должность"])
    sheet.append(ROW)
    return book(workbook)


def _gaps_and_a_total():
    return xlsx([["ФИО", "Должность", "Ставка"], ROW, [None, None, None], [None, None, 18.5]])


def _spaces_and_soft_hyphens():
    return xlsx([["ФИО ", " Должность"], [" Иванова\u00a0 Анна\u00ad  Петровна ", "Учитель  математики"]])


@pytest.mark.parametrize(
    "make",
    [
        _one_column,
        _three_columns_in_another_order,
        _capitals,
        _title_numbers_of_columns_and_signature,
        _semicolons_in_windows_1251,
        _commas_in_utf8_with_a_mark,
        _tabs_in_utf16,
        _broken_lines_in_headings,
        _an_empty_sheet_before,
        _merged_title,
        _gaps_and_a_total,
        _spaces_and_soft_hyphens,
    ],
)
def test_the_same_person_is_read_from_every_shape_of_a_list(home, make):
    staff_import = start_import(home.organization, make(), by=home.curator.user)
    assert [row.values for row in staff_import.rows.all()] == [ANNA]


def test_every_column_of_a_personnel_program_is_read(home):
    heading = [
        "Табельный №",
        "Фамилия",
        "Имя",
        "Отчество (при наличии)",
        "Пол",
        "Дата рождения",
        "Должность",
        "Преподаваемые предметы",
        "Квалификационная категория",
        "Образование",
        "Корпус",
        "Моб. телефон",
        "Эл. почта",
        "Общий стаж",
        "Пед. стаж",
        "Принят на работу",
        "Дата увольнения",
        "Примечание",
    ]
    row = [
        17,
        "Юлдаш",
        "Нур",
        None,
        "м",
        datetime.datetime(1990, 5, 3),
        "Учитель химии",
        "химия",
        "первая",
        "высшее",
        "корпус 2",
        "8 900 111-22-33",
        "NUR@example.org",
        "30",
        "12 лет 5 мес.",
        "1 сентября 2014 г.",
        None,
        "совместитель",
    ]
    staff_import = start_import(home.organization, xlsx([heading, row]), by=home.curator.user)
    assert staff_import.rows.get().values == {
        "number": "17",
        "last_name": "Юлдаш",
        "first_name": "Нур",
        "gender": "male",
        "birth_date": "1990-05-03",
        "post": "учитель химии",
        "subject": "химия",
        "category": "first",
        "education": "высшее",
        "workplace": "корпус 2",
        "phone": "8 900 111-22-33",
        "email": "nur@example.org",
        "experience_since": "2014-05-15",
        "exactness": "months",
        "starts_on": "2014-09-01",
    }
    assert staff_import.columns["unknown"] == ["Общий стаж", "Примечание"]


@pytest.mark.parametrize(
    ("cells", "reasons"),
    [
        (["1", "Иванова Анна Петровна", None, None], {("post", "empty")}),
        (["1", None, "учитель", None], {("last_name", "empty"), ("first_name", "empty")}),
        (["1", "Иванова А. П.", "учитель", None], {("full_name", "initials")}),
        (["1", "Иванова Анна Петровна", "учитель", "14.05.2030"], {("birth_date", "future_birth")}),
        (["1", "Иванова Анна Петровна", "учитель", "в мае"], {("birth_date", "bad_date")}),
        (["1", "Иванова Анна Петровна", "учитель", 1990], {("birth_date", "only_year")}),
        (["1", "Ким Саша", "учитель", None], {("gender", "no_gender")}),
        (["1" * 31, "Иванова Анна Петровна", "у" * 201, None], {("number", "too_long"), ("post", "too_long")}),
    ],
)
def test_each_bad_cell_is_named_with_its_reason(home, cells, reasons):
    row = start_import(home.organization, people(cells), by=home.curator.user).rows.get()
    assert row.verdict == Verdict.ERROR
    assert {(reason["field"], reason["code"]) for reason in row.messages} == reasons


@pytest.mark.parametrize(
    ("hired", "experience", "reasons"),
    [
        ("01.09.1995", "", {("starts_on", "hired_as_child")}),
        ("01.09.2030", "", {("starts_on", "far_hire")}),
        ("", "40", {("experience_since", "experience_as_child")}),
        ("01.09.2015", "много", {("experience_since", "bad_experience")}),
    ],
)
def test_days_that_contradict_each_other_are_refused(home, hired, experience, reasons):
    heading = ["ФИО", "Должность", "Дата рождения", "Дата приёма", "Стаж"]
    upload = xlsx([heading, ["Иванова Анна Петровна", "учитель", "01.05.1990", hired, experience]])
    row = start_import(home.organization, upload, by=home.curator.user).rows.get()
    assert {(reason["field"], reason["code"]) for reason in row.messages} == reasons


def test_somebody_the_list_calls_dismissed_is_not_taken_on(home):
    heading = ["ФИО", "Должность", "Дата увольнения"]
    rows = [["Иванова Анна Петровна", "учитель", "01.06.2026"], ["Петрова Анна Ильинична", "учитель", "01.06.2027"]]
    staff_import = start_import(home.organization, xlsx([heading, *rows]), by=home.curator.user)
    assert [row.verdict for row in staff_import.rows.all()] == [Verdict.ERROR, Verdict.NEW]


def _formula():
    workbook = Workbook()
    workbook.active.append(HEADING)
    workbook.active.append(["1", '=A2&" Анна"', "учитель", None])
    return book(workbook)


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (lambda: SimpleUploadedFile("list.xlsx", b""), "is empty"),
        (lambda: SimpleUploadedFile("list.pdf", b"%PDF-1.7 x"), "PDF"),
        (lambda: SimpleUploadedFile("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600), ".xls"),
        (lambda: SimpleUploadedFile("list.xlsx", b"PK\x03\x04broken"), "xlsx"),
        (lambda: xlsx([["ФИО", "Оклад"], ["Иванова Анна Петровна", "1"]]), "«Должность»"),
        (lambda: xlsx([["ФИО", "Телефон"], ["Иванова Анна Петровна", "1"]]), "«Должность»"),
        (lambda: xlsx([["Фамилия", "Должность"], ["Иванова", "учитель"]]), "«Ф.И.О.»"),
        (lambda: xlsx([["ФИО", "Должность"]]), "under the heading"),
        (_formula, "row 2, column B"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words_and_nothing_is_kept(home, upload, words):
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        start_import(home.organization, upload(), by=home.curator.user)
    assert words in " ".join(refused.value.messages)
    assert not StaffImport.objects.exists() and not ImportRow.objects.exists()


def test_reading_a_list_writes_nobody(home):
    before = Person.objects.count()
    start_import(home.organization, people(["1", "Иванова Анна Петровна", "учитель", None]), by=home.curator.user)
    assert Person.objects.count() == before


def test_rows_of_one_person_come_together_only_if_nothing_speaks_against_it(home):
    heading = ["№ п/п", "ФИО", "Должность", "Предмет", "Дата рождения"]
    rows = [
        [1, "Иванова Анна Петровна", "учитель", "физика", "03.05.1990"],
        [None, None, "учитель", "химия", None],
        [2, "Иванова Анна Петровна", "методист", None, None],
        [3, "Иванова Анна Петровна", "тьютор", None, "04.05.1990"],
        [4, "Иванова Анна Петровна", "учитель", "физика", "03.05.1990"],
        [5, None, "учитель", "биология", None],
    ]
    found = start_import(home.organization, xlsx([heading, *rows]), by=home.curator.user).rows.all()
    assert [(row.number, row.values["post"], row.values.get("subject"), row.verdict) for row in found] == [
        (2, "учитель, методист", "физика, химия", Verdict.NEW),
        (5, "тьютор", None, Verdict.NEW),
        (7, "учитель", "биология", Verdict.ERROR),
    ]
    assert [part["number"] for part in found[0].more] == [3, 4, 6]


def test_sections_totals_and_signatures_are_passed_over_and_named(home):
    rows = [["ФИО", "Должность"], ["Начальная школа"], ROW, [None, "Итого"], ["Вакансия", "учитель"], ["Всего: 1"]]
    staff_import = start_import(home.organization, xlsx(rows), by=home.curator.user)
    assert staff_import.rows.count() == 1
    passed = [[2, "Начальная школа"], [4, "Итого"], [5, "Вакансия"], [6, "Всего: 1"]]
    staff_import.refresh_from_db()
    assert staff_import.columns["passed"] == passed


def test_odd_cells_in_every_column_break_nothing(home):
    heading = [wordings[0] for wordings in COLUMNS.values()]
    rows = [[odd] * len(heading) for odd in ODD]
    for index in range(3):
        rows += [[*[odd] * index, "Иванова Анна Петровна", *[odd] * (len(heading) - index - 1)] for odd in ODD]
    staff_import = start_import(home.organization, csv([heading, *rows], delimiter="\t"), by=home.curator.user)
    assert {row.verdict for row in staff_import.rows.all()} <= set(Verdict)

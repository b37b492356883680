"""Verdicts as whole sets: the rows of a list against the staff of one organization."""

import datetime

import pytest

from people.staff.models import StaffImport
from people.staff.services import start_import
from people.staff.states import Verdict
from tests.people.staff.lists import people, xlsx
from tests.world import CANARY, make_employment

BORN = datetime.date(1990, 5, 3)


def known(organization, last="Семёнова", first="Анна", patronymic="Петровна", *, born=None, **fields):
    card = make_employment(organization, last, first, patronymic, **{"post": "учитель"} | fields)
    card.person.birth_date = born
    card.person.save()
    return card


def verdicts(home, *rows):
    staff_import = start_import(home.organization, people(*rows), by=home.curator.user)
    return [
        (row.verdict, tuple(each.get("code") or each["field"] for each in row.messages), row.employment_id)
        for row in staff_import.rows.all()
    ]


@pytest.mark.parametrize(
    ("card", "row", "expected"),
    [
        ({"number": "7"}, ["7", "Семёнова Анна Петровна", "учитель", None], (Verdict.SAME, ())),
        ({"number": "7"}, ["7", "Семенова Анна Петровна", "учитель", None], (Verdict.SAME, ())),
        (
            {"number": "7", "last": "Семенова"},
            ["7", "Семёнова Анна Петровна", "учитель", None],
            (Verdict.CHANGED, ("last_name",)),
        ),
        ({"number": "7"}, ["7", "Ильина Анна Петровна", "учитель", None], (Verdict.DUPLICATE, ("number_new_name",))),
        ({}, ["7", "Семёнова Анна Петровна", "Методист", None], (Verdict.CHANGED, ("number", "post"))),
        ({}, ["7", "семенова анна петровна", "учитель", None], (Verdict.DUPLICATE, ("spelling",))),
        ({"born": BORN}, ["", "Семёнова Анна Петровна", "учитель", "3 мая 1990 г."], (Verdict.SAME, ())),
        (
            {"born": BORN},
            ["", "Семёнова Анна Петровна", "учитель", "4.5.1990"],
            (Verdict.DUPLICATE, ("other_birth_date",)),
        ),
        ({"born": BORN}, ["", "Ильина Анна Петровна", "учитель", "3.5.1990"], (Verdict.DUPLICATE, ("new_surname",))),
        ({"number": "8"}, ["7", "Семёнова Анна Петровна", "учитель", None], (Verdict.DUPLICATE, ("other_number",))),
        (
            {"ends_on": datetime.date(2026, 6, 30)},
            ["", "Семёнова Анна Петровна", "учитель", None],
            (Verdict.DUPLICATE, ("left_before",)),
        ),
    ],
)
def test_somebody_known_is_found_and_every_doubt_is_put_to_the_user(home, card, row, expected):
    employment = known(home.organization, **card)
    assert verdicts(home, row) == [(*expected, employment.pk)]


def test_a_cell_of_post_and_subject_takes_nothing_from_a_card_that_says_more(home):
    card = known(home.organization, number="7", post="учитель истории")
    assert verdicts(home, ["7", "Семёнова Анна Петровна", "учитель, история", None]) == [
        (Verdict.CHANGED, ("subject",), card.pk)
    ]


def test_a_number_that_is_somebody_elses_is_an_error(home):
    known(home.organization, number="7")
    assert verdicts(home, ["7", "Ильин Пётр Ильич", "учитель", None]) == [(Verdict.ERROR, ("foreign_number",), None)]


def test_namesakes_are_told_by_birth_date_or_asked_about(home):
    first = known(home.organization, born=BORN)
    second = known(home.organization, born=datetime.date(1980, 1, 1))
    assert verdicts(home, ["", "Семёнова Анна Петровна", "учитель", "01.01.1980"]) == [(Verdict.SAME, (), second.pk)]
    assert verdicts(home, ["", "Семёнова Анна Петровна", "учитель", None]) == [
        (Verdict.DUPLICATE, ("namesakes",), first.pk)
    ]


def test_one_person_twice_in_a_file_is_asked_about_and_a_number_twice_is_an_error(home):
    assert verdicts(
        home,
        ["1", "Ильина Анна Петровна", "учитель", None],
        ["2", "Ильина Анна Петровна", "педагог-психолог", "03.05.1990"],
        ["1", "Орлова Вера Ильинична", "учитель", None],
        ["3", "Белова Анна Ильинична", "учитель", "03.05.1990"],
        ["4", "Белова Анна Ильинична", "учитель", "04.05.1990"],
    ) == [
        (Verdict.NEW, (), None),
        (Verdict.DUPLICATE, ("twin",), None),
        (Verdict.ERROR, ("twin_number",), None),
        (Verdict.NEW, (), None),
        (Verdict.NEW, (), None),
    ]


def test_experience_in_whole_years_agrees_with_the_day_on_the_card(home):
    known(home.organization, experience_since=datetime.date(2014, 9, 1))
    heading = ["ФИО", "Должность", "Стаж"]
    found = {}
    for written in ("12", "12 лет 1 мес.", "12 лет 5 мес.", "13"):
        upload = xlsx([heading, ["Семёнова Анна Петровна", "учитель", written]])
        found[written] = start_import(home.organization, upload, by=home.curator.user).rows.get().verdict
    assert found == {
        "12": Verdict.SAME,
        "12 лет 1 мес.": Verdict.SAME,
        "12 лет 5 мес.": Verdict.CHANGED,
        "13": Verdict.CHANGED,
    }


def test_a_guess_never_overrules_the_gender_on_a_card(home):
    card = known(home.organization)
    card.person.gender = "male"
    card.person.save()
    assert verdicts(home, ["", "Семёнова Анна Петровна", "учитель", None]) == [(Verdict.SAME, (), card.pk)]


def test_somebody_known_needs_no_gender_in_the_list(home):
    card = known(home.organization, "Ким", "Саша", "")
    assert verdicts(home, ["", "Ким Саша", "учитель", None]) == [(Verdict.SAME, (), card.pk)]


def test_staff_of_another_organization_is_never_matched_or_named(world, enter):
    home, other = world.home, world.other.organization
    stranger = known(other, number="7", born=BORN)
    rows = [
        ["7", "Семёнова Анна Петровна", "учитель", "03.05.1990"],
        ["", "Семенова Анна Петровна", "учитель", None],
        ["", f"{CANARY} Мария Петровна", "учитель", None],
    ]
    found = verdicts(home, *rows)
    assert found == [(Verdict.NEW, (), None), (Verdict.DUPLICATE, ("twin",), None), (Verdict.NEW, (), None)]
    url = f"/o/{home.organization.slug}/staff-lists/{StaffImport.objects.latest('pk').pk}/"
    assert f"/staff/{stranger.pk}/" not in enter(home.curator).get(url).content.decode()

"""A centre of extra education: associations, part-timers, e-mail."""

from tests.people.staff.lists import csv
from tests.people.staff.shapes.made import everybody, person, sheet


def program():
    rows = [
        ["ФИО сотрудника", "Занимаемая должность", "Объединение", "Вид занятости", "Эл. почта"],
        [
            "Вязов Лев Ильич",
            "Педагог дополнительного образования",
            "Шахматы",
            "Внешнее совместительство",
            "VYAZOV@example.org",
        ],
        ["Сафьянова Нина Олеговна", "Методист", "", "Основное место работы", ""],
    ]
    return csv(rows, encoding="utf-8-sig", delimiter=","), everybody(
        person(
            "Вязов",
            "Лев",
            "Ильич",
            "male",
            "педагог дополнительного образования",
            subject="Шахматы",
            is_external=True,
            email="vyazov@example.org",
        ),
        person("Сафьянова", "Нина", "Олеговна", "female", "методист"),
    )


def several_rows():
    """One person in several rows: the name stands in each of them, or only in the first."""
    rows = [
        ["№ п/п", "Фамилия, имя, отчество (при наличии)", "Должность", "Объединение"],
        [1, "Вязов Лев Ильич (внешний совместитель)", "педагог дополнительного образования", "Шахматы"],
        [2, "Вязов Лев Ильич", "педагог дополнительного образования", "Шашки"],
        [3, "Сафьянова Нина Олеговна", "методист", None],
        [None, None, "педагог-организатор", None],
    ]
    return sheet(rows, ["B4:B5"][:0]), everybody(
        person(
            "Вязов",
            "Лев",
            "Ильич",
            "male",
            "педагог дополнительного образования",
            subject="Шахматы, Шашки",
            is_external=True,
        ),
        person("Сафьянова", "Нина", "Олеговна", "female", "методист, педагог-организатор"),
    )


def tariff():
    rows = [
        ["Сведения о работнике", None, None, "Стаж на начало учебного года", None],
        ["Ф.И.О.*", "Должность", "Образование", "Общий стаж", "Стаж педагогический"],
        [1, 2, 3, 4, 5],
        ["Вязов Лев Ильич", "ПДО", "среднее профессиональное", "30 лет", "7 мес"],
        ["Всего", None, None, None, None],
    ]
    return sheet(rows, ["A1:C1", "D1:E1"]), everybody(
        person(
            "Вязов",
            "Лев",
            "Ильич",
            "male",
            "ПДО",
            education="среднее профессиональное",
            experience_since="2026-02-01",
            exactness="months",
        ),
    )

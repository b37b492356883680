"""A town school: an export of a personnel program, a list of its deputy, and the tariff list."""

from datetime import date

from tests.people.staff.lists import csv, xlsx
from tests.people.staff.shapes.made import everybody, person, sheet


def program():
    rows = [
        ["Муниципальное учреждение", None, None],
        ["Список сотрудников на 01.09.2026"],
        [],
        [
            "Таб. номер",
            "Фамилия",
            "Имя",
            "Отчество",
            "Пол",
            "Дата рождения",
            "Штатная должность",
            "Дата приема",
            "Пед. стаж",
        ],
        [
            "0001",
            "ЛУГОВАЯ",
            "ВЕРА",
            "ИЛЬИНИЧНА",
            "Ж",
            date(1980, 3, 14),
            "Учитель математики",
            date(2012, 9, 1),
            "14 лет 2 мес.",
        ],
        ["0002", "КЛЁНОВ", "ПЁТР", "ОЛЕГОВИЧ", "М", date(2002, 11, 2), "Учитель физики", date(2025, 8, 25), 1],
        [None, None, None, None, None, None, "Итого", None, 2],
    ]
    people = (
        person(
            "Луговая",
            "Вера",
            "Ильинична",
            "female",
            "учитель математики",
            number="0001",
            subject="математика",
            derived=True,
            birth_date="1980-03-14",
            starts_on="2012-09-01",
            experience_since="2012-07-01",
            exactness="months",
        ),
        person(
            "Клёнов",
            "Пётр",
            "Олегович",
            "male",
            "учитель физики",
            number="0002",
            subject="физика",
            derived=True,
            birth_date="2002-11-02",
            starts_on="2025-08-25",
            experience_since="2025-09-01",
            exactness="years",
        ),
    )
    for each in people:
        del each["guessed"]
    return xlsx(rows), everybody(*people)


def deputy():
    rows = [
        ["Предмет", "Педагог", "Должность", "Категория", "Мобильный телефон", "Примечание"],
        [
            "математика, алгебра",
            "Луговая Вера Ильинична",
            "учитель",
            "высшая до 2027",
            "8 900 111-22-33",
            "кл. рук. 5а",
        ],
        ["физика", "Клёнов Пётр Олегович", "учитель", "б/к", "", ""],
    ]
    return csv(rows, encoding="windows-1251"), everybody(
        person(
            "Луговая",
            "Вера",
            "Ильинична",
            "female",
            "учитель",
            subject="математика, алгебра",
            category="highest",
            phone="8 900 111-22-33",
        ),
        person("Клёнов", "Пётр", "Олегович", "male", "учитель", subject="физика", category="none"),
    )


TARIFF_HEADING = [
    [
        "№\nп/п",
        "Фамилия,\nимя, отчест-\nво*",
        "Наименование долж-\nности, преподаваемый предмет",
        "Образование, наименование учебного заведения, год окончания",
        "Стаж работы",
        None,
        "Квалифика-\nционная категория**",
        "Число часов в неделю",
        None,
    ],
    [None, None, None, None, "общий", "педаго-\nгический", None, "1–4 кл.", "5–9 кл."],
]
TARIFF_MERGED = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:I3"]


def tariff():
    rows = [
        ["ТАРИФИКАЦИОННЫЙ СПИСОК"],
        ["педагогических работников на 2026/2027 учебный год"],
        *TARIFF_HEADING,
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        ["Педагогические работники"],
        [
            1,
            "Луговая Вера Ильинична",
            "учитель математики",
            "высшее,\nВГСПУ, 2002",
            "24/1",
            "14/2",
            "высшая, 25.12.2023",
            None,
            18,
        ],
        [None, None, "учитель информатики", None, None, None, None, None, 4],
        [2, "Клёнов Пётр Олегович", "Учитель (физика)", "высшее", "1,3", "1,3", "-", None, 20],
        ["Итого", None, None, None, None, None, None, 0, 42],
        ["* в соответствии с документом, удостоверяющим личность"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        [
            3,
            "Ким Алла",
            "педагог-\nпсихолог (внеш. совм.)",
            "высшее",
            "5 лет",
            "5 лет 5 мес.",
            "СЗД от 12.03.2024",
            None,
            None,
        ],
        [4, "Вакансия", "учитель химии", None, None, None, None, None, 9],
        [None, "Директор школы ____________ В. И. Луговая"],
    ]
    return sheet(rows, [*TARIFF_MERGED, "A7:A8", "B7:B8"]), everybody(
        person(
            "Луговая",
            "Вера",
            "Ильинична",
            "female",
            "учитель математики, учитель информатики",
            subject="математика, информатика",
            derived=True,
            education="высшее, ВГСПУ, 2002",
            category="highest",
            category_on="2023-12-25",
            experience_since="2012-07-01",
            exactness="months",
        ),
        person(
            "Клёнов",
            "Пётр",
            "Олегович",
            "male",
            "учитель",
            subject="физика",
            derived=True,
            education="высшее",
            category="none",
            experience_since="2025-06-01",
            exactness="years",
        ),
        person(
            "Ким",
            "Алла",
            "",
            "female",
            "педагог-психолог",
            education="высшее",
            category="suitable",
            category_on="2024-03-12",
            experience_since="2021-04-01",
            exactness="months",
            is_external=True,
        ),
    )

"""A village school: few people, many subjects."""

from tests.people.staff.lists import csv, xlsx
from tests.people.staff.shapes.made import everybody, person


def program():
    rows = [
        ["Должность", "Работник", "Преподаваемые дисциплины", "Уровень образования", "Принята"],
        ["УЧИТЕЛЬ", "БЕРЕЗОВА ЗОЯ ПЕТРОВНА", "химия, биология", "высшее", "01.09.1998"],
        ["директор", "Ольхин Яков Иванович", "", "высшее", "2010-08-20"],
    ]
    return csv(rows), everybody(
        person(
            "Березова",
            "Зоя",
            "Петровна",
            "female",
            "учитель",
            subject="химия, биология",
            education="высшее",
            starts_on="1998-09-01",
        ),
        person("Ольхин", "Яков", "Иванович", "male", "директор", education="высшее", starts_on="2010-08-20"),
    )


def posts_unnamed():
    """The column of posts has a heading nobody knows; what it holds tells it."""
    rows = [
        ["ФИО", "Кем работает", "Год рожд."],
        ["Березова Зоя Петровна", "учитель химии и биологии", "14.02.1975"],
        ["Ольхин Яков Иванович", "директор, учитель истории", "01.01.1970"],
    ]
    return xlsx(rows), everybody(
        person(
            "Березова",
            "Зоя",
            "Петровна",
            "female",
            "учитель химии и биологии",
            subject="химия и биология",
            derived=True,
            birth_date="1975-02-14",
        ),
        person("Ольхин", "Яков", "Иванович", "male", "директор, учитель истории", birth_date="1970-01-01"),
    )


def tariff():
    """Two tables side by side do not fit the sheet: the second gives further columns of the same people."""
    rows = [
        ["Тарификационный список учителей на 2026-2027 уч. год"],
        ["№", "Фамилия, имя, отчество", "Должность, предмет", "Образование"],
        [1, "Березова Зоя Петровна", "учитель, химия, биология", "высшее, АлтГПУ, 1998"],
        [2, "Ольхин Яков Иванович", "директор", "высшее"],
        [],
        ["№", "Фамилия, имя, отчество", "Пед. стаж", "Категория"],
        [1, "Березова Зоя Петровна", "28/0", "первая (пр. № 12 от 25.12.2023)"],
        [2, "Ольхин Яков Иванович", "31 год", "соответствие"],
    ]
    return xlsx(rows), everybody(
        person(
            "Березова",
            "Зоя",
            "Петровна",
            "female",
            "учитель",
            subject="химия, биология",
            derived=True,
            education="высшее, АлтГПУ, 1998",
            experience_since="1998-09-01",
            exactness="months",
            category="first",
            category_on="2023-12-25",
        ),
        person(
            "Ольхин",
            "Яков",
            "Иванович",
            "male",
            "директор",
            education="высшее",
            experience_since="1995-09-01",
            exactness="years",
            category="suitable",
        ),
    )

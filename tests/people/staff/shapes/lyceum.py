"""A lyceum in Bashkortostan: names of other orders, no patronymics."""

from tests.people.staff.lists import csv, xlsx
from tests.people.staff.shapes.made import everybody, person, sheet


def program():
    rows = [
        ["Таб. №", "Физическое лицо", "Пол", "Должность по штату", "Корпус", "Тел."],
        [101, "Алиев Вагиф Гасан оглы", "муж.", "учитель физической культуры", "А", 89001112233],
        [102, "Юлдаш Нур", "м", "учитель башкирского языка", "Б", None],
    ]
    people = (
        person(
            "Алиев",
            "Вагиф",
            "Гасан оглы",
            "male",
            "учитель физической культуры",
            number="101",
            workplace="А",
            subject="физическая культура",
            derived=True,
            phone="89001112233",
        ),
        person(
            "Юлдаш",
            "Нур",
            "",
            "male",
            "учитель башкирского языка",
            number="102",
            workplace="Б",
            subject="башкирский язык",
            derived=True,
        ),
    )
    for each in people:
        del each["guessed"]
    return xlsx(rows), everybody(*people)


def headless():
    """No heading, and the name in three columns."""
    rows = [
        ["Садыкова", "Гузель", "Маратовна", "учитель начальных классов", "высшее, БГПУ, 2015", "01.09.2016"],
        ["Каримов", "Айдар", "Ринатович", "тьютор", "среднее", "15.08.2024"],
        ["Юнусова", "Лиана", "Айратовна", "логопед", "высшее", "15.08.2023"],
    ]
    return csv(rows, encoding="windows-1251"), everybody(
        person(
            "Садыкова",
            "Гузель",
            "Маратовна",
            "female",
            "учитель начальных классов",
            subject="начальные классы",
            derived=True,
            education="высшее, БГПУ, 2015",
            starts_on="2016-09-01",
        ),
        person("Каримов", "Айдар", "Ринатович", "male", "тьютор", education="среднее", starts_on="2024-08-15"),
        person("Юнусова", "Лиана", "Айратовна", "female", "логопед", education="высшее", starts_on="2023-08-15"),
    )


def tariff():
    """A heading of three rows, said again with its numbers over the second table."""
    heading = [
        ["№ п/п", "Ф.И.О.", "Должность", "Квалификация", None, "Стаж"],
        [None, None, None, "Образо-\nвание", "Категория", "педагоги-\nческой"],
        [None, None, None, None, None, "работы"],
    ]
    numbers = ["1", "2", "3", "4", "5", "6"]
    rows = [
        ["Утверждаю", None, None, "Директор", None, "Каримова А. Р."],
        ["ТАРИФИКАЦИОННЫЙ СПИСОК НА 1 СЕНТЯБРЯ 2026 ГОДА"],
        *heading,
        numbers,
        [1, "Садыкова Гузель Маратовна", "учитель, начальные классы", "высшее", "1 кв. кат., 20.05.2022", "10,11"],
        ["Начальная школа"],
        *heading,
        numbers,
        [2, "Каримов Айдар Ринатович\n(внеш. совместитель)", "тьютор", "среднее", "без категории", "2 года"],
        [None, "ИТОГО:", 2, None, None, None],
    ]
    merged = ["A3:A5", "B3:B5", "C3:C5", "D3:E3"]
    return sheet(rows, merged), everybody(
        person(
            "Садыкова",
            "Гузель",
            "Маратовна",
            "female",
            "учитель",
            subject="начальные классы",
            derived=True,
            education="высшее",
            category="first",
            category_on="2022-05-20",
            experience_since="2015-10-01",
            exactness="years",
        ),
        person(
            "Каримов",
            "Айдар",
            "Ринатович",
            "male",
            "тьютор",
            education="среднее",
            category="none",
            experience_since="2024-09-01",
            exactness="years",
            is_external=True,
        ),
    )

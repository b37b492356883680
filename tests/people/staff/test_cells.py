import datetime
import time

import pytest

from people.staff.services import cells
from people.staff.services.cells import CellError
from people.staff.services.splitting import split_post
from people.staff.states import Category, Gender

TODAY = datetime.date(2026, 10, 15)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Иванова Анна Петровна", ("Иванова", "Анна", "Петровна")),
        ("  Римский-Корсаков   Лев  Ильич ", ("Римский-Корсаков", "Лев", "Ильич")),
        ("Ким Анна", ("Ким", "Анна", "")),
        ("Алиев Вагиф Гасан оглы", ("Алиев", "Вагиф", "Гасан оглы")),
        ("Иванова, Анна, Петровна", ("Иванова", "Анна", "Петровна")),
    ],
)
def test_a_full_name_falls_into_its_parts(written, parts):
    assert cells.split_full_name(written) == parts


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Иванова А.П.", "initials"),
        ("Иванова А. П.", "initials"),
        ("Иванова", "name_parts"),
        ("Сухово Кобылина Анна Петровна", "name_parts"),
    ],
)
def test_a_full_name_that_is_none_is_refused_with_its_reason(written, code):
    with pytest.raises(CellError) as refused:
        cells.split_full_name(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ИВАНОВА-ПЕТРОВА", "Иванова-Петрова"),
        ("О’Нил", "О’Нил"),
        ("ГАСАН ОГЛЫ", "Гасан оглы"),
        ("McDonald", "McDonald"),
    ],
)
def test_a_part_of_a_name_keeps_its_letters(written, name):
    assert cells.read_name(written, "last_name") == name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ивaнова", "mixed_letters"),
        ("Иванова2", "bad_name"),
        ("=cmd", "bad_name"),
        ("<img onerror=1>", "bad_name"),
        ("А.", "initials"),
        ("Ы" * 101, "too_long"),
    ],
)
def test_a_part_of_a_name_that_is_none_is_refused(written, code):
    with pytest.raises(CellError) as refused:
        cells.read_name(written, "last_name")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (datetime.date(1990, 5, 3), datetime.date(1990, 5, 3)),
        ("3.5.1990", datetime.date(1990, 5, 3)),
        ("3 мая 1990 г.", datetime.date(1990, 5, 3)),
        ("1990-05-03", datetime.date(1990, 5, 3)),
        (32996, datetime.date(1990, 5, 3)),
        ("32996", datetime.date(1990, 5, 3)),
    ],
)
def test_a_day_is_read_in_every_writing(written, day):
    assert cells.read_date(written) == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("32.13.1990", "bad_date"),
        ("весной", "bad_date"),
        (1990, "only_year"),
        ("1990", "only_year"),
        (True, "bad_date"),
        ("9" * 400, "bad_date"),
        ("16.10.2026", "future_birth"),
        ("15.10.2026", "future_birth"),
        ("01.01.1900", "early_birth"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused(written, code):
    with pytest.raises(CellError) as refused:
        cells.read_birth_date(written, TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (12, (datetime.date(2014, 10, 15), "years")),
        ("12", (datetime.date(2014, 10, 15), "years")),
        ("12 лет", (datetime.date(2014, 10, 15), "years")),
        ("12 лет 5 мес.", (datetime.date(2014, 5, 15), "months")),
        ("12л. 5м.", (datetime.date(2014, 5, 15), "months")),
        ("1 год, 1 месяц, 4 дня", (datetime.date(2025, 9, 15), "months")),
        ("7 мес", (datetime.date(2026, 3, 15), "months")),
        ("0", (TODAY, "years")),
        ("01.09.2014", (datetime.date(2014, 9, 1), "day")),
        ("12/5", (datetime.date(2014, 5, 15), "months")),
        ("12,5", (datetime.date(2014, 5, 15), "years")),
        (12.5, (datetime.date(2014, 5, 15), "years")),
        ("12,11", (datetime.date(2013, 11, 15), "years")),
    ],
)
def test_experience_becomes_the_day_it_counts_from(written, read):
    assert cells.read_experience(written, TODAY) == read


@pytest.mark.parametrize("written", ["много", "12 попугаев", "01.09.2030", "-3", "год", "12/15", "12,5 лет"])
def test_experience_nobody_can_read_is_refused(written):
    with pytest.raises(CellError) as refused:
        cells.read_experience(written, TODAY)
    assert refused.value.code == "bad_experience"


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("Высшая", Category.HIGHEST),
        ("высшая квалификационная категория", Category.HIGHEST),
        ("ВКК", Category.HIGHEST),
        ("Первая", Category.FIRST),
        ("1 категория", Category.FIRST),
        ("I кв. категория", Category.FIRST),
        ("Соответствие занимаемой должности", Category.SUITABLE),
        ("СЗД", Category.SUITABLE),
        ("Без категории", Category.NONE),
        ("б/к", Category.NONE),
        ("нет", Category.NONE),
        ("-", Category.NONE),
        ("педагог-наставник", Category.MENTOR),
        ("первая, 25.12.2023", Category.FIRST),
        ("высшая до 2027", Category.HIGHEST),
        ("1, 25.12.2023 г.", Category.FIRST),
        ("СЗД от 01.02.2024 (пр. № 1-к)", Category.SUITABLE),
        ("Педагог-методист", Category.METHODIST),
    ],
)
def test_a_category_is_known_by_its_words(written, category):
    assert cells.read_category(written) == category


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("первая, 25.12.2023", datetime.date(2023, 12, 25)),
        ("СЗД от 01.02.2024 (пр. № 1-к)", datetime.date(2024, 2, 1)),
        ("высшая до 25.12.2028", None),
        ("высшая, 25.12.2099", None),
        ("первая 2023", None),
        ("Первая", None),
    ],
)
def test_the_day_of_a_category_is_read_from_its_cell(written, day):
    assert cells.read_category_day(written, datetime.date(2026, 10, 15)) == day


@pytest.mark.parametrize("written", ["вторая", "11 разряд", "?"])
def test_a_category_that_is_no_more_is_refused(written):
    with pytest.raises(CellError):
        cells.read_category(written)


def test_gender_contacts_and_posts_are_read():
    assert [cells.read_gender(each) for each in ("Ж", "муж.", "Женский", "M")] == [
        Gender.FEMALE,
        Gender.MALE,
        Gender.FEMALE,
        Gender.MALE,
    ]
    assert cells.read_email(" Anna@Example.ORG ") == "anna@example.org"
    assert cells.read_phone(89001112233.0) == "89001112233"
    assert cells.read_phone("8 (900) 111-22-33, доб. 5") == "8 (900) 111-22-33, доб. 5"
    assert [cells.tidy_post(each) for each in ("Учитель математики", "ПДО", "УЧИТЕЛЬ", "МОП по уборке")] == [
        "учитель математики",
        "ПДО",
        "учитель",
        "МОП по уборке",
    ]


@pytest.mark.parametrize(
    ("reader", "written"),
    [(cells.read_gender, "да"), (cells.read_email, "нет"), (cells.read_phone, "нет"), (cells.read_phone, "12")],
)
def test_a_cell_of_another_kind_is_refused(reader, written):
    with pytest.raises(CellError):
        reader(written)


@pytest.mark.parametrize(
    ("post", "teaches"),
    [
        ("учитель-логопед", True),
        ("педагог дополнительного образования", True),
        ("старший воспитатель", True),
        ("музыкальный руководитель", True),
        ("младший воспитатель", False),
        ("помощник воспитателя", False),
        ("заместитель директора по УВР", False),
        ("библиотекарь", False),
    ],
)
def test_teaching_posts_are_told_by_the_nomenclature(post, teaches):
    assert cells.is_teaching_post(post) is teaches


@pytest.mark.parametrize(
    ("written", "post", "subject"),
    [
        ("Учитель математики", "учитель математики", "математика"),
        ("учитель, математика", "учитель", "математика"),
        ("Учитель (физика, астрономия)", "учитель", "физика, астрономия"),
        ("учитель физики и астрономии", "учитель физики и астрономии", "физика, астрономия"),
        ("учитель русского языка и литературы", "учитель русского языка и литературы", "русский язык и литература"),
        ("учитель истории, обществознания", "учитель истории, обществознания", "история, обществознание"),
        ("учитель труда (технологии)", "учитель труда (технологии)", "труд (технология)"),
        ("педагог дополнительного образования (Шахматы)", "педагог дополнительного образования", "Шахматы"),
        ("воспитатель, группа «Ромашка»", "воспитатель", "группа «Ромашка»"),
        ("учитель (0,5 ставки)", "учитель (0,5 ставки)", ""),
        ("директор, учитель истории", "директор, учитель истории", ""),
        ("заместитель директора (по УВР)", "заместитель директора (по УВР)", ""),
        ("учитель, классный руководитель", "учитель, классный руководитель", ""),
        ("учитель волшебства", "учитель волшебства", ""),
        ("ПДО", "ПДО", ""),
    ],
)
def test_post_and_subject_in_one_cell_are_told_apart(written, post, subject):
    assert split_post(written) == (post, subject)


@pytest.mark.parametrize(
    ("written", "plain", "is_external"),
    [
        ("учитель (внеш. совм.)", "учитель", True),
        ("Иванова Анна Петровна, внешний совместитель", "Иванова Анна Петровна", True),
        ("учитель, внешнее совместительство*", "учитель", True),
        ("учитель (внутренний совместитель)", "учитель", False),
        ("Иванова Анна Петровна**", "Иванова Анна Петровна", False),
    ],
)
def test_marks_of_part_timers_and_footnotes_leave_the_cell(written, plain, is_external):
    assert cells.take_marks(written) == (plain, is_external)


def test_words_broken_at_the_end_of_a_line_are_whole_again():
    written = "учитель матема-\nтики", "педагог-\nпсихолог", "Иванова-\nПетрова", "высшее,\nВГСПУ\n2012"
    assert [cells.as_text(each) for each in written[:3]] == [
        "учитель математики",
        "педагог-психолог",
        "Иванова-Петрова",
    ]
    assert cells.read_lines(written[3], "education") == "высшее, ВГСПУ, 2012"


@pytest.mark.parametrize("cell", ["Ы" * 32_000, "-\n" * 16_000, "а-" + " " * 32_000, "(" * 32_000, "учитель " * 4_000])
def test_a_giant_cell_takes_no_giant_time(cell):
    began = time.process_time()
    cells.as_text(cell)
    split_post(cells.take_marks(cells.as_text(cell))[0])
    assert time.process_time() - began < 1

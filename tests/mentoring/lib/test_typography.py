"""Text is cleaned of what cannot be printed, and joined where a line must not break."""

import pytest

from mentoring.lib.typography import NBSP, loosened, tidy, tie_numbers, without_surnames_tied


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("приказ № 17", "приказ №_17"),
        (
            "О признании утратившим силу приказа от 2.11.2026 № 7-п",
            "О_признании утратившим силу приказа от_2.11.2026 №_7-п",
        ),
        ("И. О. Фамилия", "И._О._Фамилия"),
        ("Р. Ҡ. Өмөтбаев", "Р._Ҡ._Өмөтбаев"),
        ("в г. Уфа, ул. Гагарина, д. 24", "в_г._Уфа, ул._Гагарина, д._24"),
        ("1 сентября 2026 г. начать", "1_сентября_2026_г. начать"),
        ("17 мая и 5 маяков", "17_мая и_5 маяков"),
        ("педагог – педагог", "педагог_– педагог"),
        ("о работе с детьми и семьёй", "о_работе с_детьми и_семьёй"),
        ("5000 руб. в месяц", "5000_руб. в_месяц"),
        ("за 3 рабочих дня, с 1 мая по 31.08.2027", "за_3_рабочих дня, с_1_мая по_31.08.2027"),
        ("приказ от 28 августа 2026 г.", "приказ от_28_августа_2026_г."),
        ("(приложение № 2), Приложение 2 – в МОУ СШ № 3", "(приложение_№_2), Приложение_2_– в_МОУ_СШ_№_3"),
        ("завершено – 1 для пары", "завершено_–_1 для_пары"),
        ("не более 3 лет, до 2 пар, 5 парт", "не_более 3_лет, до_2_пар, 5 парт"),
        ("ГБУ ДО ЦДЮТТ, ЛИСТ ОЗНАКОМЛЕНИЯ", "ГБУ_ДО_ЦДЮТТ, ЛИСТ ОЗНАКОМЛЕНИЯ"),
        ("МКОУ «Малиновская ООШ»", "МКОУ_«Малиновская_ООШ»"),
        ("МКДОУ «Детский сад «Ласточка»", "МКДОУ_«Детский сад_«Ласточка»"),
        ("Отто М. Э., Цой В. Е.", "Отто_М._Э., Цой_В._Е."),
        ("учителю И. О. Цой", "учителю И._О._Цой"),
    ],
)
def test_what_belongs_together_is_joined(written, printed):
    assert tidy(written) == printed.replace("_", NBSP)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("для Цой Л. Л. и по приказу № 3", "для Цой_Л._Л. и_по приказу №_3"),
        ("с 01.09.2026 по 29.01.2027", "с_01.09.2026 по_29.01.2027"),
        ("по 31 августа 2027 г.", "по 31_августа 2027_г."),
        ("уровень до – после", "уровень до_– после"),
        ("МКОУ «Заря» и ГБУ ДО", "МКОУ «Заря» и_ГБУ_ДО"),
    ],
)
def test_a_narrow_cell_may_break_after_a_short_word_but_not_before_a_date(written, printed):
    assert loosened(tidy(written)) == printed.replace("_", NBSP)


def test_a_cell_too_narrow_for_a_name_breaks_after_the_surname():
    assert without_surnames_tied(tidy("Отто М. Э.")) == f"Отто М.{NBSP}Э."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("О приказе от 1 сентября 2026 г. № 7-п и № 8", "О приказе от 1 сентября 2026 г. №_7-п и №_8"),
        ("О журнале без №", "О журнале без №"),
        ("№ ", "№ "),
    ],
)
def test_on_a_page_a_number_stays_with_its_sign_and_nothing_else_changes(written, shown):
    assert tie_numbers(written) == shown.replace("_", NBSP)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('МКДОУ "Ласточка"', "МКДОУ_«Ласточка»"),
        ('МКДОУ "Детский сад "Ласточка""', "МКДОУ_«Детский сад_„Ласточка“»"),
        ("«Форма («один на один»)»", "«Форма („один на_один“)»"),
        ("«Сад «Заря» и «Рост»", "«Сад_«Заря» и_«Рост»"),
        ('программа ("Первые шаги"), план', "программа («Первые шаги»), план"),
        ("школа “Рост”, приказ", "школа «Рост», приказ"),
        ('экран 17" и доска', 'экран 17" и_доска'),
        ('"Конкурс" и «Урок»', "«Конкурс» и_«Урок»"),
        ("наставник - учитель", "наставник_– учитель"),
        ("- первое\n-- второе", "– первое\n– второе"),
        ("учитель-логопед, -ов", "учитель-логопед, -ов"),
    ],
)
def test_quotation_marks_and_dashes_are_those_of_print(written, printed):
    assert tidy(written) == printed.replace("_", NBSP)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("а\x00б\x07в", "абв"),
        ("имя\ud800", "имя"),
        ("приказ\u202eтекст\u2066", "приказтекст"),
        ("знак\ue000\ufffe", "знак"),
        ("и\u0306", "й"),
        ("  первая\r\nвторая\tтретья ", "первая\nвторая третья"),
        ("воспита\u00adтель", "воспита\u00adтель"),
        ("готово 🙂", "готово"),
        ("", ""),
    ],
)
def test_what_no_font_draws_is_dropped_and_the_rest_stays(written, printed):
    assert tidy(written) == printed


def test_an_endless_word_gets_places_to_break_and_loses_nothing():
    broken = tidy("Ж" * 5000)
    assert max(map(len, broken.split("\u200b"))) < 60
    assert broken.replace("\u200b", "") == "Ж" * 5000
    assert tidy("Ж" * 59) == "Ж" * 59


def test_tidying_twice_changes_nothing():
    text = "В соответствии с п. 3 приказа от 1 сентября 2026 г. № 17 – Иванова А. П." + "ж" * 200
    assert tidy(tidy(text)) == tidy(text)


def test_a_heading_ties_its_short_prepositions():
    assert tidy("Об ответственном за организацию по школе") == (
        f"Об{NBSP}ответственном за{NBSP}организацию по{NBSP}школе"
    )
    assert tidy("приказ от 01.09.2026 № 68") == f"приказ от{NBSP}01.09.2026 №{NBSP}68"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.text import clean_text, nbsp_initials, search_key

# Every character but halves of pairs: Hypothesis itself would first sort all of Unicode, for seconds.
CHARACTERS = st.one_of(st.integers(0, 0x4FF), st.integers(0x500, 0xD7FF), st.integers(0xE000, 0x10FFFF)).map(chr)


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("Соловьёва", "Анна-Мария", "Петровна"), "соловьева анна мария петровна"),
        (("Римский\u2011Корсаков",), "римский корсаков"),
        (("  РИМСКИЙ —  корсаков\t",), "римский корсаков"),
        (("Иванов", None, "", "Пётр"), "иванов петр"),
        (("Соловье\u0308ва", "Сергеи\u0306"), "соловьева сергей"),
        (("Ива\u00adно\u200bв\x00", "\u202eпетр\u202c\ufeff"), "иванов петр"),
        (("МАОУ\u00a0СОШ № 5", 12), "маоу сош № 5 12"),
        ((" - ",), ""),
        ((), ""),
    ],
)
def test_search_key_forgets_what_people_type_differently(parts, key):
    assert search_key(*parts) == key


@given(st.text(CHARACTERS))
def test_search_key_is_stable_and_storable(text):
    key = search_key(text)
    assert key == search_key(key)
    assert not set("\x00\u202e\n\t-") & set(key)
    assert "  " not in key


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("a\x00b\x07c\x7f", "abc"),
        ("\u202eтекст\u2066\u200f", "текст"),
        ("две\r\nстроки\rи\u2028три\tтаб", "две\nстроки\nи\nтри\tтаб"),
        ("одинокий \ud800 суррогат", "одинокий  суррогат"),
        ("«Обычный» текст — 5 №\u00a01", "«Обычный» текст — 5 №\u00a01"),
        ("", ""),
    ],
)
def test_clean_text_removes_only_invisible_characters(written, clean):
    assert clean_text(written) == clean


@pytest.mark.parametrize(
    ("written", "kept_together"),
    [
        ("Иванова А.П.", "Иванова~А.~П."),
        ("Иванова А. П., Ким Т. ждут", "Иванова~А.~П., Ким~Т. ждут"),
        ("подписал А.П. Иванов сам", "подписал~А.~П.~Иванов сам"),
        ("А.П.Иванов", "А.~П.~Иванов"),
        ("за Петровой-Водкиной Е.И. закрепить", "за Петровой-Водкиной~Е.~И. закрепить"),
        ("МАОУ СОШ. Адрес: г. Казань", "МАОУ СОШ. Адрес: г. Казань"),
        ("Школа № 5. Директор", "Школа № 5. Директор"),
        ("", ""),
    ],
)
def test_initials_stay_on_one_line_with_the_surname(written, kept_together):
    assert nbsp_initials(written).replace("\u00a0", "~") == kept_together


@given(st.text(alphabet="АБв. \u00a0-"))
def test_keeping_initials_together_twice_changes_nothing_more(text):
    once = nbsp_initials(text)
    assert nbsp_initials(once) == once

"""Columns are as wide as their shares ask, and no word is torn that must stay whole."""

import pytest

from reports.documents.papers import Column, HeadBlock, RowGroup, Table
from reports.documents.papers.columns import LYING, UPRIGHT, widths_of

NAMES = (Column("№", 5, "short"), Column("ФИО", 5, "name"), Column("Что", 90))


def millimeters(columns, row, sheet=UPRIGHT):
    return [width * sheet[0] / 100 for width in widths_of(columns, [row], *sheet)]


def test_a_name_and_a_title_widen_their_columns_at_the_cost_of_the_others():
    narrow, wide = millimeters(NAMES, ("1", "Я", "")), millimeters(NAMES, ("1", "Тимербулатова Зульфия", ""))
    assert narrow[1] < 20 < 28 < wide[1] < 35
    assert sum(narrow) == pytest.approx(170) == sum(wide)
    titled = (*NAMES[:2], Column("Форма настав\u00adничества", 1), Column("Итог", 90))
    assert millimeters(titled, ("1", "", "", ""))[2] > 30


def test_a_long_word_of_a_text_column_is_left_to_its_hyphens():
    columns = (Column("А", 10), Column("Б", 10), Column("В", 80))
    assert millimeters(columns, ("исследовательская", "Левченко,", ""))[:2] == pytest.approx([20.8, 20.8], abs=4)


def test_where_nothing_fits_the_columns_still_fill_the_sheet():
    columns = tuple(Column("Ответственность", 10, "name") for _ in range(13))
    assert sum(millimeters(columns, ("Преображенская",) * 13, LYING)) == pytest.approx(LYING[0])


def test_shares_hold_where_every_word_fits():
    table = Table((Column("А", 1), Column("Б", 3)), (RowGroup((("раз", "два"),)),))
    assert table.widths == ("25.00%", "75.00%")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Детский сад «Ласточка»", ["Детский сад «Ласточка»"]),
        (
            "Муниципальное общеобразовательное учреждение «Средняя школа № 3 Заречного района»",
            ["Муниципальное общеобразовательное учреждение", "«Средняя школа № 3 Заречного района»"],
        ),
        (
            "Муниципальное автономное учреждение «Лицей № 1 имени М. И. Иванова» городского округа Заречье области",
            [
                "Муниципальное автономное учреждение",
                "«Лицей № 1 имени М. И. Иванова»",
                "городского округа Заречье области",
            ],
        ),
        (
            "Муниципальное общеобразовательное учреждение средняя школа № 3 района",
            ["Муниципальное общеобразовательное", "учреждение средняя школа № 3 района"],
        ),
    ],
)
def test_a_long_name_of_the_owner_is_broken_at_its_quotation_marks(name, lines):
    assert HeadBlock(name).balanced_name.split("\n") == lines


def test_a_long_founder_leaves_no_word_alone():
    founder = "Комитет по образованию администрации Красногорского района Алтайского края"
    assert HeadBlock("", above=("", founder)).balanced_above == (
        "",
        "Комитет по образованию администрации\nКрасногорского района Алтайского края",
    )


def test_a_table_without_rows_keeps_its_shares():
    assert widths_of((Column("А", 25), Column("Б", 75)), [], *UPRIGHT) == pytest.approx((25, 75))


def test_a_deep_cell_takes_room_from_columns_that_say_little():
    columns = (Column("Должность", 20), Column("Отметка", 40), Column("Дата", 40))
    shallow, deep = (millimeters(columns, (post, "", "")) for post in ("методист", "педагог дополнительного " * 8))
    assert shallow[0] == pytest.approx(34)
    assert deep[0] > 60
    assert deep[1:] == pytest.approx([68 * 0.65, 68 * 0.65], abs=8)


def test_a_surname_stays_with_its_initials_where_the_sheet_has_room():
    row = ("Серебренникова\u00a0А. Т.",)
    wide, narrow = (Table((Column("ФИО", 10),) * count, (RowGroup((row * count,)),)) for count in (3, 6))
    assert [table.loose[0].rows[0][0] for table in (wide, narrow)] == [*row, "Серебренникова А. Т."]

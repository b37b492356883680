import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation
from openpyxl import load_workbook

from mentoring.lib.sheets import ChartSpec, Column, Section, SheetSpec, Signature, write_workbook
from mentoring.lib.tabular import read_table

NAME = Column("name", "ФИО")
FIGURES = [NAME, Column("count", "Пар", "int"), Column("share", "Доля", "percent")]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def written(*specs: SheetSpec, **properties):
    return load_workbook(io.BytesIO(write_workbook(specs, **properties)))


def sheet_of(columns=(NAME,), rows=(), **more):
    return written(SheetSpec("Лист", columns, rows, **more)).active


def values(sheet) -> list[list]:
    return [[cell.value for cell in row] for row in sheet]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+7 917 000-00-00", "-", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0"],
)
def test_text_of_a_user_never_becomes_a_formula(text):
    everywhere = SheetSpec(
        text, [Column("name", text, group=text)], [{"name": text}, Section(text)],
        heading=[text], totals={"name": text}, notes=[text], signatures=[Signature(text, text)],
    )  # fmt: skip
    sheet = written(everywhere, title=text).active
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    assert len(cells) == 8


def test_ordinary_text_has_no_mark_of_a_formula():
    assert not sheet_of(rows=[{"name": "Ахметова"}])["A2"].quotePrefix


def test_characters_a_workbook_cannot_hold_are_left_out():
    hostile = "а\x00\x08\ud800\ufffeб" + "я" * 70_000
    assert sheet_of(rows=[{"name": hostile}])["A2"].value == "аб" + "я" * 32_765


def test_values_have_the_type_and_format_of_their_column():
    columns = [
        Column("text", "т"), Column("int", "ц", "int"), Column("number", "ч", "number"),
        Column("percent", "%", "percent"), Column("date", "д", "date"), Column("moment", "м", "datetime"),
    ]  # fmt: skip
    moment = datetime(2026, 9, 1, 20, 30, tzinfo=UTC)
    row = {"text": "00123", "int": 5, "number": Decimal("2.5"), "percent": 0.25, "date": moment, "moment": moment}
    with timezone.override("Asia/Yekaterinburg"):
        sheet = sheet_of(columns, [row])
    assert [(cell.value, cell.number_format) for cell in sheet[2]] == [
        ("00123", "@"),
        (5, "#,##0"),
        (2.5, "#,##0.0"),
        (0.25, "0.0%"),
        (datetime(2026, 9, 2), "DD.MM.YYYY"),
        (datetime(2026, 9, 2, 1, 30), "DD.MM.YYYY HH:MM"),
    ]


def test_the_running_number_stands_in_the_middle_and_a_figure_at_the_right():
    columns = (Column("place", "№", "place"), Column("count", "Пар", "int"))
    sheet = sheet_of(columns, rows=[{"place": 1, "count": 1}])
    assert [(cell.value, cell.alignment.horizontal) for cell in sheet[2]] == [(1, "center"), (1, "right")]


def test_a_figure_that_is_not_known_is_a_dash_and_an_empty_text_or_date_is_empty():
    columns = [*FIGURES, Column("on", "Дата", "date")]
    sheet = sheet_of(columns, [{"share": float("nan")}, {"count": 0, "share": 0.0}])
    assert values(sheet)[1:] == [[None, "–", "–", None], [None, 0, 0, None]]


def test_a_sheet_stands_in_its_order_from_heading_to_signatures():
    sheet = sheet_of(
        FIGURES,
        [Section("Форма"), {"name": "учитель – учитель", "count": 3, "share": 0.5}],
        heading=["Отчёт", "на 21.11.2026"],
        totals={"name": "Всего", "count": 3},
        notes=["Примечание"],
        signatures=[Signature("Директор", "А. П. Иванова")],
    )
    assert values(sheet) == [
        ["Отчёт", None, None],
        ["на 21.11.2026", None, None],
        [None, None, None],
        ["ФИО", "Пар", "Доля"],
        ["Форма", None, None],
        ["учитель – учитель", 3, 0.5],
        ["Всего", 3, None],
        [None, None, None],
        ["Примечание", None, None],
        [None, None, None],
        ["Директор", None, "А. П. Иванова"],
    ]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "A5:C5", "A9:C9"}


def test_groups_stand_over_their_columns():
    columns = [NAME, Column("a", "числитель", "int", group="Расчёт"), Column("b", "знаменатель", "int", group="Расчёт")]
    sheet = sheet_of(columns, [{"name": "а", "a": 1, "b": 2}])
    assert values(sheet) == [["ФИО", "Расчёт", None], [None, "числитель", "знаменатель"], ["а", 1, 2]]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}


def test_a_sheet_is_set_for_paper_and_for_the_screen():
    sheet = sheet_of(
        FIGURES, [{"name": "а"}, {"name": "б"}],
        heading=["Отчёт"], landscape=True, autofilter=True, freeze_columns=1,
    )  # fmt: skip
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:C5"
    assert sheet.oddFooter.center.text == "Page &P of &N"


def test_a_sheet_without_rows_says_so_and_draws_no_chart():
    sheet = sheet_of(FIGURES, charts=[ChartSpec("pie", "Доли", "name", ["share"])], autofilter=True)
    assert values(sheet)[1] == ["There are no entries.", None, None]
    assert sheet._charts == []
    assert sheet.auto_filter.ref is None


def test_titles_of_sheets_are_made_acceptable_and_different():
    titles = ["Пары [2026/27]: все?", "а" * 40, "А" * 35, "'", "History", "пары 2026 27 все"]
    assert written(*[SheetSpec(title, [NAME], []) for title in titles]).sheetnames == [
        "Пары 2026 27 все",
        "а" * 31,
        "А" * 27 + " (2)",
        "Sheet",
        "History (2)",
        "пары 2026 27 все (2)",
    ]


def test_a_workbook_without_sheets_is_an_error():
    with pytest.raises(ValueError, match="at least one sheet"):
        write_workbook([])


def test_the_properties_tell_nothing_of_machine_or_user():
    content = write_workbook([SheetSpec("Лист", [NAME], [])], title="Статистика")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        told = re.findall(r"<(?:\w+:)?(\w+)[^<>]*>[^<]", archive.read("docProps/core.xml").decode())
    assert sorted(told) == ["created", "modified", "title"]
    assert written(SheetSpec("Лист", [NAME], []), author="Школа № 3").properties.creator == "Школа № 3"


@pytest.mark.parametrize(
    ("kind", "keys", "series"),
    [("column", ["count", "share"], 2), ("bar", ["count"], 1), ("pie", ["count", "share"], 1)],
)
def test_a_chart_shows_the_rows_of_its_sheet(kind, keys, series):
    rows = [Section("Формы"), {"name": "а", "count": 1}, {"name": "б", "count": 2}, {"name": "в", "count": 3}]
    chart_spec = ChartSpec(kind, "Пары по формам", "name", keys, rows=(1, 3), x_title="форма", y_title="пар")
    content = write_workbook([SheetSpec("Свод & Ко", FIGURES, rows, heading=["Отчёт"], charts=[chart_spec])])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "Пары по формам" in chart
    assert chart.count("<ser>") == series
    assert "'Свод &amp; Ко'!$A$5:$A$6" in chart
    assert "'Свод &amp; Ко'!$B$5:$B$6" in chart


def test_what_is_written_is_read_back_by_the_reader_of_tables():
    rows = [{"name": "=1+1", "count": 2, "share": 0.5}, {"name": "Ахметова", "count": None, "share": 1}]
    content = write_workbook([SheetSpec("Лист", FIGURES, rows, heading=["Отчёт"])])
    table = read_table(io.BytesIO(content), "statistics.xlsx", max_bytes=2**20)
    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ["Отчёт"]),
        (3, ["ФИО", "Пар", "Доля"]),
        (4, ["=1+1", 2, 0.5]),
        (5, ["Ахметова", "–", 1]),
    ]


def test_a_date_is_a_real_date_for_the_reader_of_tables():
    content = write_workbook([SheetSpec("Лист", [Column("on", "Дата", "date")], [{"on": date(2026, 9, 1)}])])
    assert read_table(io.BytesIO(content), "a.xlsx", max_bytes=2**20).rows[1].cells == [date(2026, 9, 1)]

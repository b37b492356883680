import io
import zipfile
from datetime import date, datetime, time

import pytest
from django.utils import translation
from openpyxl import load_workbook

from mentoring.lib.tabular import (
    Heading,
    HeadingCell,
    Row,
    TableError,
    find_heading,
    guard,
    normalize_label,
    numbers_columns,
    read_table,
)
from mentoring.lib.tabular.refusals import SENTENCES
from tests.mentoring.lib import corpus

MAX_BYTES = 10 * 2**20

KNOWN = {
    "name": ["ФИО", "Фамилия, имя, отчество"],
    "post": ["Должность"],
    "born_on": ["Дата рождения"],
    "hired_on": ["Дата приёма"],
    "sex": ["Пол"],
}


def read(content: bytes, name: str = "staff.xlsx", **limits):
    return read_table(io.BytesIO(content), name, max_bytes=MAX_BYTES, **limits)


def read_csv(text: str, **limits):
    return read(text.encode(), "staff.csv", **limits)


def cells(table) -> list[list]:
    return [row.cells for row in table.rows]


def refusal(content: bytes, name: str = "staff.xlsx", **limits) -> TableError:
    with pytest.raises(TableError) as caught, translation.override("en"):
        read(content, name, **limits)
    return caught.value


@pytest.mark.parametrize("kind", corpus.ODD_FILES)
def test_an_odd_file_gives_the_same_rows_as_an_ordinary_one(kind):
    name, content = corpus.ODD_FILES[kind]
    assert read(content(), name).rows == [
        Row(number, row) for number, row in enumerate(corpus.TABLE, start=1)
    ]  # fmt: skip


@pytest.mark.parametrize("kind", corpus.HOSTILE_FILES)
def test_a_hostile_file_is_refused_for_its_own_reason_and_place(kind):
    name, content, code, place = corpus.HOSTILE_FILES[kind]
    error = refusal(content(), name)
    assert (error.code, (error.row, error.column)) == (code, place or (None, None))
    assert "%(" not in str(error)
    assert "None" not in str(error)


def test_cells_are_counted_to_the_limit_even_empty_ones(monkeypatch):
    monkeypatch.setattr(guard, "_MAX_ELEMENTS", 12_000)
    assert refusal(corpus.empty_cells(12_000)).code == "too_many_cells"
    assert refusal(corpus.empty_cells(11_000)).code == "blank"


@pytest.mark.parametrize(("count", "refused"), [(1_200_000, False), (1_200_001, True)])
def test_the_limit_is_a_full_table_of_twenty_thousand_people(monkeypatch, count, refused):
    monkeypatch.setattr(guard._Walk, "feed", lambda walk, chunk: setattr(walk, "elements", count))
    with zipfile.ZipFile(io.BytesIO(corpus.archive_of({"a.xml": "<a/>"}))) as archive:
        if not refused:
            assert list(guard.inspect_parts(archive)) == ["a.xml"]
            return
        with pytest.raises(TableError) as caught:
            guard.inspect_parts(archive)
    assert caught.value.code == "too_many_cells"


def test_every_refusal_but_that_of_a_heading_is_met_by_the_corpus():
    met = {code for _name, _content, code, _place in corpus.HOSTILE_FILES.values()}
    assert set(SENTENCES) - met == {"no_heading"}


def test_a_refusal_names_the_row_and_the_letter_of_the_column():
    error = refusal(corpus.xlsx([["ФИО", "Стаж"], ["а", "=1+1"], ["б", "=1+2"]]))
    assert str(error) == (
        "The value of the formula is not stored in: row 2, column B; row 3, column B. "
        "Open the workbook in Excel, save it and upload it again."
    )


def test_a_refusal_names_no_more_than_five_cells():
    error = refusal(corpus.xlsx([["=1"]] * 9))
    assert str(error).count("column A") == 5
    assert "row 5, column A…" in str(error)


def test_values_keep_their_kinds():
    table = read(
        corpus.xlsx([["а", 5, 2.5, date(1990, 2, 1), datetime(2026, 9, 1, 10, 30), time(9, 5), True, None, " x "]])
    )
    assert cells(table) == [["а", 5, 2.5, date(1990, 2, 1), date(2026, 9, 1), "09:05", True, None, " x "]]
    assert [type(cell) for cell in table.rows[0].cells[3:5]] == [date, date]


def test_a_formula_gives_the_value_stored_with_it():
    content = corpus.xlsx_with_sheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c>'
        '<c r="C1" t="str"><f>"а"</f><v>а</v></c></row>'
    )
    assert cells(read(content)) == [[2, None, "а"]]


def test_rows_keep_the_numbers_the_user_sees_in_a_workbook():
    workbook = corpus.workbook_of([])
    workbook.active["B3"], workbook.active["A7"] = "ФИО", "Ахметова"
    assert read(corpus.saved(workbook)).rows == [Row(3, [None, "ФИО"]), Row(7, ["Ахметова"])]


def test_rows_keep_the_numbers_the_user_sees_in_csv():
    table = read_csv('ФИО;Заметка\n\nа;"одна\nдве"\nб;в\n')
    assert table.rows == [Row(1, ["ФИО", "Заметка"]), Row(3, ["а", "одна\nдве"]), Row(4, ["б", "в"])]


def test_a_merged_cell_gives_its_value_once_even_if_others_lie_beneath():
    content = corpus.xlsx_with_sheet(
        "".join(
            f'<row r="{n}">{corpus.text_cell(f"A{n}", f"a{n}")}{corpus.text_cell(f"B{n}", f"b{n}")}</row>'
            for n in (1, 2, 3)
        ),
        after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    )
    assert read(content).rows == [Row(1, ["a1"]), Row(3, ["a3", "b3"])]


def test_the_sheet_read_is_named():
    assert read(corpus.ODD_FILES["hidden and empty sheets before the table"][1]()).sheet == "Кадры"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("ФИО;Предметы\nа;физика, химия\nб;русский, литература\n", ";"),
        ("ФИО,Предметы\nа,физика; химия\nб,русский; литература\n", ","),
        ("ФИО;Ставка\nа;1,5\nб;0,5\n", ";"),
        ("ФИО\tЗаметка\nа\tодин; два, три\n", "\t"),
        ('"Фамилия, имя",Должность\n"Ахметова, Гузель",учитель\n', ","),
        ("Список, на 1 сентября\n\nФИО;Пост\nа;б\n", ";"),
        ('ФИО; "Школа"\nа; "Школа; №\u00a03"\n', ";"),
    ],
)
def test_the_delimiter_is_found_among_the_others_in_the_text(text, delimiter):
    assert read_csv(text).delimiter == delimiter


def test_the_encoding_and_delimiter_are_told():
    # By its content, whatever the name of the file; those named as workbooks are read above.
    files = {kind: file for kind, file in corpus.ODD_FILES.items() if not file[0].endswith(".xlsx")}
    tables = {kind: read(content(), name) for kind, (name, content) in files.items()}
    assert {kind: (t.format, t.encoding, t.delimiter) for kind, t in tables.items() if t.format == "csv"} == {
        "UTF-8": ("csv", "utf-8", ";"),
        "UTF-8 with a byte order mark": ("csv", "utf-8-sig", ";"),
        "Windows-1251": ("csv", "windows-1251", ";"),
        "UTF-16 LE with a mark": ("csv", "utf-16-le", "\t"),
        "UTF-16 BE with a mark": ("csv", "utf-16-be", ";"),
        "UTF-16 LE without a mark": ("csv", "utf-16-le", "\t"),
        "commas": ("csv", "utf-8", ","),
        "tabs": ("csv", "windows-1251", "\t"),
        "separator line of Excel": ("csv", "utf-8", "|"),
        "old line ends of Mac": ("csv", "utf-8", ";"),
        "no line end after the last row": ("csv", "utf-8", ";"),
        "empty cells at the end of each row": ("csv", "windows-1251", ";"),
    }


def test_quotation_marks_inside_a_name_are_no_trouble():
    assert cells(read_csv('Школа;Город\nМБОУ "Школа № 3";Уфа\n"Лицей" № 1;Уфа\n"Сад ""Луч""";Уфа\n')) == [
        ["Школа", "Город"],
        ['МБОУ "Школа № 3"', "Уфа"],
        ["Лицей № 1", "Уфа"],
        ['Сад "Луч"', "Уфа"],
    ]


def test_formulas_in_csv_stay_text():
    assert cells(read_csv("ФИО;б\n=1+1;@x\n")) == [["ФИО", "б"], ["=1+1", "@x"]]


def test_limits_are_those_of_the_caller():
    two = "а;б\nв;г\n"
    assert len(read_csv(two, max_rows=2, max_columns=2).rows) == 2
    assert refusal(two.encode(), "a.csv", max_rows=1).code == "too_many_rows"
    assert refusal(two.encode(), "a.csv", max_columns=1).code == "too_many_columns"
    assert refusal(corpus.xlsx([["а", "б"]]), max_columns=1).column == 2


def test_openpyxl_itself_reads_what_the_corpus_calls_ordinary():
    sheet = load_workbook(io.BytesIO(corpus.xlsx())).active
    assert [[cell.value for cell in row] for row in sheet] == corpus.TABLE


# --- the heading ---------------------------------------------------------------------------------------


def rows(*lines: list) -> list[Row]:
    return [Row(number, line) for number, line in enumerate(lines, start=1)]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Ф.И.О.", "фио"),
        (" Ф. И. О.\n", "фио"),
        ("Долж-\nность", "должность"),
        ("Дата  при\u00adёма", "дата приема"),
        ("№ п/п", "пп"),
        ("Стаж\n(полных лет)", "стаж полных лет"),
        ("—", ""),
    ],
)
def test_a_label_is_reduced_to_its_words(label, words):
    assert normalize_label(label) == words


def test_the_heading_is_found_below_titles_with_columns_in_any_order():
    table = rows(
        ["Список сотрудников"],
        [None, "на 1 сентября", 2026],
        ["№", "Долж-\nность", "Ф. И. О.", "ДАТА ПРИЕМА", "Кабинет", None],
        [1, "учитель", "Ахметова", date(2020, 9, 1), 12],
    )
    assert find_heading(table, KNOWN, required=["name", "born_on"]) == Heading(
        row_number=3,
        columns={"post": 1, "name": 2, "hired_on": 3},
        unknown=[HeadingCell(0, "№"), HeadingCell(4, "Кабинет")],
        missing=["born_on"],
    )


def test_an_exact_wording_wins_over_one_that_goes_on_and_over_a_shortened_one():
    table = rows(["ФИО наставника", "ФИО", "Должность по диплому", "Долж."])
    assert find_heading(table, KNOWN).columns == {"name": 1, "post": 2}


def test_shortened_words_match_but_never_a_part_of_another_word():
    table = rows(["Дата рожд.", "Долж.", "Полная ставка"])
    assert find_heading(table, KNOWN).columns == {"born_on": 0, "post": 1}


def test_the_row_with_most_known_labels_wins_and_the_first_of_equals():
    table = rows(["ФИО", "Должность"], ["ФИО", "Должность", "Пол"], ["ФИО", "Должность", "Пол"])
    assert find_heading(table, KNOWN).row_number == 2


def test_a_heading_is_looked_for_in_the_first_rows_only():
    table = rows(*[["x"]] * 20, ["ФИО", "Должность"])
    with pytest.raises(TableError) as caught, translation.override("en"):
        find_heading(table, KNOWN)
    assert str(caught.value) == (
        "No row with column headings was found in the first 20 rows. Add a row with headings over the table, "
        "for example: «ФИО», «Должность», «Дата рождения», «Дата приёма»."
    )
    assert find_heading(table, KNOWN, within=21).row_number == 21


def test_one_known_label_is_enough_only_for_one_known_field():
    with pytest.raises(TableError):
        find_heading(rows(["ФИО", "x"]), KNOWN)
    assert find_heading(rows(["ФИО", "x"]), {"name": ["ФИО"]}).columns == {"name": 0}


def test_a_heading_of_several_rows_says_merged_cells_of_each_column():
    table = rows(
        ["Список", None],
        ["№", "ФИО", "Дата", None, "Прочее", None],
        [None, None, "рождения", "приёма", None, "Должность"],
        ["1", "2", "3", "4", "5", "6"],
    )
    heading = find_heading(table, KNOWN, most_rows=3)
    assert (heading.row_number, heading.last_row) == (2, 3)
    assert heading.columns == {"name": 1, "born_on": 2, "hired_on": 3, "post": 5}
    assert heading.labels == ["№", "ФИО", "Дата рождения", "Дата приёма", "Прочее", "Должность"]


def test_data_is_no_part_of_a_heading():
    table = rows(["Пол", "О работнике", None, "Прочее"], [None, "ФИО", "Должность", "x"])
    assert find_heading(table, KNOWN, most_rows=2).columns == {"sex": 0, "name": 1, "post": 2}
    assert find_heading(table, KNOWN, most_rows=2, is_data=lambda row: row.number == 1).row_number == 2


def test_a_row_that_numbers_the_columns_is_known():
    assert [numbers_columns(row) for row in rows([1, "2"], ["1", "3"], [1], [None, 1, 2.0])] == [
        True,
        False,
        False,
        True,
    ]

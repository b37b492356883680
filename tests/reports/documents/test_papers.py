"""Papers show what they were given, in order, where an order of a Russian school has it."""

import io
import logging
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from mentoring.lib.typography import tidy
from reports.documents.papers import (
    AcquaintanceSheet,
    Acquainted,
    Annex,
    CheckMark,
    Column,
    GostEdition,
    HeadBlock,
    Letterhead,
    Point,
    RowGroup,
    Signatory,
    Table,
    pdf,
    render,
)
from tests.reports.documents.examples import (
    CONTROL,
    LYCEUM,
    ORDER,
    PROGRAM,
    ROADMAP,
    SCHOOL,
    assert_in_order,
    pages,
    people,
    table_of,
    top_margins,
    words,
)

pytestmark = pytest.mark.printed


def test_the_parts_of_an_order_stand_in_their_order():
    assert_in_order(
        words(ORDER),
        "Муниципальное учреждение «Школа № 300»",
        "ПРИКАЗ",
        "1 сентября 2026 г.",
        "№ 17-од",
        "г. Волгоград",
        "О закреплении наставнических пар",
        "В целях развития наставничества",
        "ПРИКАЗЫВАЮ:",
        "1. Утвердить список пар.",
        "2. Наставникам:",
        "2.1. разработать программы;",
        "2.2. вести учёт встреч.",
        f"3. {CONTROL}",
        "Директор",
        "А. П. Синицына",
    )


def test_a_draft_says_so_on_every_page_and_has_neither_date_nor_number():
    draft = replace(ORDER, draft=True, annexes=(Annex("Список", table_of(50)),))
    sheets = pages(draft)
    assert len(sheets) > 2
    assert all("ПРОЕКТ" in sheet for sheet in sheets)
    assert not any("17-од" in sheet or "1 сентября 2026" in sheet for sheet in sheets)
    assert "ПРОЕКТ" not in words(ORDER)


def test_pages_are_numbered_from_the_second_in_the_top_margin():
    margins = top_margins(replace(ORDER, annexes=(Annex("Список", table_of(50)),)))
    assert margins == ["", *map(str, range(2, len(margins) + 1))]
    assert len(margins) > 2


# Where a sheet ends, the first and the second one.
@pytest.mark.parametrize("count", [8, 9, 10, 22, 23])
def test_the_signature_never_stands_without_the_last_point(count):
    points = tuple(Point(f"Поручить работнику номер {n} " + "составить отчёт " * 9) for n in range(count))
    last = [sheet for sheet in pages(replace(ORDER, points=points)) if "А. П. Синицына" in sheet]
    assert [CONTROL in " ".join(sheet.split()) for sheet in last] == [True]


def test_an_order_still_without_points_has_its_signature():
    assert_in_order(words(replace(ORDER, points=(), control="", draft=True)), "ПРИКАЗЫВАЮ:", "А. П. Синицына")


def test_both_heads_of_a_bilingual_order_keep_their_letters():
    paper = replace(ORDER, letterhead=LYCEUM, second_kind="БОЙОРОҠ", second_date="1 сентябрь 2026 йыл")
    text = words(paper)
    for part in (
        "ӨФӨ ҠАЛАҺЫ ҠАЛА ОКРУГЫ ХАКИМИӘТЕНЕҢ",
        "136-СЫ БАШҠОРТ ЛИЦЕЙЫ",
        "РЕСПУБЛИКА БАШКОРТОСТАН",
        "ОКПО 00000000",
    ):
        assert part in text
    assert_in_order(text, "БОЙОРОҠ", "ПРИКАЗ", "1 сентябрь 2026 йыл", "№ 17-од", "1 сентября 2026 г.")


def test_a_draft_has_no_date_in_the_second_language_either():
    paper = replace(ORDER, letterhead=LYCEUM, second_kind="БОЙОРОҠ", second_date="1 сентябрь 2026 йыл", draft=True)
    assert "2026 йыл" not in words(paper)


def test_a_single_annex_has_no_number_and_refers_to_the_order():
    text = words(replace(ORDER, annexes=(Annex("Список пар", table_of(2)),)))
    assert "Приложение к приказу МОУ «Школа № 300» от 1 сентября 2026 г. № 17-од Список пар" in text
    assert "Приложение №" not in text


def test_several_annexes_are_numbered_and_start_on_new_pages():
    annexes = (
        Annex("Положение", paragraphs=("Первый абзац.", "Второй абзац."), approved="УТВЕРЖДЕНО"),
        Annex("Карта", table_of(2), approved="УТВЕРЖДЕНА"),
    )
    sheets = [" ".join(sheet.split()) for sheet in pages(replace(ORDER, annexes=annexes))]
    assert [sheet.partition(" от 1")[0] for sheet in sheets[1:]] == [
        "Приложение № 1 УТВЕРЖДЕНО приказом МОУ «Школа № 300»",
        "Приложение № 2 УТВЕРЖДЕНА приказом МОУ «Школа № 300»",
    ]
    assert_in_order(sheets[1], "Положение", "Первый абзац.", "Второй абзац.")


def test_a_long_table_repeats_its_head_and_breaks_no_row():
    sheets = pages(replace(ORDER, annexes=(Annex("Список", table_of(72)),)))[1:]
    assert len(sheets) > 2
    assert all("Столбец0" in sheet for sheet in sheets)
    for row in range(72):
        assert [sum(f"Я{row:02d}К{n}" in sheet for n in range(3)) for sheet in sheets].count(3) == 1


def test_only_a_wide_table_lies_on_its_side():
    annexes = (Annex("Узкая", table_of(2)), Annex("Широкая", table_of(2, 8)), Annex("Узкая", table_of(2)))
    file = pypdf.PdfReader(io.BytesIO(pdf(replace(ORDER, annexes=annexes))))
    assert [page.mediabox.width > page.mediabox.height for page in file.pages] == [False, False, True, False]


def test_a_few_acquainted_sign_under_the_order_and_many_on_a_sheet():
    title = "С приказом ознакомлена:"
    marked = (Acquainted("Черных А. С.", "учитель", "ознакомлена в системе", date(2026, 9, 2)),)
    few = pages(replace(ORDER, acquainted=marked, acquainted_title=title))
    assert len(few) == 1
    assert_in_order(few[0], title, "ознакомлена в системе", "Черных А. С., учитель")
    assert "2 сентября 2026 г." in few[0]
    many = pages(replace(ORDER, acquainted=people(24)))
    assert "ЛИСТ ОЗНАКОМЛЕНИЯ" in many[1]
    found = [f"Работник{n:02d}" in "".join(many[1:]) for n in range(1, 25)]
    assert found == [True] * 24
    assert "ознакомлен" not in words(ORDER).casefold()


def test_a_sheet_of_acquaintance_can_be_printed_alone():
    sheet = AcquaintanceSheet(SCHOOL, "приказом от 1 сентября 2026 г. № 17-од", people(2))
    assert_in_order(
        words(sheet), "МОУ «Школа № 300»", "ЛИСТ ОЗНАКОМЛЕНИЯ", "с приказом от 1 сентября", "Работник01", "Работник02"
    )


def test_an_acting_head_signs_with_the_ground_and_the_electronic_mark():
    signatory = Signatory("И. о. директора", "А. С. Черных", "приказ № 11-к", ("ПОДПИСАНО", "01.09.2026 10:15"))
    text = words(replace(ORDER, signatory=signatory))
    for part in ("И. о. директора", "приказ № 11-к", "ПОДПИСАНО", "01.09.2026 10:15", "А. С. Черных"):
        assert part in text


@pytest.mark.parametrize("edition", GostEdition)
def test_the_edition_of_the_standard_is_on_the_page(edition):
    assert f'class="gost-{edition.value}"' in render(replace(ORDER, edition=edition))


HOSTILE = [
    '<img src="file:///etc/passwd" onerror="alert(1)">',
    "</td></table><script>alert(1)</script>",
    "{{ paper.number }}{% include 'x' %}",
    "&lt;b&gt; & \"кавычки\" 'апостроф'",
    "=1+1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_text_everywhere(text):
    people = (Acquainted(text, text),)
    annex = Annex(text, Table((Column(text),), (RowGroup(((text,),), text),)), (text,))
    paper = replace(
        ORDER,
        letterhead=Letterhead(HeadBlock(text, text, (text,), (text,)), None, (text,)),
        heading=text,
        basis=(text,),
        points=(Point(text),),
        signatory=Signatory(text, text, text, (text,)),
        acquainted=people,
        annexes=(annex,),
    )
    printed = "".join("".join(pages(paper)).split())
    assert printed.count("".join(tidy(text).split())) == 19
    assert "root:" not in printed


def test_characters_no_font_draws_do_not_stop_the_printer(caplog):
    paper = replace(ORDER, heading="О за\x00креп\u202eлении\ud800 пар", basis=("и\u0306од 🙂",))
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        text = words(paper)
    assert "О закреплении пар" in text and "йод" in text
    assert caplog.records == []


def test_a_word_longer_than_a_page_is_broken_and_complete():
    long = "Ж" * 2500
    paper = replace(
        ORDER,
        points=(Point(long),),
        annexes=(Annex("Список", Table((Column("А"), Column("Б")), (RowGroup(((long, "б"),)),))),),
    )
    found = [sheet.count("Ж") for sheet in pages(paper)]
    assert (sum(found), sum(map(bool, found))) == (5000, 4)


def test_the_same_paper_gives_the_same_bytes():
    assert pdf(ORDER) == pdf(replace(ORDER))
    assert pdf(ORDER) != pdf(replace(ORDER, number="18-од"))


def test_a_row_that_does_not_fit_its_columns_is_an_error():
    with pytest.raises(ValueError):
        render(replace(ORDER, annexes=(Annex("x", Table((Column("А"),), (RowGroup((("1", "2"),)),))),)))


def test_the_stylesheet_speaks_only_words_the_printer_knows(caplog):
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        for paper in (ORDER, PROGRAM, ROADMAP):
            pdf(paper)
    assert caplog.records == []


def test_an_order_writes_its_date_in_figures_where_the_organization_does():
    assert replace(ORDER, numeric_date=True).reference.replace("\u00a0", " ") == "от 01.09.2026 № 17-од"
    assert "01.09.2026" not in words(replace(ORDER, numeric_date=True, draft=True))


def test_few_people_sign_on_a_sheet_where_the_organization_wants_one():
    assert "ЛИСТ ОЗНАКОМЛЕНИЯ" in words(replace(ORDER, acquainted=people(2), acquainted_on_sheet=True))
    assert "ЛИСТ ОЗНАКОМЛЕНИЯ" not in words(replace(ORDER, acquainted=people(2)))
    assert "ЛИСТ ОЗНАКОМЛЕНИЯ" not in words(replace(ORDER, acquainted_on_sheet=True))


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("МКДОУ «Детский сад «Ласточка»", "МКДОУ «Детский_сад_«Ласточка»"),
        ("МОУ СШ № 3", "МОУ_СШ_№_3"),
        ("МАОУ «Лицей № 136 имени Николая Ивановича Заречного»", None),
        ("", ""),
    ],
)
def test_a_name_in_quotation_marks_stands_whole_in_the_corner_of_an_annex_where_it_fits(name, printed):
    corner = replace(ORDER, name_in_genitive=tidy(name)).name_in_corner
    assert corner == (tidy(name) if printed is None else printed.replace("_", "\u00a0"))


def test_those_acquainted_stand_beside_the_mark_of_the_check():
    mark = CheckMark(address="https://school.example/check/", page="school.example/check/", code="0" * 64)
    few = replace(ORDER, acquainted=people(2), check=mark)
    assert [
        'class="check beside"' in render(paper)
        for paper in (few, replace(few, check=None), replace(few, acquainted=people(9)))
    ] == [True, False, False]
    assert_in_order(words(few), ORDER.signatory.name, few.acquainted_title, mark.lines[0])

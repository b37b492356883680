"""Lines end where a printer ends them: the marks of a page, the ties eased in a torn line, the gaps that stay small."""

import io

import pytest
from pypdf import PdfReader

from mentoring.lib.breaking import breakable, eased_texts
from mentoring.lib.pdf import render_pdf
from mentoring.lib.typography import tidy

PAGE = """<meta charset="utf-8"><style>@page { size: %dmm 80mm; margin: 5mm }
p { font: 12pt "Liberation Serif"; text-align: justify }</style><p>%s"""


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("«Рост» (9)", "«Рост»^ (9)"),
        ("„Рост“ (9)", "„Рост“^ (9)"),
        ("завершено\u00a0–\u00a01", "завершено\u00a0–~\u00a01"),
        ("<p>из Санкт-Петербурга, Кара-оглы", "<p>из Санкт-~Петербурга, Кара-~оглы"),
        ("<p>педагог-психолог", "<p>педагог-психолог"),
        ('<h2 class="annex-title">О педагоге-психологе', '<h2 class="annex-title">О педагоге-~психологе'),
        ("<h2>учебно-воспитательной</h2>", "<h2>учебно-воспитательной</h2>"),
        ("№ 7-п, 1–2", "№ 7-п, 1–2"),
        ("№ 273-ФЗ, 3273-р, 118-ОД", "№ 273-~ФЗ, 3273-~р, 118-~ОД"),
    ],
)
def test_a_page_is_marked_where_lines_may_end_and_where_not(page, marked):
    assert breakable(page) == marked.replace("^", "\u200b").replace("~", "\u2060")


def test_the_soft_ties_of_the_next_word_are_eased_one_after_another():
    text = tidy("положением и от 1 сентября 2026 г. № 3")
    eased = [
        (eased, eased.encode()[:place].decode()) for eased, place in eased_texts(text, len("положением ".encode()))
    ]
    assert [(whole.replace("\u00a0", "_"), head.replace("\u00a0", "_")) for whole, head in eased] == [
        ("положением и от_1_сентября_2026_г. №_3", "положением и "),
        ("положением и_от 1_сентября_2026_г. №_3", "положением и_от "),
        ("положением и_от_1_сентября 2026_г. №_3", "положением и_от_1_сентября "),
    ]


def lines_of(text, width):
    pdf = render_pdf(PAGE % (width, tidy(text)), title="x")
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    return [" ".join(line.split()) for line in page.extract_text().splitlines()]


def test_a_line_ends_at_a_soft_tie_rather_than_be_torn_and_no_letter_is_lost():
    assert lines_of("Общеобразовательных программ от 27.05.2022 № 20", 82) == [
        "Общеобразовательных программ от",
        "27.05.2022 № 20",
    ]
    assert lines_of("В программе «Первый год» (9 мероприятий)", 66) == ["В программе «Первый год»", "(9 мероприятий)"]


def test_no_mark_is_left_in_the_text_of_a_pdf():
    text = "Санкт-Петербурга «Рост» (9) – 1"
    assert lines_of(text, 190) == [text]

"""Texts with fields: filled in, made again, never run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.fieldtext import fill, has_loose_braces, names_in, unfill

VALUES = {
    "куратор_дат": "куратору, учителю Петровой Анне",
    "организация": "МБОУ СШ № 3",
    "дата": "1\u00a0сентября 2026\u00a0г.",
    "учебный_год": "2026/2027",
    "пусто": "",
}
PIECES = st.sampled_from(
    [*VALUES.values(), "Куратору, учителю Петровой Анне", ", ", " ", "\n", "Отчёт", "«", "{", "№ 3"]
)


def gaps_equal(text):
    return text.split()


@given(st.lists(PIECES, max_size=8).map("".join))
def test_what_is_made_from_a_text_gives_the_text_again(text):
    assert gaps_equal(fill(unfill(text, VALUES), VALUES)) == gaps_equal(text)


def test_a_value_becomes_its_field_only_where_it_stands_whole():
    text = "Куратору, учителю Петровой Анне: в 2026/2027 году отчёт МБОУ СШ № 3, не МБОУ СШ № 35, на 1 сентября 2026 г."
    assert unfill(text, VALUES) == (
        "{{куратор_дат}}: в {{учебный_год}} году отчёт {{организация}}, не МБОУ СШ № 35, на {{дата}}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{цель}}, на основании {{положение}}", "На основании Положения"),
        ("В связи с {{положение}}, {{цель}}, на основании", "В связи с Положения, на основании"),
        ("На основании {{положение}}, {{цель}}", "На основании Положения"),
        ("Считать {{цель}}.", "Считать."),
        ("{{цель}}", ""),
        ("{{ Положение }}", "Положения"),
    ],
)
def test_an_empty_value_takes_its_comma_and_gap_along(text, expected):
    assert fill(text, {"цель": "", "положение": "Положения"}) == expected


def test_nothing_in_a_text_or_a_value_is_run():
    hostile = "{{a}} {% load x %} {{ a.b }} {{7*7}} {{a|safe}} %(a)s {a}"
    assert fill(hostile, {"a": "{{a}}{{b}}"}) == "{{a}}{{b}} {% load x %} {{ a.b }} {{7*7}} {{a|safe}} %(a)s {a}"
    assert names_in(hostile) == ["a"] and has_loose_braces(hostile)
    with pytest.raises(KeyError):
        fill("{{нет}}", {})


@pytest.mark.parametrize("text", ["{{", "}}", "{{a b}}", "{{a}", "{{{a}}}", "{{}}"])
def test_braces_that_make_no_field_are_seen(text):
    assert has_loose_braces(text)

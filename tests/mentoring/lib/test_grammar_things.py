"""Names of bodies in the cases orders need."""

import pytest

from mentoring.lib.grammar import decline_thing, genitive_from


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "методическое объединение наставников",
            ("методического объединения наставников", "методическое объединение наставников"),
        ),
        ("совет наставников", ("совета наставников", "совет наставников")),
        ("комиссия по наставничеству", ("комиссии по наставничеству", "комиссию по наставничеству")),
        ("рабочая группа", ("рабочей группы", "рабочую группу")),
        ("Методический совет школы", ("Методического совета школы", "Методический совет школы")),
        ("МО наставников", ("МО наставников", "МО наставников")),
        ("", ("", "")),
    ],
)
def test_a_body_declines_by_its_first_noun(name, forms):
    assert (decline_thing(name, "genitive"), decline_thing(name, "accusative")) == forms


def test_a_body_of_a_stamp_comes_back_to_the_genitive():
    assert [
        genitive_from("педагогическим советом", "instrumental"),
        genitive_from("педагогическом совете МОУ СШ № 3", "prepositional"),
        genitive_from("общим собранием работников", "instrumental"),
        genitive_from("приказом", "prepositional"),
        genitive_from("", "instrumental"),
    ] == ["педагогического совета", "педагогического совета МОУ СШ № 3", "общего собрания работников", "", ""]


def test_a_body_is_spoken_of_in_the_prepositional():
    names = ("методическое объединение наставников", "проектная группа", "совет", "социальные сети")
    assert [decline_thing(name, "prepositional") for name in names] == [
        "методическом объединении наставников",
        "проектной группе",
        "совете",
        "социальных сетях",
    ]

"""Acts ticked into the basis and out of it: each at its place, what was written by hand untouched."""

from itertools import permutations
from types import SimpleNamespace

import pytest

from reports.documents.citing import citations, cited_in, gathered, with_cited

LAW, CODE, PART, LOCAL = (
    "в соответствии с законом № 273-ФЗ",
    "статьёй 351.8 ТК РФ",
    "статьёй 351.8 ТК РФ, часть 2",
    "приказом 7",
)
ACTS = [SimpleNamespace(phrase=phrase) for phrase in (LAW, CODE, PART, LOCAL)]
PURPOSE = "В целях помощи молодым"
OURS = "на основании Положения, утверждённого приказом от 01.09.2026 № 5,"
ALL = f"{PURPOSE}, {LAW}, {CODE}, {PART}, {LOCAL}, {OURS}"


def test_ticked_in_any_sequence_the_acts_stand_as_the_composer_puts_them():
    for sequence in permutations(range(4)):
        basis, wanted = f"{PURPOSE}, {OURS}", set()
        for number in sequence:
            wanted |= {number}
            basis = with_cited(basis, ACTS, wanted, PURPOSE)
            assert cited_in(basis, ACTS) == wanted
        assert basis == ALL
        for number in sequence:
            wanted -= {number}
            basis = with_cited(basis, ACTS, wanted, PURPOSE)
        assert basis == f"{PURPOSE}, {OURS}"


@pytest.mark.parametrize(
    ("basis", "wanted", "expected"),
    [
        ("", {1}, "Статьёй 351.8 ТК РФ"),
        ("Статьёй 351.8 ТК РФ, на основании Положения", set(), "На основании Положения"),
        ("На основании Положения", {0}, f"В соответствии с законом № 273-ФЗ, {'на основании Положения'}"),
        ("По письму отдела,", {3}, "По письму отдела, приказом 7"),
        ("По письму и приказом 7", set(), "По письму"),
        ("По письму, приказом 7 и Уставом", set(), "По письму и Уставом"),
        ("Учитывая приказом  7, Устав", {3}, "Учитывая приказом  7, Устав"),
        ("Учитывая приказом 77", set(), "Учитывая приказом 77"),
        ("По письму", {9}, "По письму"),
    ],
)
def test_what_was_written_by_hand_stays(basis, wanted, expected):
    assert with_cited(basis, ACTS, wanted) == expected


ORDER = "на основании приказа Министерства № 404"


def test_an_act_and_the_regulation_share_the_words_of_the_ground_and_part_again():
    acts = [*ACTS, SimpleNamespace(phrase=ORDER)]
    shared = f"{PURPOSE}, {LAW}, {ORDER} и Положения"
    assert with_cited(f"{PURPOSE}, на основании Положения", acts, {0, 4}, PURPOSE) == shared
    assert with_cited(shared, acts, {0}, PURPOSE) == f"{PURPOSE}, {LAW}, на основании Положения"
    assert with_cited(shared, acts, {0, 1, 4}, PURPOSE) == f"{PURPOSE}, {LAW}, {CODE}, {ORDER} и Положения"
    assert with_cited("На основании Положения", acts, {4}) == "На основании приказа Министерства № 404 и Положения"
    assert with_cited("На основании приказа Министерства № 404 и Положения", acts, set()) == "На основании Положения"


def test_in_accordance_is_said_once_for_acts_side_by_side_and_each_can_still_be_ticked():
    phrases = ("в соответствии с законом № 1", "в соответствии со статьёй 2", "с учётом письма", LAW)
    acts = [SimpleNamespace(phrase=phrase) for phrase in phrases]
    basis = gathered(f"{PURPOSE}, {', '.join(phrases)}, {OURS}", acts)
    assert basis == f"{PURPOSE}, в соответствии с законом № 1, статьёй 2, с учётом письма, {LAW}, {OURS}"
    assert basis == f"{PURPOSE}, {citations(acts)}, {OURS}"
    assert cited_in(basis, acts) == {0, 1, 2, 3}
    assert (
        with_cited(basis, acts, {1, 2}, PURPOSE) == f"{PURPOSE}, в соответствии со статьёй 2, с учётом письма, {OURS}"
    )
    for left_out in range(4):
        fewer = with_cited(basis, acts, {0, 1, 2, 3} - {left_out}, PURPOSE)
        assert with_cited(fewer, acts, {0, 1, 2, 3}, PURPOSE) == basis

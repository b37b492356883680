"""The score of all pairs at once and of one pair in words."""

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programs.matching.scoring import DEFAULTS, PARTS, Earlier, Lack, explain, score_matrix
from tests.programs.matching.facts import FORMS, WAYS, crowds, mentee, mentor, weights

FEW = settings(max_examples=40)


def part(code, one, other):
    return next(each for each in explain(one, other, DEFAULTS).parts if each.code == code)


@FEW
@given(crowds(), weights())
def test_the_matrix_says_of_every_pair_what_its_explanation_says(crowd, given_weights):
    mentees, mentors = crowd
    matrix = score_matrix(mentees, mentors, given_weights)
    assert matrix.values.shape == (9, len(mentees), len(mentors))
    for row, one in enumerate(mentees):
        for column, other in enumerate(mentors):
            score = explain(one, other, given_weights)
            assert matrix.values[:, row, column] == pytest.approx([each.value for each in score.parts], abs=1e-12)
            assert matrix.total[row, column] == pytest.approx(score.total, abs=1e-9)
            assert matrix.barred[row, column] == score.is_barred
            assert matrix.asks[row, column] == score.asks_reason
    assert ((matrix.values >= 0) & (matrix.values <= 1)).all()
    assert ((matrix.total >= 0) & (matrix.total <= 100)).all()


@FEW
@given(crowds(), weights(), st.randoms())
def test_the_order_of_the_mentors_changes_nobodys_score(crowd, given_weights, chance):
    mentees, mentors = crowd
    order = list(range(len(mentors)))
    chance.shuffle(order)
    before = score_matrix(mentees, mentors, given_weights)
    after = score_matrix(mentees, [mentors[number] for number in order], given_weights)
    assert np.array_equal(before.total[:, order], after.total)
    assert np.array_equal(before.barred[:, order], after.barred)


@FEW
@given(crowds(most=1), weights(), st.data())
def test_a_higher_level_in_a_needed_competence_never_lowers_the_score(crowd, given_weights, data):
    (one,), (other,) = crowd
    keys = [key for key, level in other.levels.items() if level < 5]
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    better = replace(other, levels={**other.levels, key: other.levels[key] + 1})
    assert explain(one, better, given_weights).total >= explain(one, other, given_weights).total


def test_an_empty_bank_has_an_empty_matrix():
    for mentees, mentors in (([], []), ([mentee()], []), ([], [mentor()])):
        matrix = score_matrix(mentees, mentors, DEFAULTS)
        assert matrix.total.shape == matrix.barred.shape == matrix.asks.shape == (len(mentees), len(mentors))


def test_without_weights_nobody_is_before_anybody():
    nothing = dict.fromkeys(DEFAULTS, 0)
    assert explain(mentee(), mentor(), nothing).total == 0
    assert score_matrix([mentee()], [mentor()], nothing).total.tolist() == [[0]]


def test_nothing_known_is_the_middle_with_a_word_on_whose_card_lacks_it():
    found = {each.code: (each.value, each.missing) for each in explain(mentee(), mentor(), DEFAULTS).parts}
    both = ("mentee", "mentor")
    assert found == {
        "needs": (0.5, both),
        "subject": (0.5, both),
        "form": (0.5, both),
        "places": (1, ()),
        "time": (0.5, both),
        "workplace": (0.5, both),
        "experience": (0.25, ("mentor",)),
        "wishes": (0.5, both),
        "history": (0.5, ()),
    }


def test_the_greater_need_counts_more_and_what_is_left_is_named():
    one = mentee(levels={1: 1, 2: 4, 3: 5})
    first = part("needs", one, mentor(levels={1: 5}))
    second = part("needs", one, mentor(levels={2: 5, 3: 5}))
    assert (first.value, second.value) == (pytest.approx(0.8), pytest.approx(0.12))
    assert "Разговор с родителями" in first.sentence.split(".")[1] or "Разговор с родителями" in first.sentence
    assert "Безопасность детей" not in first.sentence + second.sentence


@pytest.mark.parametrize(
    ("code", "of_mentee", "of_mentor", "value"),
    [
        ("subject", {"subjects": frozenset({"физика"})}, {"subjects": frozenset({"физика"})}, 1),
        (
            "subject",
            {"subjects": frozenset({"физика"}), "groups": frozenset({"exact"})},
            {"subjects": frozenset({"матема"}), "groups": frozenset({"exact"})},
            0.7,
        ),
        ("subject", {"subjects": frozenset({"физика"})}, {"subjects": frozenset({"музыка"})}, 0.2),
        ("form", {"ways": frozenset(WAYS)}, {"ways": frozenset(WAYS[:1])}, 1),
        ("form", {"ways": frozenset(WAYS[1:])}, {"ways": frozenset(WAYS[:1])}, 0.3),
        ("form", {"forms": frozenset(FORMS[:1])}, {"forms": frozenset(FORMS)}, 0.7),
        ("form", {"forms": frozenset(FORMS[:1])}, {"forms": frozenset(FORMS[1:])}, 0.2),
        ("form", {"forms": frozenset(FORMS), "named_forms": frozenset(FORMS[1:])}, {"forms": frozenset(FORMS)}, 0.9),
        ("places", {}, {"places": 4, "taken": 3}, 0.25),
        ("time", {"slots": frozenset({(0, 0), (0, 1)})}, {"slots": frozenset({(0, 1), (2, 1)})}, 0.8),
        ("time", {"slots": frozenset({(0, 0)})}, {"slots": frozenset({(0, 1)})}, 0),
        ("workplace", {"workplace": "корпус 1"}, {"workplace": "корпус 1"}, 1),
        ("workplace", {"workplace": "корпус 1"}, {"workplace": "корпус 2"}, 0.3),
        ("experience", {}, {"experience_years": 30, "category_value": 1.0}, 1),
        ("experience", {}, {"experience_years": 30, "category_value": 1.0, "failed": ("стаж",)}, 0.5),
        ("wishes", {"names": frozenset({"жук"})}, {"name_stem": "жук", "ages": (40, 60)}, 1),
        ("wishes", {"names": frozenset({"жук"}), "declines": frozenset({"жук"})}, {"name_stem": "жук"}, 0),
        ("wishes", {"age": 23}, {"ages": (0, 35)}, 1),
        ("wishes", {"age": 50}, {"ages": (0, 35)}, 0),
        ("wishes", {"words": frozenset({"проект"})}, {"words": frozenset({"проект", "чтение"})}, 0.7),
        ("history", {}, {"earlier": (Earlier(9, "completed"), Earlier(8, "declined"))}, 2 / 3),
        ("history", {"person": 9}, {"earlier": (Earlier(9, "completed"), Earlier(8, "terminated"))}, 1),
        ("history", {"person": 8}, {"earlier": (Earlier(9, "completed"), Earlier(8, "declined"))}, 0),
    ],
)
def test_one_part_of_one_pair(code, of_mentee, of_mentor, value):
    found = part(code, mentee(**of_mentee), mentor(**of_mentor))
    assert found.value == pytest.approx(value)
    assert found.sentence
    assert found.missing == ()


@pytest.mark.parametrize(
    ("of_mentee", "of_mentor", "codes"),
    [
        ({}, {}, []),
        ({"person": 101}, {}, ["self"]),
        ({"can_be_chosen": False}, {"can_be_chosen": False}, ["state", "state"]),
        ({"has_mentor": True}, {"places": 2, "taken": 2}, ["has_mentor", "places"]),
        ({"is_at_work": False}, {}, ["dates"]),
        ({"lacks": (Lack("ПДн", False, True),)}, {"lacks": (Lack("наставник", True),)}, ["consent", "consent"]),
        ({"lacks": (Lack("наставляемый"),)}, {}, []),
        ({}, {"rank": 1}, ["manager"]),
        ({"rank": 1}, {"rank": 1}, []),
        ({"subjects": frozenset({"физика"})}, {"leads": frozenset({"физика"})}, ["manager"]),
    ],
)
def test_what_stands_in_the_way(of_mentee, of_mentor, codes):
    score = explain(mentee(**of_mentee), mentor(**of_mentor), DEFAULTS)
    assert [barrier.code for barrier in score.barriers] == codes
    assert score.is_barred == bool(set(codes) - {"manager"})
    assert len(score.remarks) == (of_mentee.get("lacks") == (Lack("наставляемый"),))


def test_every_part_has_a_weight_and_words():
    assert list(PARTS) == list(DEFAULTS)
    assert all(each.label and each.meaning for each in PARTS.values())


def test_a_region_is_matched_in_a_second():
    mentees = [mentee(n, levels={n % 40: 2, n % 7: 1}, words=frozenset({f"w{n}", "общий"})) for n in range(500)]
    mentors = [mentor(n, levels=dict.fromkeys(range(n % 30), 5), name_stem=f"имя{n}") for n in range(300)]
    started = time.process_time()
    assert score_matrix(mentees, mentors, DEFAULTS).total.shape == (500, 300)
    assert time.process_time() - started < 1

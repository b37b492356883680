"""The best assignment against brute force, and what must hold of every answer."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programs.matching.assignment import GROUP_PRICE, Task, solve, why_left
from programs.matching.states import Aim, WhyLeft


@st.composite
def tasks(draw, group_size=0):
    """Up to five mentees and four mentors with any rules and places."""
    rows, columns = draw(st.integers(0, 5)), draw(st.integers(0, 4))

    def matrix(cells, kind):
        values = draw(st.lists(cells, min_size=rows * columns, max_size=rows * columns))
        return np.array(values, dtype=kind).reshape(rows, columns)

    flag = st.integers(0, 5).map(lambda number: number == 0)
    return Task(
        total=matrix(st.integers(0, 10_000), float) / 100,
        barred=matrix(flag, bool),
        asks=matrix(flag, bool),
        places=np.array(draw(st.lists(st.integers(0, 3), min_size=columns, max_size=columns)), dtype=int),
        aim=draw(st.sampled_from(Aim)),
        threshold=draw(st.sampled_from([0, 30, 70])),
        requests=draw(st.lists(st.sampled_from(["", "a", "b"]), min_size=rows, max_size=rows)),
        group_size=group_size,
    )


def worth(task, mentors):
    """(served, sum in hundredths) of an assignment."""
    hits = [(row, mentor) for row, mentor in enumerate(mentors) if mentor >= 0]
    return len(hits), sum(int(task.points[hit]) for hit in hits)


def is_possible(task, mentors):
    held = Counter(mentor for mentor in mentors if mentor >= 0)
    return all(task.allowed[row, mentor] for row, mentor in enumerate(mentors) if mentor >= 0) and all(
        number <= task.places[mentor] for mentor, number in held.items()
    )


def by_brute_force(task):
    """The worth of the best of all assignments there are."""
    rows, columns = task.total.shape
    every = [mentors for mentors in product(range(-1, columns), repeat=rows) if is_possible(task, mentors)]
    worths = [worth(task, mentors) for mentors in every]
    return max(worths) if task.aim == Aim.MOST_SERVED else max(worths, key=lambda each: (each[1], each[0]))


@settings(max_examples=60)
@given(task=tasks())
def test_no_assignment_there_is_beats_the_solution(task):
    solution = solve(task)
    assert is_possible(task, solution.mentors)
    assert worth(task, solution.mentors) == by_brute_force(task) == (solution.served, round(solution.total * 100))
    assert set(solution.groups) <= {""}
    assert solve(task) == solution


@settings(max_examples=75)
@given(task=tasks(group_size=2))
def test_groups_keep_every_rule_and_cost_no_more_than_their_price(task):
    solution = solve(task)
    assert is_possible(task, solution.mentors)
    served, total = worth(task, solution.mentors)
    assert served >= solution.served
    assert total >= round(solution.total * 100) - GROUP_PRICE * 100 * len(task.requests)
    together = Counter((mentor, key) for mentor, key in zip(solution.mentors, solution.groups, strict=True) if key)
    assert all(number >= 2 for number in together.values())
    assert all(key in ("", task.requests[row]) for row, key in enumerate(solution.groups))


@settings(max_examples=50)
@given(task=tasks(group_size=2))
def test_everybody_is_served_or_left_over_for_a_reason_that_is_true(task):
    mentors = solve(task).mentors
    for row, mentor in enumerate(mentors):
        if mentor >= 0:
            continue
        left = why_left(task, mentors, row)
        usable = (task.places > 0) & ~task.barred[row]
        assert left.why == (
            WhyLeft.NO_PLACES
            if not (task.places > 0).any()
            else WhyLeft.BARRED
            if not usable.any()
            else WhyLeft.ASKS
            if not (usable & ~task.asks[row]).any()
            else WhyLeft.THRESHOLD
            if not (usable & task.allowed[row]).any()
            else WhyLeft.TAKEN
        )
        if left.why == WhyLeft.TAKEN:
            assert len(left.holders) == task.places[left.mentor] > 0
            assert all(mentors[holder] == left.mentor for holder in left.holders)


def small(total, places, **values):
    total = np.array(total, dtype=float)
    nothing = np.zeros(total.shape, dtype=bool)
    return Task(total=total, barred=nothing, asks=nothing, places=np.array(places), **values)


def test_best_fit_leaves_somebody_out_where_that_makes_the_higher_sum():
    task = small([[90, 60], [95, 0]], [1, 0])
    assert solve(task).mentors == (-1, 0)
    far = small([[90, 10], [80, 0]], [1, 1], threshold=20)
    assert solve(far).mentors == (0, -1)
    wide = small([[90, 20], [50, 0]], [1, 1], threshold=20)
    assert solve(wide).mentors == (0, -1)
    assert solve(small([[90, 20], [50, 0]], [1, 1], threshold=20, aim=Aim.MOST_SERVED)).mentors == (1, 0)


def test_people_with_one_request_come_together_where_it_costs_little():
    total = [[80, 78, 0], [75, 79, 0], [70, 71, 0]]
    shared = {"requests": ["счёт", "счёт", ""], "group_size": 2}
    assert solve(small(total, [2, 1, 0])).mentors == (0, 1, 0)
    together = solve(small(total, [2, 1, 0], **shared))
    assert (together.mentors, together.groups) == ((0, 0, 1), ("счёт", "счёт", ""))
    assert together.total == 80 + 79 + 70
    dear = solve(small([[80, 70, 0], [50, 79, 0], [70, 71, 0]], [2, 1, 0], **shared))
    assert dear.groups == ("", "", "")


@pytest.mark.parametrize("shape", [(0, 0), (3, 0), (0, 3)])
def test_empty_banks_have_an_empty_solution(shape):
    solution = solve(small(np.zeros(shape), np.ones(shape[1], dtype=int)))
    assert (solution.mentors, solution.served, solution.total) == ((-1,) * shape[0], 0, 0)

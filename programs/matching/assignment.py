"""Who goes to whom in the whole bank: the best assignment of mentees to the places of mentors.

Pure, on arrays: rows are mentees, columns mentors. Every place of a mentor is a column of its own for scipy's
``linear_sum_assignment``, which is exact. Scores are counted in hundredths, as whole numbers, so that a sum means the
same in every order and the same banks always give the same answer. numpy is imported when it is first needed, as in
``scoring.matrix``.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from programs.matching.states import Aim, WhyLeft

POINT = 100  # hundredths in one point of a score
# What one person may lose of the score, in points, for sitting in a group with the same request.
GROUP_PRICE = 5


@dataclass(frozen=True)
class Task:
    """Two banks in numbers.

    ``total`` holds scores 0–100; ``barred`` what nobody may override; ``asks`` what needs a person's justification and
    is never chosen here. ``places`` are the free places of each mentor. ``requests`` name what each mentee asks for,
    "" for nothing to share; ``group_size`` is the least size of a group, 0 where none are wanted.
    """

    total: object
    barred: object
    asks: object
    places: object
    aim: Aim = Aim.BEST_FIT
    threshold: float = 0
    requests: Sequence[str] = ()
    group_size: int = 0

    @cached_property
    def points(self):
        """Scores in hundredths."""
        import numpy as np

        return np.rint(self.total * POINT).astype(np.int64)

    @cached_property
    def allowed(self):
        """Where a mentee may be put without a person's decision."""
        return ~self.barred & ~self.asks & (self.points >= round(self.threshold * POINT))


@dataclass(frozen=True)
class Solution:
    """``mentors[m]`` is the mentor of mentee m or -1; ``groups[m]`` the request the group shares or "".

    ``served`` and ``total`` (points) are those of the best assignment before groups were put together.
    """

    mentors: tuple
    groups: tuple
    served: int
    total: float


@dataclass(frozen=True)
class Left:
    """Why a mentee is left over; ``mentor`` would have fitted best, with ``score``, and has ``holders``."""

    why: WhyLeft
    mentor: int = -1
    score: float = 0
    holders: tuple = ()


def solve(task):
    """The best assignment by the aim, then groups where they cost little; everybody else stays -1."""
    points, allowed = task.points, task.allowed
    chosen = _best(points, allowed, task.places, task.aim)
    hits = [(row, mentor) for row, mentor in enumerate(chosen) if mentor >= 0]
    total = sum(int(points[hit]) for hit in hits) / POINT
    seats = _Seats(points.tolist(), allowed.tolist(), chosen, [int(each) for each in task.places])
    if task.group_size > 1:
        seats.gather(task.requests, task.group_size)
        seats.fill()
    return Solution(tuple(seats.mentors), tuple(seats.groups), len(hits), total)


def _best(points, allowed, places, aim):
    """Mentor per mentee, or -1: the highest sum, or as many served as can be and then the highest sum."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows = len(points)
    wanted = np.minimum(np.maximum(places, 0), allowed.sum(axis=0))
    mentor_of_place = np.repeat(np.arange(len(wanted)), wanted)
    if not len(mentor_of_place):
        return [-1] * rows
    if aim == Aim.MOST_SERVED:
        weights = points + (100 * POINT * rows + 1)
    else:
        # Of two equal sums the one that serves more.
        weights = points * (rows + 1) + 1
    weights = np.where(allowed, weights, 0)[:, mentor_of_place]
    chosen = np.full(rows, -1)
    for row, place in zip(*linear_sum_assignment(weights, maximize=True), strict=True):
        if weights[row, place]:
            chosen[row] = mentor_of_place[place]
    return chosen.tolist()


class _Seats:
    """Who sits where, moved one by one on top of the best assignment."""

    def __init__(self, points, allowed, mentors, places):
        self.points, self.allowed, self.mentors, self.places = points, allowed, list(mentors), places
        self.groups = [""] * len(self.mentors)
        self.at = defaultdict(set)
        for row, mentor in enumerate(self.mentors):
            if mentor >= 0:
                self.at[mentor].add(row)

    def gather(self, requests, size):
        """Put people with one request to one of the mentors they have anyway, as long as nobody loses too much."""
        sharing = defaultdict(set)
        for row, request in enumerate(requests):
            if request and self.mentors[row] >= 0:
                sharing[request].add(row)
        for request in sorted(sharing):
            waiting = sharing[request]
            # Where most of them sit already, they come together soonest.
            hosts = sorted(
                {self.mentors[row] for row in waiting},
                key=lambda mentor: (-len(self.at[mentor] & waiting), mentor),
            )
            for host in hosts:
                if len(waiting) >= size and self.places[host] >= size:
                    waiting -= self._seat_together(host, waiting, request, size)

    def _seat_together(self, host, waiting, request, size):
        """Bring ``waiting`` to ``host`` as far as it is cheap; undone unless ``size`` come together."""
        moved = []
        for row in sorted(waiting - self.at[host], key=lambda each: (-self.points[each][host], each)):
            partner = self._partner(row, host, waiting)
            if partner is None:
                continue
            moved.append((row, partner, self.mentors[row]))
            self._swap(row, partner, host)
        together = waiting & self.at[host]
        if len(together) < size:
            for row, partner, back in reversed(moved):
                self._swap(row, partner, back)
            return set()
        for row in together:
            self.groups[row] = request
        return together

    def _partner(self, row, host, waiting):
        """With whom ``row`` changes places to come to ``host``: -1 for a free place, None where it costs too much."""
        if not self.allowed[row][host]:
            return None
        points, here = self.points, self.mentors[row]
        own = points[row][here] - points[row][host]
        ways = [(own, -1)] if len(self.at[host]) < self.places[host] else []
        ways += [
            (own + points[other][host] - points[other][here], other)
            for other in self.at[host] - waiting
            if not self.groups[other] and self.allowed[other][here]
        ]
        cost, partner = min(ways, default=(None, None))
        return partner if cost is not None and cost <= GROUP_PRICE * POINT else None

    def _swap(self, row, partner, to):
        here = self.mentors[row]
        if partner >= 0:
            self._seat(partner, here)
        self._seat(row, to)

    def _seat(self, row, mentor):
        self.at[self.mentors[row]].discard(row)
        self.mentors[row] = mentor
        self.at[mentor].add(row)

    def fill(self):
        """Give places that a group has freed to whoever was left over."""
        for row, mentor in enumerate(self.mentors):
            if mentor >= 0:
                continue
            free = [
                (-self.points[row][each], each)
                for each, places in enumerate(self.places)
                if self.allowed[row][each] and len(self.at[each]) < places
            ]
            if free:
                self._seat(row, min(free)[1])


def why_left(task, mentors, row):
    """Why mentee ``row`` has none of ``mentors`` (mentor per mentee, -1 for nobody), by the rule that comes first."""
    import numpy as np

    is_open = np.asarray(task.places) > 0
    if not is_open.any():
        return Left(WhyLeft.NO_PLACES)
    possible = is_open & ~task.barred[row]
    if not possible.any():
        return Left(WhyLeft.BARRED)
    free_to_choose = possible & ~task.asks[row]
    if not free_to_choose.any():
        return _named(task, mentors, row, possible, WhyLeft.ASKS)
    fitting = free_to_choose & task.allowed[row]
    if not fitting.any():
        return _named(task, mentors, row, free_to_choose, WhyLeft.THRESHOLD)
    return _named(task, mentors, row, fitting, WhyLeft.TAKEN)


def _named(task, mentors, row, among, why):
    """The reason with the mentor of ``among`` who fits best and the mentees who have that mentor, the best first."""
    import numpy as np

    points = task.points
    best = int(np.argmax(np.where(among, points[row], -1)))
    holders = sorted(
        (other for other, mentor in enumerate(mentors) if mentor == best), key=lambda other: -points[other, best]
    )
    return Left(why, best, float(points[row, best]) / POINT, tuple(holders))

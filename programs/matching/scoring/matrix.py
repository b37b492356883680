"""All pairs at once: the same values as ``values`` gives one by one, as arrays.

A part is counted once for every two different sets of what it reads, and spread over the pairs; needs, wishes and
earlier pairs, where nearly everybody differs, are counted as arrays. numpy is imported when it is first needed: the
ordinary pages do not pay for it.
"""

from dataclasses import dataclass

from programs.matching.scoring import rules, values
from programs.matching.scoring.weights import DEFAULTS, full, weigh

PARTS = tuple(DEFAULTS)
# What the value of a part depends on, of the mentee and of the mentor.
_KEYS = {
    "subject": (lambda one: (one.subjects, one.groups), lambda one: (one.subjects, one.groups)),
    "form": (lambda one: (one.ways, one.forms, one.named_forms), lambda one: (one.ways, one.forms)),
    "places": (lambda one: None, lambda one: (one.places, one.taken)),
    "time": (lambda one: one.slots, lambda one: one.slots),
    "workplace": (lambda one: one.workplace, lambda one: one.workplace),
    "experience": (
        lambda one: None,
        lambda one: (one.experience_years, one.category_value, bool(one.failed)),
    ),
}


@dataclass(frozen=True)
class Matrix:
    """Everything about every pair of ``mentees`` (rows, M) and ``mentors`` (columns, N); ``parts`` names the P layers.

    ``values[P, M, N]`` from 0 to 1, ``total[M, N]`` from 0 to 100. ``barred[M, N]``: nobody may put them together;
    ``asks[M, N]``: only with a reason that is kept.
    """

    mentees: tuple
    mentors: tuple
    parts: tuple
    values: object
    total: object
    barred: object
    asks: object


def score_matrix(mentees, mentors, weights):
    """The Matrix of ``mentees`` and ``mentors`` (facts) under ``weights`` by code."""
    import numpy as np

    mentees, mentors = tuple(mentees), tuple(mentors)
    special = {"needs": _needs, "wishes": _wishes, "history": _history}
    layers = np.empty((len(PARTS), len(mentees), len(mentors)))
    if mentees and mentors:
        for number, code in enumerate(PARTS):
            if code in special:
                layers[number] = special[code](mentees, mentors)
            else:
                layers[number] = _by_keys(mentees, mentors, values.VALUES[code], *_KEYS[code])
    total = weigh(dict(zip(PARTS, layers, strict=True)), full(weights))
    same = _same(mentees, mentors)
    barred = _barred(mentees, mentors) | same
    return Matrix(mentees, mentors, PARTS, layers, total, barred, _asks(mentees, mentors) & ~same)


def _by_keys(mentees, mentors, value, key_of_mentee, key_of_mentor, kind=float):
    """``value`` of every pair, asked once for every two different keys."""
    import numpy as np

    rows, row_of = _different(mentees, key_of_mentee)
    columns, column_of = _different(mentors, key_of_mentor)
    table = np.array([[value(row, column) for column in columns] for row in rows], dtype=kind)
    return table.reshape(len(rows), len(columns))[np.ix_(row_of, column_of)]


def _different(people, key_of):
    """One of ``people`` for every different key, and for each of them the place of theirs."""
    places, chosen, found = {}, [], []
    for one in people:
        key = key_of(one)
        if key not in places:
            places[key] = len(chosen)
            chosen.append(one)
        found.append(places[key])
    return chosen, found


def _needs(mentees, mentors):
    import numpy as np

    wanted = [values.needs_of(one) for one in mentees]
    gains = np.array([[values.gain(need, level) for level in range(6)] for need in range(6)])
    whole, got = np.zeros((len(mentees), 1)), np.zeros((len(mentees), len(mentors)))
    for key in sorted({key for one in wanted for key in one}):
        rows = np.array([number for number, one in enumerate(wanted) if key in one])
        need = np.array([wanted[number][key] for number in rows])
        level = np.array([one.levels.get(key, 0) for one in mentors])
        urgency = np.array([values.urgency(each) for each in need], dtype=float)[:, None]
        whole[rows] += urgency
        got[rows] += urgency * gains[need[:, None], level[None, :]]
    known = (whole > 0) & np.array([bool(one.levels) for one in mentors])[None, :]
    return np.where(known, got / np.where(whole > 0, whole, 1), values.NEUTRAL)


def _wishes(mentees, mentors):
    import numpy as np

    table = np.array([*values.SHARED])
    mentee_words, mentor_words = (np.array([bool(one.words) for one in side]) for side in (mentees, mentors))
    has_words = mentee_words[:, None] & mentor_words[None, :]
    shared = table[np.minimum(_shared(mentees, mentors), len(table) - 1)]
    ages = _by_keys(mentees, mentors, _age_fit, lambda one: one.age, lambda one: one.ages)
    has_age = ages >= 0
    known = has_words.astype(int) + has_age
    summed = np.where(has_words, shared, 0) + np.where(has_age, ages, 0)
    mean = np.where(known > 0, summed / np.maximum(known, 1), values.NEUTRAL)
    said = _said(mentees, mentors)
    return np.where(said > 0, 1.0, np.where(said < 0, 0.0, mean))


def _age_fit(mentee, mentor):
    fit = values.age_fit(mentee, mentor)
    return -1 if fit is None else fit


def _shared(mentees, mentors):
    """How many words every two cards share."""
    import numpy as np
    from scipy.sparse import csr_array

    places = {word: number for number, word in enumerate({word for one in mentors for word in one.words})}
    sides = []
    for side in (mentees, mentors):
        marks = [(row, places[word]) for row, one in enumerate(side) for word in one.words if word in places]
        rows, columns = zip(*marks, strict=True) if marks else ((), ())
        ones = np.ones(len(marks), dtype=np.int32)
        sides.append(csr_array((ones, (rows, columns)), shape=(len(side), max(len(places), 1)), dtype=np.int32))
    return (sides[0] @ sides[1].T).toarray()


def _said(mentees, mentors):
    """-1 where one of them declined the other, 1 where one asked for the other, else 0."""
    import numpy as np

    said = np.zeros((len(mentees), len(mentors)), dtype=int)
    for target, names in ((1, "names"), (-1, "declines")):
        for row, mentee in enumerate(mentees):
            if wanted := getattr(mentee, names):
                said[row, [n for n, mentor in enumerate(mentors) if mentor.name_stem in wanted]] = target
        for column, mentor in enumerate(mentors):
            if wanted := getattr(mentor, names):
                said[[n for n, mentee in enumerate(mentees) if mentee.name_stem in wanted], column] = target
    return said


def _history(mentees, mentors):
    import numpy as np

    found = np.repeat(np.array([[values.mentor_history(one) for one in mentors]]), len(mentees), axis=0)
    rows = {}
    for number, one in enumerate(mentees):
        rows.setdefault(one.person, []).append(number)
    for column, mentor in enumerate(mentors):
        for person in {pair.person for pair in mentor.earlier}:
            for row in rows.get(person, ()):
                found[row, column] = values.history(mentees[row], mentor)
    return found


def _same(mentees, mentors):
    """Where both sides are one person."""
    import numpy as np

    mentee, mentor = (np.array([one.person for one in side], dtype=int) for side in (mentees, mentors))
    return mentee[:, None] == mentor[None, :]


def _barred(mentees, mentors):
    import numpy as np

    of_mentees = np.array([rules.bars_mentee(one) for one in mentees], dtype=bool)
    of_mentors = np.array([rules.bars_mentor(one) for one in mentors], dtype=bool)
    return of_mentees[:, None] | of_mentors[None, :]


def _asks(mentees, mentors):
    return _by_keys(
        mentees, mentors, rules.leads, lambda one: (one.rank, one.subjects), lambda one: (one.rank, one.leads), bool
    )

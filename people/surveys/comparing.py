"""Before and after: answers to questions of one code, at the start and at the end of a program."""

from people.surveys.figures import Delta
from people.surveys.selectors import questions_of
from people.surveys.states import LEAST_ANSWERS, Kind

NUMBERS = (Kind.SCALE, Kind.YES_NO)


def compare(results, answers, earlier, former):
    """Set beside each scale and each «yes or no» what the survey ``earlier`` said to the same code.

    ``answers`` and ``former`` are the sent answers now and then; with fewer than five then nothing is compared.
    """
    if len(former) < LEAST_ANSWERS:
        return
    results.before = earlier
    codes = {each.code: each.kind for each in questions_of(earlier)}
    for counted in results.questions:
        question = counted.question
        if not counted.hidden and codes.get(question.code) == question.kind and question.kind in NUMBERS:
            counted.delta = _delta(question.code, former, answers)


def _delta(code, former, latter):
    """Of those who answered both times where both have names, otherwise of the two wholes; None below five."""
    old, new = _known(code, former), _known(code, latter)
    pairs = None
    if all(each.employment for each in [*former, *latter]):
        first = {each.employment.person_id: value for each, value in old}
        both = [(first[each.employment.person_id], value) for each, value in new if each.employment.person_id in first]
        before, after, pairs = [pair[0] for pair in both], [pair[1] for pair in both], len(both)
    else:
        before, after = [value for _each, value in old], [value for _each, value in new]
    if min(len(before), len(after)) < LEAST_ANSWERS:
        return None
    return Delta(sum(before) / len(before), sum(after) / len(after), pairs)


def _known(code, answers):
    return [(each, each.answers[code]) for each in answers if code in each.answers]

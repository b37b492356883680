"""What each part counts in an organization, and what a change of it does."""

from dataclasses import dataclass

from programs.matching.models import MatchWeights
from programs.matching.scoring import full, score_matrix
from programs.matching.scoring.rules import bars_mentee
from programs.matching.selectors.loading import load_facts


def weights_row(organization):
    """The row of ``organization``, or one not saved yet with the defaults."""
    row = MatchWeights.objects.filter(organization=organization).first()
    return row or MatchWeights(organization=organization, weights=full({}))


def weights_of(organization):
    """The weights of ``organization`` by the code of the part; the defaults where it set none."""
    return full(weights_row(organization).weights)


@dataclass(frozen=True)
class Effect:
    """What other weights do to those who look for a mentor: how many there are, for how many the first one changes.

    The example is a mentee for whom it changes, else the first of them: (name, points) before and after.
    """

    mentees: int
    changed: int
    example: str = ""
    before: tuple = ()
    after: tuple = ()


def effect_of(organization, before, after):
    """The Effect of going from the weights ``before`` to ``after``."""
    mentees, mentors = load_facts(organization, organization.today())
    mentees = [one for one in mentees if not bars_mentee(one)]
    firsts = [_firsts(score_matrix(mentees, mentors, weights)) for weights in (before, after)]
    pairs = [(one, *both) for one, *both in zip(mentees, *firsts, strict=True) if all(both)]
    changed = [each for each in pairs if each[1][0] != each[2][0]]
    shown = next(iter(changed or pairs), None)
    if shown is None:
        return Effect(0, 0)
    return Effect(len(pairs), len(changed), shown[0].name, *((first[1], first[2]) for first in shown[1:]))


def _firsts(matrix):
    """For each mentee (key, name, points) of the first mentor of the ranking, or None."""
    found = []
    for totals, barred in zip(matrix.total, matrix.barred, strict=True):
        free = [
            (-round(total), mentor)
            for total, mentor, is_barred in zip(totals, matrix.mentors, barred, strict=True)
            if not is_barred
        ]
        best = min(free, key=lambda each: each[0], default=None)
        found.append(best and (best[1].pk, best[1].name, -best[0]))
    return found

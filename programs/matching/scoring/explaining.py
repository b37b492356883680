"""The score of one pair in words; its figures are those of the matrix."""

from dataclasses import dataclass

from programs.matching.scoring import rules, values
from programs.matching.scoring.parts import PARTS
from programs.matching.scoring.weights import full, weigh


@dataclass(frozen=True)
class PartScore:
    """One part of one pair: the value from 0 to 1, what it counts, and why. ``missing`` sides lack a fact."""

    code: str
    label: str
    value: float
    weight: int
    sentence: str
    missing: tuple[str, ...] = ()

    @property
    def percent(self):
        return round(100 * self.value)


@dataclass(frozen=True)
class Score:
    """The total from 0 to 100, its parts, what stands in the way, and what is good to know."""

    total: float
    parts: tuple[PartScore, ...]
    barriers: tuple[rules.Barrier, ...]
    remarks: tuple[str, ...]

    @property
    def points(self):
        return round(self.total)

    @property
    def is_barred(self):
        return any(not barrier.may_override for barrier in self.barriers)

    @property
    def asks_reason(self):
        return any(barrier.may_override for barrier in self.barriers)


def explain(mentee, mentor, weights):
    """The Score of one pair of facts under ``weights`` by code."""
    weights = full(weights)
    found = {code: values.VALUES[code](mentee, mentor) for code in PARTS}
    parts = []
    for code, part in PARTS.items():
        said = part.say(mentee, mentor)
        parts.append(PartScore(code, str(part.label), found[code], weights[code], said.sentence, said.missing))
    return Score(
        float(weigh(found, weights)),
        tuple(parts),
        tuple(rules.barriers(mentee, mentor)),
        tuple(rules.remarks(mentee, mentor)),
    )

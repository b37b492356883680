"""The ranking of mentors for one mentee, and what became of it."""

from dataclasses import dataclass

from programs.matching.models import MatchChoice
from programs.matching.scoring import MENTEE, Barrier, MenteeFacts, MentorFacts, Score, explain
from programs.matching.scoring.rules import barriers_of_mentee
from programs.matching.selectors.loading import load_facts_of
from programs.matching.selectors.weighing import weights_of


@dataclass(frozen=True)
class Candidate:
    """One mentor in the ranking: the place counts from 1, those with as many points share it.

    ``barriers`` are those of the mentor and of the pair; what bars the mentee from everybody stands apart.
    """

    mentor: MentorFacts
    score: Score
    place: int = 0
    ties: tuple[str, ...] = ()

    @property
    def barriers(self):
        return [barrier for barrier in self.score.barriers if barrier.side != MENTEE]

    @property
    def can_be_chosen(self):
        return all(barrier.may_override for barrier in self.barriers)

    @property
    def asks_reason(self):
        """Whether a choice needs a reason: somebody stands before, or a rule may be overridden."""
        return self.place > 1 or self.score.asks_reason


@dataclass(frozen=True)
class Suggestion:
    """Everybody who may be chosen for the mentee, the best first, and those who may not with the reasons."""

    mentee: MenteeFacts
    barriers: tuple[Barrier, ...]
    candidates: tuple[Candidate, ...]
    left_out: tuple[Candidate, ...]

    def candidate(self, pk):
        """The candidate with this bank entry, or None."""
        return next((each for each in self.candidates if each.mentor.pk == pk), None)

    @property
    def ranking(self):
        """What is kept of it: the key of the entry and the points of each, the best first."""
        return [{"mentor": each.mentor.pk, "total": each.score.points} for each in self.candidates]


def suggest(mentee_entry):
    """The Suggestion for one mentee by the weights of the organization, as the banks stand today."""
    weights = weights_of(mentee_entry.employment.organization)
    mentee, mentors = load_facts_of(mentee_entry)
    found = [Candidate(mentor, explain(mentee, mentor, weights)) for mentor in mentors]
    return Suggestion(
        mentee,
        tuple(barriers_of_mentee(mentee)),
        _ranked([each for each in found if each.can_be_chosen]),
        tuple(each for each in found if not each.can_be_chosen),
    )


def _ranked(candidates):
    """By points, whole ones: a fraction tells nobody apart; those alike by name, as the banks list them."""
    rows = sorted(candidates, key=lambda each: -each.score.points)
    points = [each.score.points for each in rows]
    return tuple(
        Candidate(
            each.mentor,
            each.score,
            points.index(each.score.points) + 1,
            tuple(other.mentor.name for other in rows if other is not each and other.score.points == each.score.points),
        )
        for each in rows
    )


def choice_of(mentorship):
    """The choice that led to a pair, or None where it was proposed without the ranking."""
    return MatchChoice.objects.filter(mentorship=mentorship).select_related("by__person").first()

"""Both banks as numbers for the machine, and one mentee's choice for a change by hand."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext as _

from people.banks.models import MenteeEntry
from people.banks.states import EntryState
from people.organizations.selectors import regulation_on
from programs.matching.assignment import Task
from programs.matching.models import PlanLine
from programs.matching.scoring.matrix import score_matrix
from programs.matching.scoring.rules import barriers, barriers_of_mentee
from programs.matching.selectors.loading import load_facts, load_facts_of
from programs.matching.selectors.weighing import weights_of
from programs.mentorships.selectors import mentees_to_choose


def group_kinds(settings):
    """The kinds of the regulation that need several mentees."""
    return [item for item in settings.kinds.items if item.enabled and item.min_mentees > 1]


def group_size_of(organization):
    """The least size of a group by the regulation, 0 where it has no such kind."""
    sizes = [item.min_mentees for item in group_kinds(regulation_on(organization, organization.today()))]
    return min(sizes, default=0)


def mentees_waiting(organization):
    """Mentees at work without a mentor, those whose consent is still awaited too: the rules tell of them.

    Whoever learns in a reverse pair has a mentor already.
    """
    rows = mentees_to_choose(organization).filter(has_reverse=False)
    awaited = MenteeEntry.objects.of_organization(organization).filter(
        Q(employment__ends_on__isnull=True) | Q(employment__ends_on__gte=organization.today()),
        state=EntryState.CANDIDATE,
    )
    return MenteeEntry.objects.filter(Q(pk__in=rows.order_by().values("pk")) | Q(pk__in=awaited.values("pk")))


@dataclass(frozen=True)
class Bank:
    """Facts of everybody without a mentor and of all mentors, with the Task made of them."""

    mentees: tuple
    mentors: tuple
    task: Task

    @cached_property
    def _open(self):
        return [mentor for mentor in self.mentors if mentor.free]

    def barrier(self, row):
        """The rule that bars every mentor for mentee ``row``: their own, or the one met most often."""
        mentee = self.mentees[row]
        found = [each.sentence for each in barriers_of_mentee(mentee)][:2]
        if not found:
            every = [each.sentence for mentor in self._open for each in barriers(mentee, mentor)[:1]]
            found = sorted(set(every), key=lambda sentence: (-every.count(sentence), sentence))[:1]
        return {"sentences": found}


def bank_task(organization, *, aim, threshold, group_size):
    """The Bank of ``organization`` today with its Task, in a fixed number of queries."""
    import numpy as np

    mentees, mentors = load_facts(organization, organization.today())
    keys = set(mentees_waiting(organization).values_list("pk", flat=True))
    waiting = tuple(mentee for mentee in mentees if mentee.pk in keys)
    matrix = score_matrix(waiting, mentors, weights_of(organization))
    task = Task(
        total=matrix.total,
        barred=matrix.barred,
        asks=matrix.asks,
        places=np.array([mentor.free for mentor in mentors], dtype=int),
        aim=aim,
        threshold=threshold,
        requests=tuple(map(shared_request, waiting)),
        group_size=group_size,
    )
    return Bank(waiting, tuple(mentors), task)


def shared_request(mentee):
    """What a mentee asks for first: the greatest difficulty, the subject where none is known; "" for nothing."""
    if mentee.competences:
        key = min(mentee.competences, key=lambda each: (mentee.levels.get(each, 0), mentee.competences[each]))
        return mentee.competences[key][:200]
    return mentee.subject_words[:200]


@dataclass(frozen=True)
class Candidate:
    """One mentor for one mentee of a plan: score, what bars the two (sentences), places left, who holds them."""

    pk: int
    name: str
    score: float
    barriers: tuple
    left: int
    places: int

    def change(self, now):
        """What the sum of the plan gains, in points, against the present score ``now`` (None: nobody)."""
        return round(self.score - (now or 0), 2)


def candidates(line):
    """Every mentor of the bank for the mentee of ``line``, those who can be taken first, the best first."""
    mentee, mentors = load_facts_of(line.mentee_entry)
    matrix = score_matrix((mentee,), mentors, weights_of(line.plan.organization))
    held = _held(line)
    found = []
    for place, mentor in enumerate(mentors):
        names = held.get(mentor.pk, [])
        left = mentor.free - len(names)
        sentences = [_sentence(each) for each in barriers(mentee, mentor)]
        if mentor.free and left <= 0:
            text = _("No place left in this plan (%(names)s). Move somebody of them first.")
            sentences.append(text % {"names": ", ".join(names)})
        score = round(float(matrix.total[0, place]), 2)
        found.append(Candidate(mentor.pk, mentor.name, score, tuple(sentences), max(left, 0), mentor.places))
    return sorted(found, key=lambda each: (bool(each.barriers), -each.score, each.name, each.pk))


def _sentence(barrier):
    return asked_elsewhere() if barrier.may_override else barrier.sentence


def asked_elsewhere():
    """Where the reason for a line manager is asked: a plan has no field for it."""
    return _("The mentor is a line manager of the mentee. Propose this pair by itself: the reason is asked there.")


def _held(line):
    """Names of the other mentees who hold a place of each mentor in the plan of ``line`` and are not proposed yet."""
    held = {}
    rows = PlanLine.objects.filter(plan=line.plan_id).waiting().exclude(pk=line.pk).with_people()
    for other in rows:
        held.setdefault(other.mentor_entry_id, []).append(other.mentee.short_name)
    return held


def candidate_of(line, mentor_pk):
    """The Candidate ``mentor_pk`` for the mentee of ``line``, or None where there is no such mentor in the bank."""
    return next((each for each in candidates(line) if each.pk == mentor_pk), None)

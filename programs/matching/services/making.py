"""Making a plan: facts of both banks, scores, the best assignment, lines with reasons; and putting a plan aside."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import move, record
from programs.matching.assignment import solve, why_left
from programs.matching.models import MatchPlan, PlanLine
from programs.matching.selectors import bank_task, group_size_of
from programs.matching.states import PlanState, WhyLeft


@transaction.atomic
def make_plan(organization, *, by, title, aim, threshold=0, groups=True):
    """Compute who goes to whom of everybody without a mentor and keep it as a draft.

    ``threshold`` is in points of the score; ``groups`` asks for groups where the regulation has such a kind. Raises
    MoveRefused with what to do where nobody waits for a mentor or there is no mentor. Returns the MatchPlan.
    """
    size = group_size_of(organization) if groups else 0
    bank = bank_task(organization, aim=aim, threshold=threshold, group_size=size)
    if not bank.mentees:
        raise MoveRefused(_("Nobody in the bank waits for a mentor. Add mentees or wait until a pair ends."))
    if not any(mentor.can_be_chosen and mentor.is_at_work for mentor in bank.mentors):
        raise MoveRefused(_("There is no mentor to choose in the bank. Add mentors or confirm those who wait."))
    solution = solve(bank.task)
    plan = MatchPlan.objects.create(
        organization=organization,
        title=clean_text(title).strip(),
        options={"aim": aim, "threshold": threshold, "group_size": size},
        computed={"served": solution.served, "total": solution.total},
        made_by=by,
        made_at=now(),
    )
    PlanLine.objects.bulk_create(_lines(plan, bank, solution), batch_size=500)
    record(plan, gettext_noop("Plan computed"), by=by, to_state=PlanState.DRAFT)
    return plan


def _lines(plan, bank, solution):
    for row, (mentee, place) in enumerate(zip(bank.mentees, solution.mentors, strict=True)):
        line = PlanLine(plan=plan, mentee_entry_id=mentee.pk, request=bank.task.requests[row])
        if place >= 0:
            line.mentor_entry_id = line.computed_mentor_id = bank.mentors[place].pk
            line.score = round(float(bank.task.total[row, place]), 2)
            line.in_group = bool(solution.groups[row])
        else:
            left = why_left(bank.task, solution.mentors, row)
            line.why, line.why_values = left.why, _why_values(bank, row, left)
        yield line


def _why_values(bank, row, left):
    """The names and the rule of a reason, as the sentences of ``selectors`` need them."""
    if left.why == WhyLeft.BARRED:
        return bank.barrier(row)
    if left.mentor < 0:
        return {}
    return {
        "mentor": bank.mentors[left.mentor].name,
        "score": left.score,
        "holders": [
            [bank.mentees[each].name, round(float(bank.task.total[each, left.mentor]), 2)] for each in left.holders
        ],
    }


def drop_plan(plan, *, by):
    """Put a plan aside; what was proposed by it stays. Raises MoveRefused where everything is proposed already."""
    return move(plan, PlanState.DROPPED, by=by, deed=gettext_noop("Plan put aside"))

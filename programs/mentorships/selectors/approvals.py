"""The chain of approvals between «both agreed» and the order, as the regulation of the day has it."""

from dataclasses import dataclass

from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.mentorships.states import BEFORE_ORDER, MentorshipState


@dataclass(frozen=True)
class Step:
    """One step of the chain with its approval, if it was given; ``is_next`` is the one that waits now."""

    code: str
    label: str
    role: str
    needs_document: bool
    approval: object = None
    is_next: bool = False


def chain_of(organization):
    """The section ``pairing`` of the regulation in force today."""
    return regulation_on(organization, organization.today()).pairing


def approval_steps(mentorship):
    """Every step of the chain in its order; approvals given under an earlier chain stand at the end.

    A pair that waits for an answer has no next step yet: it starts when everybody has agreed. Once the pair is in an
    order, only what was approved is shown: a chain that came later asks nothing of it.
    """
    given = {approval.step: approval for approval in mentorship.approvals.select_related("by__person")}
    steps, waits = [], mentorship.state == MentorshipState.AGREED
    chain = chain_of(mentorship.organization).approvals if mentorship.state in BEFORE_ORDER else ()
    for each in chain:
        approval = given.pop(each.code, None)
        is_next = waits and approval is None
        waits = waits and not is_next
        steps.append(Step(each.code, each.label, each.role, each.needs_document, approval, is_next))
    return steps + [Step(row.step, row.label, "", False, row) for row in given.values()]


def next_approval(mentorship):
    """The step that waits for a decision now, or None."""
    if mentorship.state != MentorshipState.AGREED or not chain_of(mentorship.organization).approvals:
        return None
    return next((step for step in approval_steps(mentorship) if step.is_next), None)


def lacking_approvals(mentorship):
    """The steps of today's chain that the pair has not passed."""
    chain = chain_of(mentorship.organization).approvals
    given = set(mentorship.approvals.values_list("step", flat=True)) if chain else ()
    return [step for step in chain if step.code not in given]


def awaiting_approval_of(actor):
    """Agreed pairs whose next step belongs to a role of ``actor``: for their list of duties."""
    chain = chain_of(actor.organization).approvals
    if not any(actor.has(step.role) for step in chain):
        return []
    rows = Mentorship.objects.filter(organization=actor.organization, state=MentorshipState.AGREED).with_people()
    found = [(row, next_approval(row)) for row in rows]
    return [row for row, step in found if step and actor.has(step.role)]

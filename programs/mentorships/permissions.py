"""Who may open which address of the room."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, sysadmin
from people.organizations.selectors import regulation_on

readers = director | curator | council | psychologist | sysadmin


@rules.predicate
def takes_part(actor, mentorship):
    """On either side, as long as the mentee has not left."""
    if mentorship is None or actor.employment is None:
        return False
    mine = actor.employment.pk
    return mentorship.mentor_entry.employment_id == mine or any(
        member.mentee_entry.employment_id == mine for member in mentorship.current_members
    )


@rules.predicate
def mentors(actor, mentorship):
    """The mentor of the pair."""
    if mentorship is None or actor.employment is None:
        return False
    return mentorship.mentor_entry.employment_id == actor.employment.pk


@rules.predicate
def asked_for(actor, counter):
    """Whose wish the counter-proposal is."""
    return counter is not None and counter.by_id == actor.user.pk


@rules.predicate
def decides_next(actor, mentorship):
    """The role of the step that comes next in the chain of approvals."""
    if mentorship is None:
        return False
    approvals = set(mentorship.approvals.values_list("step", flat=True))
    chain = regulation_on(mentorship.organization, actor.today()).pairing.approvals
    waiting = next((step for step in chain if step.code not in approvals), None)
    return waiting is not None and actor.has(waiting.role)


RIGHTS = {
    "programs:mentorship_list": readers | mentor | mentee,
    "programs:mentorship_propose": curator | council,
    "programs:mentorship_card": readers | takes_part,
    "programs:mentorship_agreement": curator,
    "programs:mentorship_accept": takes_part,
    # Those asked decline; the curator withdraws.
    "programs:mentorship_decline": curator | takes_part,
    "programs:mentorship_edit": curator | council,
    # Nobody decides on a pair of their own.
    "programs:mentorship_approve": decides_next & ~takes_part,
    "programs:mentorship_join": curator | council,
    "programs:mentorship_leave": curator,
    "programs:mentorship_shrunken": curator,
    "programs:mentorship_suspend": curator,
    "programs:mentorship_resume": curator,
    "programs:mentorship_counter": takes_part,
    "programs:counter_card": curator | council | asked_for,
    "programs:mentorship_sympathy": takes_part,
    # The answers are the curator's alone, and never those about the curator.
    "programs:mentorship_sympathies": curator & ~takes_part,
    "programs:mentorship_meeting": curator | mentors,
    "programs:mentorship_met": curator | mentors,
}

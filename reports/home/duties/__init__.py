"""What needs somebody today: duties by role, most urgent first, never more than a dozen shown."""

from people.accounts.states import Role
from reports.home.duties import (
    applications,
    beginning,
    changes,
    council,
    curator,
    founding,
    issued,
    matching,
    meetings,
    network,
    ordering,
    others,
    pairs,
    papers,
    participant,
    support,
    surveys,
    visas,
)
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import possible

__all__ = ["AT_MOST", "Duty", "duties_of"]
AT_MOST = 12

DUTIES = {
    Role.DIRECTOR: (
        others.orders_to_sign,
        issued.to_sign,
        applications.to_do,
        founding.regulation_to_approve,
        others.roadmap_to_approve,
        founding.pairs_to_approve,
        network.to_decide,
    ),
    Role.CURATOR: (
        beginning.staff_to_load,
        beginning.banks_to_fill,
        founding.regulation_in_hand,
        founding.roadmap_without_order,
        founding.nobody_appointed,
        curator.orders_in_hand,
        issued.returned,
        founding.pairs_to_approve,
        founding.newcomers,
        applications.to_do,
        applications.filed,
        curator.ready_for_order,
        changes.order_of_applications,
        changes.done_by_program,
        curator.programs_to_approve,
        curator.without_consent,
        curator.without_mentor,
        matching.to_propose,
        council.votes_over,
        council.not_recommended,
        support.waiting_long,
        network.to_decide,
        network.to_end,
        pairs.wishes,
        pairs.one_left,
        pairs.orders_with_gone,
        pairs.closed_by_leaving,
        pairs.leaving_soon,
        pairs.rested_too_long,
        pairs.sympathy_to_read,
        pairs.to_talk_with,
        pairs.meetings,
        pairs.programs_left_open,
        curator.unanswered,
        curator.pairs_without_program,
        curator.overdue_events,
        curator.roadmap,
        curator.not_acquainted,
        curator.stale_cards,
        curator.unfinished_imports,
        papers.agreements_ending,
        papers.agreements_to_sign,
        ordering.pay_without_order,
        ordering.monitoring_without_order,
        papers.consents_ending,
        surveys.proposals_to_decide,
        surveys.asked_without_account,
        surveys.results_to_read,
        meetings.to_mark,
    ),
    Role.COUNCIL: (
        applications.to_do,
        council.votes_awaited,
        council.decisions_awaited,
        founding.pairs_to_approve,
        pairs.wishes,
        matching.to_propose,
        others.proposals_to_discuss,
        meetings.to_mark,
    ),
    Role.PSYCHOLOGIST: (support.to_support,),
    Role.MENTOR: (
        participant.proposals,
        network.to_decide,
        network.to_open,
        applications.to_do,
        participant.programs_to_write,
        participant.programs_to_agree,
        participant.events,
        pairs.sympathy,
        pairs.meetings,
        applications.filed,
    ),
    Role.MENTEE: (
        participant.proposals,
        applications.to_do,
        participant.programs_to_write,
        participant.programs_to_agree,
        participant.events,
        pairs.sympathy,
        applications.filed,
    ),
    Role.STAFF: (
        participant.consents,
        visas.visas_to_give,
        participant.orders_to_read,
        participant.help_asked,
        participant.events_to_help,
        papers.own_cards,
        surveys.to_answer,
        meetings.to_come_to,
    ),
    Role.SYSADMIN: (
        beginning.staff_to_load,
        founding.regulation_in_hand,
        others.staff_without_account,
        curator.unfinished_imports,
    ),
}
TONES = [URGENT, WEEK, LATER]


def duties_of(actor):
    """Every duty of ``actor`` today, urgent ones first, each once however many roles bring it."""
    day = actor.today()
    collectors = dict.fromkeys(collect for role, ways in DUTIES.items() if actor.has(role) for collect in ways)
    found = [duty for collect in possible(collectors, actor, day) for duty in collect(actor, day)]
    return sorted(found, key=lambda duty: TONES.index(duty.tone))

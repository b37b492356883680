"""Pairs that may not go on, are taken over or are done with their program, and have no order yet."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.mentorships.states import RUNNING, MentorshipState
from programs.models import Mentorship, Program
from programs.orders.states import OrderKind
from programs.plans.states import ENDED
from reports.home.duties.base import URGENT, WEEK, Duty, waiting
from reports.home.standing import needs, standing
from reports.orders.selectors import closing_pairs, ended_programs, waiting_for

NAMED = 3
PAGES = {
    OrderKind.REPLACEMENT: "reports:order_replacement_draft",
    OrderKind.TERMINATION: "reports:order_termination_draft",
}


@needs(standing(Mentorship, MentorshipState.AGREED, *RUNNING))
def order_of_applications(actor, day):
    """What waits for an order without an application of its own, one duty for each kind of order.

    Granted applications stand among those whose turn it is (``applications``).
    """
    return [duty for kind, page in PAGES.items() for duty in _of_kind(actor, kind, page, day)]


@needs(standing(Program, *ENDED))
def done_by_program(actor, day):
    """Pairs at work whose program has ended: the order on the results completes them."""
    rows = list(closing_pairs(ended_programs(actor.organization)))
    if not rows:
        return []
    title = ngettext(
        "%(n)s program has ended, and its pair waits for the order on the results",
        "%(n)s programs have ended, and their pairs wait for the order on the results",
        len(rows),
    )
    named = "; ".join(str(row.mentorship) for row in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    tone = waiting(min(row.ended_on for row in rows), day)
    return [
        Duty(title % {"n": len(rows)}, _("Prepare the order"), actor.url("reports:order_results_draft"), named, tone)
    ]


def _of_kind(actor, kind, page, day):
    lines = [one for one in waiting_for(kind, actor.organization) if not one.change.application_id]
    if not lines:
        return []
    if kind == OrderKind.TERMINATION:
        title = ngettext(
            "%(n)s pair or place in a group is to be ended by an order",
            "%(n)s pairs and places in groups are to be ended by an order",
            len(lines),
        )
    else:
        title = ngettext("%(n)s new pair waits to take over", "%(n)s new pairs wait to take over", len(lines))
    return [_duty(actor, title % {"n": len(lines)}, page, lines, day)]


def _duty(actor, title, page, lines, day):
    named = "; ".join(f"{one.title}: {one.detail}" for one in lines[:NAMED]) + (" …" if len(lines) > NAMED else "")
    tone = URGENT if any(one.change.day <= day for one in lines) else WEEK
    return Duty(title, _("Draft the order"), actor.url(page), named, tone)

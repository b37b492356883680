"""Pairs that may not go on, or that are taken over, and have no order yet."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.orders.states import OrderKind
from reports.home.duties.base import URGENT, WEEK, Duty
from reports.orders.selectors import waiting_for

NAMED = 3
PAGES = {
    OrderKind.REPLACEMENT: "reports:order_replacement_draft",
    OrderKind.TERMINATION: "reports:order_termination_draft",
}


def order_of_applications(actor, day):
    """What waits for an order without an application of its own, one duty for each kind of order.

    Granted applications stand among those whose turn it is (``applications``).
    """
    return [duty for kind, page in PAGES.items() for duty in _of_kind(actor, kind, page, day)]


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

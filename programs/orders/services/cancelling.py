"""An order about another one: what it needs, and the end of the order it cancels."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.history.services import move, record
from programs.orders.services import guards
from programs.orders.states import OrderState


def check_earlier(order):
    """Lock the order ``order`` cancels or rewords. Raises MoveRefused unless that one is in force.

    Returns the locked row.
    """
    if order.earlier is None:
        raise MoveRefused(_("The order does not say which order it is about. Begin it on the card of that order."))
    earlier = guards.lock(order.earlier)
    if not earlier.is_registered:
        message = _("The order № %(number)s is not in force: its state is “%(state)s”. Drop this draft.")
        raise MoveRefused(message % {"number": earlier.number_text, "state": earlier.get_state_display()})
    return earlier


@transaction.atomic
def cancel_order(order, *, by):
    """End the order that the registered ``order`` cancels; its paper stays as it was. Raises MoveRefused."""
    earlier = check_earlier(order)
    return move(
        earlier, OrderState.CANCELLED, by=by, deed=gettext_noop("Cancelled by another order"), reason=cited(order)
    )


@transaction.atomic
def mark_reworded(order, *, by):
    """Write into the history of the order that the registered ``order`` rewords that it did. Raises MoveRefused."""
    earlier = check_earlier(order)
    record(earlier, gettext_noop("Changed by another order"), by=by, reason=cited(order))
    return earlier


def cited(order):
    """«№ 52-од of 01.12.2026»."""
    return _("№ %(number)s of %(day)s") % {"number": order.number_text, "day": date_numeric(order.signed_on)}

"""What the cancellation of an order would do: the step itself, done in a transaction and taken back."""

from django.db import transaction

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from programs.orders.models import Order
from programs.orders.states import OrderKind
from reports.orders.services.kinds import kind_of
from reports.orders.services.undoing import undo_marks
from reports.orders.services.undone import Undone


def undone_by(order, *, by):
    """What ``order`` has taken back by cancelling another one, before its signature what it would; None for others."""
    if not order.cancels_id:
        return None
    if order.is_signed:
        return Undone(tuple(order.details.get("undone", ())), tuple(order.details.get("kept", ())))
    return what_undoing_does(order.cancels, by=by) if order.cancels.is_registered else Undone()


def what_undoing_does(order, *, by):
    """What cancelling the registered ``order`` today would take back and what would stay (``Undone``)."""
    with transaction.atomic():
        earlier = Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)
        stand_in = Order.objects.create(
            organization=earlier.organization,
            kind=OrderKind.CANCELLATION,
            heading=earlier.heading,
            cancels=earlier,
            drafted_by=by,
            drafted_at=now(),
        )
        stand_in.signed_on, stand_in.number_text = earlier.organization.today(), "…"
        try:
            undone = kind_of(earlier).undo(earlier, stand_in, by=by) + undo_marks(earlier)
        except MoveRefused as refusal:
            undone = Undone(kept=tuple(refusal.messages))
        transaction.set_rollback(True)
    return undone

"""The one mover: a locked row, the allowed step, and the history row in one transaction."""

from django.db import transaction

from mentoring.lib.dates import now
from mentoring.lib.moves import check_move
from people.history.models import Move
from people.history.signals import moved


def record(thing, deed, *, by, reason="", from_state="", to_state=""):
    """Write one line of history of ``thing``; ``deed`` is an English message id marked with gettext_noop."""
    return Move.objects.create(
        thing=thing, deed=deed, by=by, reason=reason, from_state=from_state, to_state=to_state, at=now()
    )


@transaction.atomic
def move(thing, to, *, by, deed, reason="", held=None, **changes):
    """Bring ``thing`` into the state ``to``, set ``changes`` on it and write its history.

    ``thing`` names its table of allowed moves as ``MOVES``. The row is locked and read again, so two people
    cannot both make the same step: the second gets MoveRefused. ``held`` is that row where the deed has it locked and
    read, be it ``thing`` itself. Rooms that follow things are told by ``moved``. Returns ``thing`` with the new values.
    """
    row = held or type(thing)._base_manager.select_for_update().get(pk=thing.pk)
    check_move(thing.MOVES, row.state, to, row.get_state_display())
    start = row.state
    for name, value in {"state": to, **changes}.items():
        setattr(row, name, value)
        setattr(thing, name, value)
    row.save(update_fields=["state", *changes])
    record(thing, deed, by=by, reason=reason, from_state=start, to_state=to)
    moved.send(type(thing), thing=thing, start=start, to=to, by=by)
    return thing

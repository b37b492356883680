"""Reads about the history."""

from people.history.models import Move


def timeline_of(thing):
    """What happened to ``thing``, oldest first, as the timeline of a card draws it: one query."""
    return [
        {
            "title": move.deed_label,
            "who": _who(move.by),
            "when": move.at,
            "why": move.reason,
        }
        for move in Move.objects.of(thing)
    ]


def _who(user):
    if user is None:
        return ""
    return user.person.short_name if user.person else str(user)

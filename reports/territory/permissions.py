"""Who may open which address of the room: the observers of an authority, and of those above it."""

from people.accounts.predicates import observer

RIGHTS = {"reports:territory": observer}

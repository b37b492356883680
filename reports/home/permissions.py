"""Who may open which address of the room."""

from people.accounts.predicates import insider, signed_in

RIGHTS = {
    "reports:start": signed_in,
    "reports:home": insider,
}

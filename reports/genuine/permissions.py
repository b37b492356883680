"""Who may open which address of the room: whoever holds a copy."""

from people.accounts.predicates import anybody

RIGHTS = {
    "reports:check": anybody,
    "reports:check_code": anybody,
}

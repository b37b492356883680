"""Who may open which address of the room."""

from people.accounts.predicates import anybody, signed_in

RIGHTS = {
    "people:sign_in": anybody,
    "people:sign_out": anybody,
    "people:demo_enter": anybody,
    "people:set_language": anybody,
    "people:set_look": anybody,
    "people:password_change": signed_in,
}

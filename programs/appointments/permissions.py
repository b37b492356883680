"""Who may open which address of the room."""

from people.accounts.predicates import insider

RIGHTS = {"programs:appointment_list": insider}

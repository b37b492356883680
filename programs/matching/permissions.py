"""Who may open which address of the room: permissions.md, row «match suggestion»."""

from people.accounts.predicates import council, curator, director, psychologist, sysadmin

readers = director | curator | council | psychologist | sysadmin

RIGHTS = {
    "programs:matching_suggestion": readers,
    "programs:matching_choose": curator | council,
    "programs:matching_weights": curator | sysadmin,
    "programs:matching_weights_back": curator | sysadmin,
}

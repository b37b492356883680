"""Who may open which address of the room: permissions.md, row «match suggestion»."""

from people.accounts.predicates import council, curator, director, psychologist, sysadmin

readers = director | curator | council | psychologist | sysadmin
choosers = curator | council

RIGHTS = {
    "programs:matching_suggestion": readers,
    "programs:matching_choose": choosers,
    "programs:matching_weights": curator | sysadmin,
    "programs:matching_weights_back": curator | sysadmin,
    "programs:plan_list": readers,
    "programs:plan_compare": readers,
    "programs:plan_create": choosers,
    "programs:plan_card": readers,
    "programs:plan_move": choosers,
    "programs:plan_propose": choosers,
    "programs:plan_resume": choosers,
    "programs:plan_drop": curator,
}

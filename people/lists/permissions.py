"""Who may open which address of the room: whoever reads a list keeps columns and views of it."""

import rules

from people.accounts.predicates import curator, insider


@rules.predicate
def owns_view(actor, view):
    """The view is the actor's own."""
    return view is not None and view.user_id == actor.user.pk


@rules.predicate
def is_shared(actor, view):
    return view is not None and view.is_shared


shares_views = curator

RIGHTS = {
    "people:list_columns": insider,
    "people:view_save": insider,
    "people:view_remove": owns_view | (shares_views & is_shared),
}

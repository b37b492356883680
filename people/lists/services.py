"""Writes about what readers have made of their lists."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.lists.models import ColumnChoice, SavedView

MOST_VIEWS = 30


def choose_columns(organization, list_name, columns, *, by):
    """Keep ``columns`` for the user in this list; an empty choice goes back to the columns it starts with.

    Names are not checked here: a list leaves out those it does not have.
    """
    mine = {"user": by, "organization": organization, "list_name": list_name}
    if not columns:
        ColumnChoice.objects.filter(**mine).delete()
        return
    ColumnChoice.objects.update_or_create(**mine, defaults={"columns": list(columns)})


def save_view(organization, list_name, *, name, query, is_shared=False, by):
    """Keep the query string of a list under a name; the user's own view of the same name is replaced.

    Raises MoveRefused for one view too many. Returns the SavedView.
    """
    mine = SavedView.objects.filter(user=by, organization=organization, list_name=list_name)
    if mine.count() >= MOST_VIEWS and not mine.filter(name=name).exists():
        message = _("There are %(n)s views already. Remove one you do not need, then save this one.")
        raise MoveRefused(message % {"n": MOST_VIEWS})
    view, _made = SavedView.objects.update_or_create(
        user=by,
        organization=organization,
        list_name=list_name,
        name=name,
        defaults={"query": query, "is_shared": is_shared},
    )
    return view


def remove_view(view):
    """Forget a view; the list itself stays as it is."""
    view.delete()

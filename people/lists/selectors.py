"""Reads about what readers have made of their lists."""

from people.lists.models import ColumnChoice, SavedView


def columns_for(actor, list_name):
    """The names of the columns ``actor`` keeps in the list, or nothing: one query."""
    rows = ColumnChoice.objects.filter(user=actor.user, organization=actor.organization, list_name=list_name)
    return rows.values_list("columns", flat=True).first() or []


def views_for(actor, list_name):
    """The views of the list ``actor`` sees, their own and shared ones, by name."""
    return SavedView.objects.visible_to(actor).filter(list_name=list_name)

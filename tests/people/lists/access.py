"""Who may open the addresses of the room."""

from people.models import SavedView
from tests.access_row import INSIDERS, Row


def _view(world):
    """The curator's own view: to everybody else it does not exist."""
    view = SavedView.objects.create(
        user=world.home.curator.user, organization=world.home.organization, list_name="people:mentor_list", name="Мой"
    )
    return {"pk": view.pk}


ROWS = {
    "people:list_columns": Row(None, INSIDERS),
    "people:view_save": Row(None, INSIDERS),
    "people:view_remove": Row(None, "curator", _view),
}

"""What may follow what: state tables are data, this tool only reads them."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MoveTable = Mapping[str, Iterable[str]]


class MoveRefused(ValidationError):
    """A deed the state of the thing does not allow; its message says what to do."""


def check_move(table: MoveTable, start: str, end: str, label: str) -> None:
    """Raise MoveRefused unless ``table`` allows ``start`` → ``end``; ``label`` names the present state."""
    if end not in table.get(start, ()):
        raise MoveRefused(
            _("This is not possible while the state is “%(state)s”. Refresh the page to see what changed.")
            % {"state": label}
        )

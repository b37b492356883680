"""Nobody's text is lost: a row knows its version, and a stale save shows both texts."""

from django.db import models
from django.db.models import F


class StaleSave(Exception):
    """Somebody saved the row meanwhile; ``current`` is the row as it stands now."""

    def __init__(self, current):
        super().__init__("stale version")
        self.current = current


class Versioned(models.Model):
    """A row that several people may edit at once."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def save_version(row: Versioned, fields: list[str], *, expected: int) -> None:
    """Write ``fields`` of ``row`` if it still has version ``expected``, and count the version on.

    Raises StaleSave with the row as it stands if somebody was quicker; then nothing is written.
    """
    model = type(row)
    values = {name: getattr(row, name) for name in fields}
    changed = model._base_manager.filter(pk=row.pk, version=expected).update(**values, version=F("version") + 1)
    if not changed:
        raise StaleSave(model._base_manager.get(pk=row.pk))
    row.version = expected + 1

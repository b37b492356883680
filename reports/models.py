"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument
from reports.issued.models import Commissioner, IssuedPaper, IssuedSeries

__all__ = ["Commissioner", "FrozenDocument", "IssuedPaper", "IssuedSeries"]

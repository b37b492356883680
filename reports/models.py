"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument
from reports.printing.models import PaperJob

__all__ = ["FrozenDocument", "PaperJob"]

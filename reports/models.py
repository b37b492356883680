"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument, PaperTemplate

__all__ = ["FrozenDocument", "PaperTemplate"]

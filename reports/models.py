"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument, PaperTemplate
from reports.orders.models import OrderFile

__all__ = ["FrozenDocument", "OrderFile", "PaperTemplate"]

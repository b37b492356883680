"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument
from reports.orders.models import OrderTemplate

__all__ = ["FrozenDocument", "OrderTemplate"]

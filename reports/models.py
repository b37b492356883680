"""The tables of all rooms, where Django looks for them."""

from reports.documents.models import FrozenDocument, PaperTemplate
from reports.issued.models import Commissioner, IssuedPaper, IssuedSeries
from reports.orders.models import OrderFile, OrderTemplate
from reports.printing.models import PaperJob

__all__ = [
    "Commissioner",
    "FrozenDocument",
    "IssuedPaper",
    "IssuedSeries",
    "OrderFile",
    "OrderTemplate",
    "PaperJob",
    "PaperTemplate",
]

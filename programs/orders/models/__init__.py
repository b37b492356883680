"""The order as a legal fact: its series and number, its text, what it holds, those it names."""

from programs.orders.models.orders import (
    RELEASED_FROM,
    Acquaintance,
    AcquaintanceMethod,
    Order,
    OrderSeries,
    OrderSubject,
)
from programs.orders.models.pairs import OrderedChange, OrderedMentorship
from programs.orders.models.people import OrderedPerson

__all__ = [
    "RELEASED_FROM",
    "Acquaintance",
    "AcquaintanceMethod",
    "Order",
    "OrderSeries",
    "OrderSubject",
    "OrderedChange",
    "OrderedMentorship",
    "OrderedPerson",
]

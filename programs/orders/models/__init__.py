"""The order as a legal fact: its series and number, its text, what it holds, those it names and who sees it first."""

from programs.orders.models.orders import (
    RELEASED_FROM,
    Acquaintance,
    AcquaintanceMethod,
    Order,
    OrderSeries,
    OrderSubject,
    number_key,
)
from programs.orders.models.pairs import OrderedChange, OrderedMentorship
from programs.orders.models.people import OrderedPerson
from programs.orders.models.programs import OrderedProgram
from programs.orders.models.visas import OrderVisa

__all__ = [
    "RELEASED_FROM",
    "Acquaintance",
    "AcquaintanceMethod",
    "Order",
    "OrderSeries",
    "OrderSubject",
    "OrderVisa",
    "OrderedChange",
    "OrderedMentorship",
    "OrderedPerson",
    "OrderedProgram",
    "number_key",
]

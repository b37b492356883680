"""The tables of all rooms, where Django looks for them."""

from programs.mentorships.models import Member, Mentorship
from programs.orders.models import Acquaintance, Order, OrderedMentorship, OrderSeries, OrderSubject
from programs.plans.models import Event, Evidence, KeptText, Program, ProgramTemplate
from programs.roadmap.models import Item, Roadmap, Stage

__all__ = [
    "Acquaintance",
    "Event",
    "Evidence",
    "Item",
    "KeptText",
    "Member",
    "Mentorship",
    "Order",
    "OrderSeries",
    "OrderSubject",
    "OrderedMentorship",
    "Program",
    "ProgramTemplate",
    "Roadmap",
    "Stage",
]

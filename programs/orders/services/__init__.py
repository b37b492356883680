"""Every write of the room: the draft and its way to the signature, the number, the acquaintance."""

from programs.orders.services.acquaintance import acknowledge, add_readers, remind_of_acquaintance, remind_unread
from programs.orders.services.drafting import (
    draft_order,
    drop_order,
    return_order,
    rewrite_order,
    submit_order,
    update_order,
)
from programs.orders.services.registration import register_order

__all__ = [
    "acknowledge",
    "add_readers",
    "draft_order",
    "drop_order",
    "register_order",
    "remind_of_acquaintance",
    "remind_unread",
    "return_order",
    "rewrite_order",
    "submit_order",
    "update_order",
]

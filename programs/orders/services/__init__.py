"""Every write of the room: the draft and its way to the signature, the number, the acquaintance."""

from programs.orders.services.acquaintance import acknowledge, remind_of_acquaintance
from programs.orders.services.drafting import (
    draft_order,
    drop_order,
    return_order,
    rewrite_order,
    submit_order,
    update_order,
    with_texts,
)
from programs.orders.services.registration import register_order

__all__ = [
    "acknowledge",
    "draft_order",
    "drop_order",
    "register_order",
    "remind_of_acquaintance",
    "return_order",
    "rewrite_order",
    "submit_order",
    "update_order",
    "with_texts",
]

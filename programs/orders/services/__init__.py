"""Every write of the room: the draft and its way to the signature, the number, the acquaintance."""

from programs.orders.services.acquaintance import acknowledge, add_readers, remind_of_acquaintance, remind_unread
from programs.orders.services.cancelling import cancel_order, check_earlier, cited, mark_reworded
from programs.orders.services.drafting import (
    draft_order,
    drop_order,
    hold_draft,
    return_order,
    rewrite_order,
    submit_order,
    update_order,
    with_texts,
)
from programs.orders.services.registration import register_order, set_next_number
from programs.orders.services.visas import ask_for_visas, give_visa, refuse_visa

__all__ = [
    "acknowledge",
    "add_readers",
    "ask_for_visas",
    "cancel_order",
    "check_earlier",
    "cited",
    "draft_order",
    "drop_order",
    "give_visa",
    "hold_draft",
    "mark_reworded",
    "refuse_visa",
    "register_order",
    "remind_of_acquaintance",
    "remind_unread",
    "return_order",
    "rewrite_order",
    "set_next_number",
    "submit_order",
    "update_order",
    "with_texts",
]

"""Every write of the room: opening for the network, asking, agreeing, granting, ending."""

from people.network.services.ending import end_grant, finish_idle, follow_consent, follow_entry, keep_grants
from people.network.services.granting import accept_grant, agree_grant, ask_for, refuse_grant, sign_grant
from people.network.services.offers import close_offer, open_offer, propose_opening

__all__ = [
    "accept_grant",
    "agree_grant",
    "ask_for",
    "close_offer",
    "end_grant",
    "finish_idle",
    "follow_consent",
    "follow_entry",
    "keep_grants",
    "open_offer",
    "propose_opening",
    "refuse_grant",
    "sign_grant",
]

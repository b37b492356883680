"""Every write of the room: filing, consent, visa, mediation, decision, the new mentor, the order."""

from programs.applications.services.answering import answer_application
from programs.applications.services.deciding import decide_application, give_visa, put_on_agenda, record_mediation
from programs.applications.services.filing import drop_kept, file_application, keep_application, withdraw_application
from programs.applications.services.ordering import carry_out, close_ended, leave_order, take_into_order
from programs.applications.services.succeeding import propose_successor

__all__ = [
    "answer_application",
    "carry_out",
    "close_ended",
    "decide_application",
    "drop_kept",
    "file_application",
    "give_visa",
    "keep_application",
    "leave_order",
    "propose_successor",
    "put_on_agenda",
    "record_mediation",
    "take_into_order",
    "withdraw_application",
]

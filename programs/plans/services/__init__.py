"""Every write about programs: the text and the plan, the agreement, the work, the end."""

from programs.plans.services.agreement import (
    agree_program,
    approve_by_order,
    approve_program,
    check_for_order,
    return_program,
    take_back_approval,
)
from programs.plans.services.carrying import carry_program, end_program_by_order
from programs.plans.services.changing import check_earlier, correct_program, extend_program, shorten_program
from programs.plans.services.ending import complete_program, terminate_program
from programs.plans.services.helping import accept_help, decline_help, invite_helper, withdraw_helper
from programs.plans.services.marking import cancel_event, mark_event, remove_evidence, reschedule_event, unmark_event
from programs.plans.services.seeding import seed_templates
from programs.plans.services.writing import (
    add_event,
    create_program,
    drop_kept_text,
    edit_event,
    edit_program,
    keep_text,
    remove_event,
)

__all__ = [
    "accept_help",
    "add_event",
    "agree_program",
    "approve_by_order",
    "approve_program",
    "cancel_event",
    "carry_program",
    "check_earlier",
    "check_for_order",
    "complete_program",
    "correct_program",
    "create_program",
    "decline_help",
    "drop_kept_text",
    "edit_event",
    "edit_program",
    "end_program_by_order",
    "extend_program",
    "invite_helper",
    "keep_text",
    "mark_event",
    "remove_event",
    "remove_evidence",
    "reschedule_event",
    "return_program",
    "seed_templates",
    "shorten_program",
    "take_back_approval",
    "terminate_program",
    "unmark_event",
    "withdraw_helper",
]

"""Every write about consents, their texts and supplementary agreements."""

from people.consents.services.agreements import (
    draft_agreement,
    drop_agreement,
    edit_agreement,
    follow_agreements,
    give_notice,
    sign_agreement,
)
from people.consents.services.calendar import remind_of_ending
from people.consents.services.consents import (
    expire_consents,
    give_consent,
    hold_consents,
    record_paper_consent,
    refuse_consent,
    remind_of,
    request_consent,
    withdraw_consent,
)
from people.consents.services.texts import ensure_texts, first_day, is_ahead, present_text, save_text

__all__ = [
    "draft_agreement",
    "drop_agreement",
    "edit_agreement",
    "ensure_texts",
    "expire_consents",
    "first_day",
    "follow_agreements",
    "give_consent",
    "give_notice",
    "hold_consents",
    "is_ahead",
    "present_text",
    "record_paper_consent",
    "refuse_consent",
    "remind_of",
    "remind_of_ending",
    "request_consent",
    "save_text",
    "sign_agreement",
    "withdraw_consent",
]

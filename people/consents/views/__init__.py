"""Pages of the room of consents."""

from people.consents.views.agreements import (
    agreement_card,
    agreement_create,
    agreement_drop,
    agreement_edit,
    agreement_list,
    agreement_notice,
    agreement_scan,
    agreement_sign,
    agreement_workbook,
)
from people.consents.views.answers import (
    consent_card,
    consent_give,
    consent_mine,
    consent_refuse,
    consent_renew,
    consent_scan,
    consent_withdraw,
)
from people.consents.views.entering import consent_paper, consent_request
from people.consents.views.register import (
    consent_list,
    consent_missing,
    consent_register,
    consent_register_workbook,
    consent_remind,
)
from people.consents.views.texts import consent_text_card, consent_text_create, consent_text_list

__all__ = [
    "agreement_card",
    "agreement_create",
    "agreement_drop",
    "agreement_edit",
    "agreement_list",
    "agreement_notice",
    "agreement_scan",
    "agreement_sign",
    "agreement_workbook",
    "consent_card",
    "consent_give",
    "consent_list",
    "consent_mine",
    "consent_missing",
    "consent_paper",
    "consent_refuse",
    "consent_register",
    "consent_register_workbook",
    "consent_remind",
    "consent_renew",
    "consent_request",
    "consent_scan",
    "consent_text_card",
    "consent_text_create",
    "consent_text_list",
    "consent_withdraw",
]

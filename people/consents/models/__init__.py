"""Consent texts with versions, the register of consents, supplementary agreements."""

from people.consents.models.agreements import AGREEMENT_READERS, Agreement, agreement_path
from people.consents.models.consents import REGISTER_READERS, Consent, ConsentText, Disclosure, scan_path

__all__ = [
    "AGREEMENT_READERS",
    "REGISTER_READERS",
    "Agreement",
    "Consent",
    "ConsentText",
    "Disclosure",
    "agreement_path",
    "scan_path",
]

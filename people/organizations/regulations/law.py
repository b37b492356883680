"""Where the law is newer than the regulation: what it demands in any case, and warnings."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from .loading import Problem
from .settings import RegulationSettings

# Art. 351.8 of the Labor Code (381-FZ of 09.11.2024): written consent and a supplementary agreement.
MENTORING_LAW_IN_FORCE_ON = date(2025, 3, 1)


def mentor_consent_required(settings: RegulationSettings, on: date) -> bool:
    """Tell whether a mentor must consent in writing: by the regulation, and since 01.03.2025 by law."""
    return settings.consent.mentor_required or on >= MENTORING_LAW_IN_FORCE_ON


def agreement_required(settings: RegulationSettings, on: date) -> bool:
    """Tell whether mentoring needs a supplementary agreement: by the settings, from 01.03.2025 on."""
    return settings.agreement.required and on >= MENTORING_LAW_IN_FORCE_ON


def legal_warnings(settings: RegulationSettings, on: date) -> list[Problem]:
    """Return the settings that the law in force on the day overrides or makes risky, each with what to do."""
    doubts = {
        "consent.mentor_required": (
            not settings.consent.mentor_required and on >= MENTORING_LAW_IN_FORCE_ON,
            _("The law asks for the mentor's written consent (Labor Code, 351.8). Amend the regulation."),
        ),
        "agreement.required": (
            not settings.agreement.required and on >= MENTORING_LAW_IN_FORCE_ON,
            _("The law asks for a supplementary agreement (Labor Code, 351.8). Require it."),
        ),
        "publication.what": (
            settings.publication.publishes_banks,
            _("Names in a published bank need each person's own consent (152-FZ, art. 10.1)."),
        ),
    }
    return [Problem(key, str(message)) for key, (doubtful, message) in doubts.items() if doubtful]

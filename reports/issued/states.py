"""Kinds of issued papers, the life of one, how its number is written."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class IssuedKind(models.TextChoices):
    CERTIFICATE = "certificate", _("Certificate")
    THANKS = "thanks", _("Thanks")
    RECORD = "mentor_record", _("Mentor’s record for attestation")
    LETTER = "cover_letter", _("Cover letter with data")
    ACT = "destruction_act", _("Act of destruction of personal data")


_K = IssuedKind
# Papers about one person, who reads the own ones.
PERSONAL = (_K.CERTIFICATE, _K.THANKS, _K.RECORD)
# Letters before the number of each register; a letter goes out under a plain number.
PREFIXES = {_K.CERTIFICATE: "С", _K.THANKS: "БП", _K.RECORD: "СН", _K.ACT: "АУ"}


def number_text(kind, number, year):
    """The number as the paper carries it: «БП-12/2026»; of a letter «12»."""
    prefix = PREFIXES.get(IssuedKind(kind))
    return f"{prefix}-{number}/{year}" if prefix else str(number)


class IssuedState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("issued paper", "Draft")
    FOR_SIGNATURE = "for_signature", pgettext_lazy("issued paper", "For signature")
    ISSUED = "issued", pgettext_lazy("issued paper", "Issued")
    ANNULLED = "annulled", pgettext_lazy("issued paper", "Annulled")
    DROPPED = "dropped", pgettext_lazy("issued paper", "Dropped")


_S = IssuedState
# The signature and the number come in one step; what is issued only ever becomes annulled.
ISSUED_MOVES = {
    _S.DRAFT: {_S.FOR_SIGNATURE, _S.DROPPED},
    _S.FOR_SIGNATURE: {_S.ISSUED, _S.DRAFT},
    _S.ISSUED: {_S.ANNULLED},
}
ISSUED_TONES = {
    _S.DRAFT: "grey",
    _S.FOR_SIGNATURE: "amber",
    _S.ISSUED: "green",
    _S.ANNULLED: "red",
    _S.DROPPED: "grey",
}
# With a number, a day and a frozen file.
NUMBERED = (_S.ISSUED, _S.ANNULLED)


class Participation(models.TextChoices):
    """As whom somebody takes part in the pair a certificate is about."""

    MENTOR = "mentor", _("mentor")
    MENTEE = "mentee", _("mentee")


class ThanksHeading(models.TextChoices):
    """How a thanks is headed."""

    THANKS = "thanks", _("Thanks announced by an order")
    LETTER = "letter", _("Letter of thanks")


# From the end or the withdrawal of a consent to the destruction of what rested on it (152-FZ art. 21 parts 4, 5).
DESTROY_WITHIN = datetime.timedelta(days=30)
# How long an act is kept (order no. 179 of Roskomnadzor of 28.10.2022).
ACT_KEPT_MONTHS = 36


def destroy_by(consent):
    """The last day for destroying the data of a withdrawn or expired consent."""
    return (consent.withdrawn_on or consent.valid_until) + DESTROY_WITHIN

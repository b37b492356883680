"""The life of a consent and its purposes: domain.md §3, §5; 152-FZ art. 9, 10.1."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    PROCESSING = "processing", _("processing of personal data")
    DISCLOSURE = "disclosure", _("public disclosure")
    TRANSFER = "transfer", _("transfer to a higher data bank")
    MENTOR = "mentor", _("consent to be a mentor")
    MENTEE = "mentee", _("consent to have a mentor")


class ConsentState(models.TextChoices):
    REQUESTED = "requested", _("Requested")
    GIVEN = "given", _("Given")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")
    SUPERSEDED = "superseded", _("Replaced by a newer one")


CONSENT_MOVES = {
    ConsentState.REQUESTED: {ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.SUPERSEDED},
    ConsentState.GIVEN: {ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.SUPERSEDED},
    ConsentState.REFUSED: {ConsentState.SUPERSEDED},
}
CONSENT_TONES = {
    ConsentState.REQUESTED: "amber",
    ConsentState.GIVEN: "green",
    ConsentState.REFUSED: "red",
    ConsentState.WITHDRAWN: "red",
    ConsentState.EXPIRED: "blue",
    ConsentState.SUPERSEDED: "grey",
}


class Method(models.TextChoices):
    ELECTRONIC = "electronic", _("in the system, with the password")
    PAPER = "paper", _("on paper")

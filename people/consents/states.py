"""The life of a consent and of a supplementary agreement: domain.md §3, §5; 152-FZ art. 9, 10.1; Labor Code 351.8."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class Disclosed(models.TextChoices):
    """What a person may allow to be shown to everybody, item by item (152-FZ art. 10.1 part 1)."""

    NAME = "name", _("last name, first name, patronymic")
    POST = "post", _("post, subject or group")
    WORKPLACE = "workplace", _("place of work")
    CATEGORY = "category", _("qualification category")
    COMPETENCES = "competences", _("professional competences")
    ACHIEVEMENTS = "achievements", _("achievements and awards")
    PROGRAM = "program", _("title and results of the mentoring program")
    PRACTICE = "practice", _("described practices and materials")
    PHOTO = "photo", _("photograph")


class AgreementState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("agreement", "Draft")
    SIGNED = "signed", _("Signed, not begun")
    IN_FORCE = "in_force", pgettext_lazy("agreement", "In force")
    ENDED = "ended", pgettext_lazy("agreement", "Ended")
    DROPPED = "dropped", pgettext_lazy("agreement", "Dropped")


AGREEMENT_MOVES = {
    AgreementState.DRAFT: {AgreementState.SIGNED, AgreementState.DROPPED},
    AgreementState.SIGNED: {AgreementState.IN_FORCE, AgreementState.ENDED},
    AgreementState.IN_FORCE: {AgreementState.ENDED},
}
AGREEMENT_TONES = {
    AgreementState.DRAFT: "amber",
    AgreementState.SIGNED: "blue",
    AgreementState.IN_FORCE: "green",
    AgreementState.ENDED: "grey",
    AgreementState.DROPPED: "grey",
}


class WorkMode(models.TextChoices):
    ON_SITE = "on_site", _("at the workplace")
    REMOTE = "remote", _("remotely")
    MIXED = "mixed", _("on site and remotely")


class PaymentKind(models.TextChoices):
    NONE = "none", _("no payment")
    SUM = "sum", _("roubles a month")
    PERCENT = "percent", _("percent of the salary")
    COEFFICIENT = "coefficient", _("coefficient to the salary")


class NoticeSide(models.TextChoices):
    """Who ends an agreement before its term (Labor Code art. 351.8)."""

    MENTOR = "mentor", _("the mentor resigned")
    EMPLOYER = "employer", _("the employer cancelled")


class EndGround(models.TextChoices):
    TERM = "term", _("the term is over")
    NOTICE = "notice", _("notice was given")

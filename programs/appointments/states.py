"""Which duties an order gives, and how they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Duty(models.TextChoices):
    CURATOR = "curator", _("Curator")
    HELPER = "helper", _("Another duty")
    COUNCIL = "council", _("Member of the council")
    PERSONAL_DATA = "personal_data", _("Responsible for personal data")


class CouncilFunction(models.TextChoices):
    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")


class Standing(models.TextChoices):
    """Derived from the days, never stored."""

    IN_FORCE = "now", _("In force")
    AHEAD = "ahead", _("Not yet begun")
    OVER = "over", pgettext_lazy("duty", "Ended")


STANDING_TONES = {Standing.IN_FORCE: "green", Standing.AHEAD: "blue", Standing.OVER: "grey"}

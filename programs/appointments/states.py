"""Which duties an order gives."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Duty(models.TextChoices):
    CURATOR = "curator", _("Curator")
    HELPER = "helper", _("Another duty")
    COUNCIL = "council", _("Member of the council")


class CouncilFunction(models.TextChoices):
    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")

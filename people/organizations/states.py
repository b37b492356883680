"""Kinds of organizations and authorities, and the life of a regulation's version."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AuthorityKind(models.TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")


class OrganizationKind(models.TextChoices):
    SCHOOL = "school", _("School")
    KINDERGARTEN = "kindergarten", _("Kindergarten")
    EXTRA = "extra", _("Extra education")


class RegulationState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("For approval")
    RETURNED = "returned", pgettext_lazy("regulation", "Returned")
    IN_FORCE = "in_force", _("Approved")
    DROPPED = "dropped", _("Dropped")


REGULATION_MOVES = {
    RegulationState.DRAFT: {RegulationState.SUBMITTED, RegulationState.DROPPED},
    RegulationState.SUBMITTED: {RegulationState.IN_FORCE, RegulationState.RETURNED},
    RegulationState.RETURNED: {RegulationState.SUBMITTED, RegulationState.DROPPED},
}
REGULATION_TONES = {
    RegulationState.DRAFT: "grey",
    RegulationState.SUBMITTED: "amber",
    RegulationState.RETURNED: "red",
    RegulationState.IN_FORCE: "green",
    RegulationState.DROPPED: "grey",
}
OPEN_REGULATION = (RegulationState.DRAFT, RegulationState.SUBMITTED, RegulationState.RETURNED)

"""Roles, as permissions.md of the design names them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    DIRECTOR = "director", _("head")
    CURATOR = "curator", _("curator")
    COUNCIL = "council", _("council member")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    MENTOR = "mentor", _("mentor")
    MENTEE = "mentee", _("mentee")
    STAFF = "staff", _("teacher")
    SYSADMIN = "sysadmin", _("system administrator")
    OBSERVER = "observer", _("observer")


# Mentor and mentee follow from the bank, staff from employment; the others are given.
GIVEN_ROLES = (Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN, Role.OBSERVER)

# Head and curator get their rights by an order, never from the system administrator of the organization.
BY_ORDER = {Role.DIRECTOR, Role.CURATOR}

# How pages may look: the ordinary way and the three versions for people who see badly.
LOOKS = ("normal", "large", "contrast", "dark-contrast")

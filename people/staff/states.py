"""States of an import and verdicts on its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gender(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Category(models.TextChoices):
    NONE = "none", _("no category")
    SUITABLE = "suitable", _("suitable for the post")
    FIRST = "first", _("first category")
    HIGHEST = "highest", _("highest category")
    MENTOR = "mentor", _("teacher-mentor category")
    METHODIST = "methodist", _("teacher-methodist category")


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("Preview")
    LOADED = "loaded", _("Loaded")
    DROPPED = "dropped", _("Dropped")


IMPORT_MOVES = {
    ImportState.UPLOADED: {ImportState.LOADED, ImportState.DROPPED},
}


class Verdict(models.TextChoices):
    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    SAME = "same", _("the same")
    ERROR = "error", _("error")
    DUPLICATE = "duplicate", _("possible duplicate")

"""The life of a print of many papers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PrintForm(models.TextChoices):
    PDF = "pdf", _("one PDF")
    ZIP = "zip", _("a zip of PDF files")
    DOCX = "docx", _("a zip of Word files")


class PrintState(models.TextChoices):
    MAKING = "making", pgettext_lazy("print", "Being made")
    READY = "ready", pgettext_lazy("print", "Ready")
    FAILED = "failed", pgettext_lazy("print", "Not made")
    REMOVED = "removed", pgettext_lazy("print", "Removed")


_S = PrintState
PRINT_MOVES = {
    _S.MAKING: {_S.READY, _S.FAILED},
    _S.READY: {_S.REMOVED},
    # What stopped can be begun anew.
    _S.FAILED: {_S.MAKING, _S.REMOVED},
}
PRINT_TONES = {_S.MAKING: "amber", _S.READY: "green", _S.FAILED: "red", _S.REMOVED: "grey"}
# Why one paper of many, or all of them, could not be made.
TROUBLES = {
    "gone": _("It is not there any more, or is not yours to print any more."),
    "unmade": _("The paper cannot be made of what is stored. Open it by itself or show this to the administrator."),
    "machine": _("This machine cannot make papers yet. Show this page to the system administrator."),
    "broken": _("The printing stopped by a fault. Begin it anew."),
}

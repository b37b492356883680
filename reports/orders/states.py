"""What may lie beside a registered order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    SCAN = "scan", _("scan of the signed paper")
    SIGNATURE = "signature", _("electronic signature")

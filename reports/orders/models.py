"""Files beside a registered order: the scan of what was signed by hand, detached electronic signatures."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.immutable import Immutable
from reports.orders.states import FileKind


class OrderFile(Immutable):
    """A file kept with an order for ever, with its SHA-256; in the database like the frozen paper."""

    order = models.ForeignKey("programs.Order", on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(_("kind"), max_length=20, choices=FileKind.choices)
    name = models.CharField(_("name of the file"), max_length=150)
    content = models.BinaryField()
    size = models.PositiveIntegerField(_("size, bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    at = models.DateTimeField(_("added at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("file of an order")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["order", "sha256"], name="one_file_once_per_order")]

    def __str__(self):
        return self.name

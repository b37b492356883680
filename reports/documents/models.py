"""Frozen papers: what was signed prints the same for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FrozenDocument(models.Model):
    """The rendered PDF of a signed order and its SHA-256, stored once at signing."""

    order = models.OneToOneField("programs.Order", on_delete=models.PROTECT, related_name="frozen")
    # In the database, so that the paper, its hash and the register change in one transaction or not at all.
    pdf = models.BinaryField()
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("frozen document")

    def __str__(self):
        return f"{self.order}: {self.sha256[:8]}"

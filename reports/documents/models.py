"""Frozen papers: what was signed prints the same for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.immutable import Immutable


class FrozenDocument(Immutable):
    """The rendered PDF of a signed paper and its SHA-256, stored once; ``order`` is empty where it is another paper.

    ``code`` is the SHA-256 of the text the file was printed from, before the code itself was printed on it; empty
    for what was frozen before papers carried one.
    """

    order = models.OneToOneField(
        "programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="frozen"
    )
    # In the database, so that the paper, its hash and the register change in one transaction or not at all.
    pdf = models.BinaryField()
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    code = models.CharField(_("code of the check"), max_length=64, null=True, blank=True, unique=True)
    # The same paper as a Word file with its own SHA-256; empty for what was frozen before Word files were kept.
    docx = models.BinaryField(null=True)
    docx_sha256 = models.CharField(max_length=64, blank=True, default="", db_index=True)
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("frozen document")

    def __str__(self):
        return self.sha256[:8]

"""Frozen papers: what was signed prints the same for ever. Templates of the organization's own."""

from django.conf import settings
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


class PaperTemplateQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the actor's organization."""
        return self.filter(organization=actor.organization)


class PaperTemplate(models.Model):
    """A Word template of the organization's own for a kind of paper; the one in use fills the papers made from now on.

    ``kind`` is one of ``reports.documents.stationery.fields.SETS``: any order, one kind of order, the agreement.
    """

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="paper_templates")
    kind = models.CharField(_("kind of paper"), max_length=20)
    name = models.CharField(_("file"), max_length=150)
    # Beside the papers made of it, so that the register never misses the file of the day.
    content = models.BinaryField()
    fields = models.JSONField(_("fields in it"), default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("uploaded at"))
    is_used = models.BooleanField(_("in use"), default=True)

    objects = PaperTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of a paper")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind"], condition=models.Q(is_used=True), name="one_used_template_of_a_kind"
            )
        ]

    def __str__(self):
        return self.name

"""The organization's own wording of its orders; files beside a registered order: scans, detached signatures."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.immutable import Immutable
from mentoring.lib.versions import Versioned
from programs.orders.states import OrderKind
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


class OrderTemplateQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(organization=actor.organization)


class OrderTemplate(Versioned):
    """How an organization words its orders of one kind: the texts of an order with fields («{{закрепление}}»).

    ``points`` as an order stores them. One template of a kind is in use at a time; the others wait to be used again.
    """

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="order_templates")
    kind = models.CharField(_("kind"), max_length=5, choices=OrderKind.choices)
    name = models.CharField(_("name"), max_length=120)
    heading = models.CharField(_("heading"), max_length=300)
    basis = models.TextField(_("basis"))
    points = models.JSONField(_("points"), default=list)
    control = models.TextField(_("control of execution"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    is_active = models.BooleanField(_("in use"), default=True)

    objects = OrderTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of orders")
        ordering = ["kind", "-is_active", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind"],
                condition=models.Q(is_active=True),
                name="one_wording_in_use_per_kind",
            )
        ]

    def __str__(self):
        return self.name

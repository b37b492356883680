"""One table of moves for all things: it carries every timeline."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MoveQuerySet(models.QuerySet):
    def of(self, thing):
        """The history of one thing, oldest first, with its actors."""
        kind = ContentType.objects.get_for_model(thing, for_concrete_model=True)
        return self.filter(kind=kind, thing_id=thing.pk).select_related("by__person").order_by("at", "pk")


class Move(models.Model):
    """Who did what to which thing, when and why; written in the transaction of the deed, never changed."""

    kind = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    thing_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey("kind", "thing_id")
    deed = models.CharField(_("deed"), max_length=120)
    from_state = models.CharField(max_length=30, blank=True)
    to_state = models.CharField(max_length=30, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="moves",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), db_index=True)

    objects = MoveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_id", "at"], name="move_of_thing")]

    def __str__(self):
        return f"{self.deed} {self.at:%Y-%m-%d %H:%M}"

    @property
    def deed_label(self):
        """The deed in the reader's language; deeds are message ids marked with gettext_noop."""
        return gettext(self.deed)

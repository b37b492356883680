"""What shows that an item is done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import random_name
from programs.roadmap.models.items import Item
from programs.roadmap.states import RoadmapState


def evidence_path(evidence, name):
    """Where a file is stored: under a name nobody can guess."""
    return random_name("roadmap", name)


def _exactly_one(*links):
    """The condition that a row has a file, or one of ``links``, and nothing else."""
    none = {f"{link}__isnull": True for link in links}
    found = Q(**none) & ~Q(file="")
    for link in links:
        found |= Q(**none | {f"{link}__isnull": False}, file="")
    return found


class ItemEvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Proofs of the items the actor may see."""
        return self.filter(item__in=Item.objects.visible_to(actor))

    def in_force(self):
        """Proofs of the edition of the roadmap that holds, or held last: not of drafts and editions replaced."""
        return self.filter(item__stage__roadmap__state__in=[RoadmapState.RUNNING, RoadmapState.CLOSED])


class ItemEvidence(models.Model):
    """What shows that an item is done: a file, the registered order, the survey or the meeting that fulfils it.

    A survey may be tied to an item before it is closed, a meeting before it is held: then it marks the item done.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="evidence")
    file = models.FileField(_("file"), upload_to=evidence_path, blank=True)
    name = models.CharField(_("file name"), max_length=255, blank=True)
    size = models.PositiveIntegerField(_("size, bytes"), default=0)
    order = models.ForeignKey(
        "programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="fulfilled_items"
    )
    campaign = models.ForeignKey(
        "people.Campaign", on_delete=models.CASCADE, null=True, blank=True, related_name="fulfilled_items"
    )
    meeting = models.ForeignKey(
        "programs.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="fulfilled_items"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ItemEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_exactly_one("order", "campaign", "meeting"), name="evidence_is_one_thing"
            ),
        ]

    def __str__(self):
        return self.name or str(self.order or self.campaign or self.meeting)

"""What a reader has made of a list: their columns, and filters kept under a name."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ColumnChoice(models.Model):
    """The columns one user wants to see in one list of one organization; the list is the name of its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="+")
    list_name = models.CharField(max_length=60)
    columns = models.JSONField(_("columns"), default=list)

    class Meta:
        verbose_name = _("choice of columns")
        constraints = [
            models.UniqueConstraint(fields=["user", "organization", "list_name"], name="one_choice_of_columns_per_list")
        ]

    def __str__(self):
        return self.list_name


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A user's own views and those the curators share."""
        return self.filter(Q(user=actor.user) | Q(is_shared=True), organization=actor.organization)


class SavedView(models.Model):
    """A list as somebody once asked for it: filters, order and columns as they stand in its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="+")
    list_name = models.CharField(max_length=60)
    name = models.CharField(_("name of the view"), max_length=60)
    query = models.CharField(max_length=2000, blank=True)
    is_shared = models.BooleanField(_("everybody who reads this list sees the view"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization", "list_name", "name"], name="one_view_per_name_and_list"
            )
        ]

    def __str__(self):
        return self.name

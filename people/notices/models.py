"""What the bell shows, and the letters that wait to go out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """A person's own notices in this organization."""
        return self.filter(user=actor.user, organization=actor.organization)

    def unread(self):
        return self.filter(read_at__isnull=True)


# The values of a sentence that are message ids themselves, read in the reader's language like the sentence.
MESSAGE_IDS = {"purpose"}


class Notice(models.Model):
    """One sentence to one person about one thing, with the address of the page where to act."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="notices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    sentence = models.CharField(_("notice"), max_length=300)
    values = models.JSONField(default=dict)
    url = models.CharField(max_length=300)
    at = models.DateTimeField(_("at"))
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["user", "organization", "read_at"], name="unread_of_user")]

    def __str__(self):
        return self.text

    @property
    def text(self):
        """The sentence in the reader's language; sentences are message ids marked with gettext_noop."""
        said = {name: gettext(value) if name in MESSAGE_IDS else value for name, value in self.values.items()}
        return gettext(self.sentence) % said

"""Many papers made at once for one person."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import random_name
from reports.documents.catalog import kind_of
from reports.printing.states import PRINT_MOVES, PRINT_TONES, TROUBLES, PrintForm, PrintState


def print_path(job, name):
    """Where the result is stored: under a name nobody can guess."""
    return random_name(f"prints/{job.organization_id}", name)


class PaperJobQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What was made for the actor, for nobody else: rights to papers differ from person to person."""
        return self.filter(organization=actor.organization, asked_by=actor.user)


class PaperJob(models.Model):
    """A print of many papers of one kind: what was asked for, what came of it, the file for a week.

    ``keys`` are [key, name] of the rows asked for, ``failures`` [name, code of TROUBLES]; both go with the file.
    """

    MOVES = PRINT_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="prints")
    kind = models.CharField(_("kind"), max_length=40)
    form = models.CharField(_("as"), max_length=10, choices=PrintForm.choices)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for at"))
    keys = models.JSONField(default=list)
    # Equal for an equal wish, so that a button pressed twice makes one print.
    digest = models.CharField(max_length=64)
    total = models.PositiveSmallIntegerField(_("papers"))
    state = models.CharField(max_length=20, choices=PrintState.choices, default=PrintState.MAKING)
    made = models.PositiveSmallIntegerField(_("made"), default=0)
    failures = models.JSONField(default=list)
    trouble = models.CharField(max_length=20, blank=True)
    result = models.FileField(_("file"), upload_to=print_path, blank=True)
    size = models.PositiveIntegerField(_("size, bytes"), default=0)
    ended_at = models.DateTimeField(_("ready at"), null=True, blank=True)

    objects = PaperJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("print of many papers")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "asked_by", "digest"],
                condition=Q(state=PrintState.MAKING),
                name="one_print_at_a_time_of_the_same",
            ),
            models.CheckConstraint(condition=~Q(state=PrintState.READY) | ~Q(result=""), name="ready_print_has_a_file"),
        ]

    def __str__(self):
        return f"{self.label}: {self.total}"

    @property
    def label(self):
        """The kind of papers, in the reader's language."""
        kind = kind_of(self.kind)
        return str(kind.label) if kind else self.kind

    @property
    def state_tone(self):
        return PRINT_TONES[self.state]

    @property
    def is_making(self):
        return self.state == PrintState.MAKING

    @property
    def is_ready(self):
        return self.state == PrintState.READY

    @property
    def has_failed(self):
        return self.state == PrintState.FAILED

    @property
    def trouble_words(self):
        return TROUBLES.get(self.trouble, "")

    @property
    def failure_words(self):
        """[(name, why)] of the papers that could not be made."""
        return [(name, TROUBLES.get(code, code)) for name, code in self.failures]

"""The roadmap of a school year and its stages."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import school_year_label
from people.accounts.states import Role
from programs.roadmap.states import (
    APPROVED,
    EDITABLE,
    OPEN,
    ROADMAP_MOVES,
    ROADMAP_TONES,
    RoadmapState,
)

ROADMAP_READERS = {
    Role.DIRECTOR,
    Role.CURATOR,
    Role.COUNCIL,
    Role.PSYCHOLOGIST,
    Role.MENTOR,
    Role.MENTEE,
    Role.STAFF,
    Role.SYSADMIN,
    Role.OBSERVER,
}


class RoadmapQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Drafts to the curator and the head; what is approved to everybody of the organization."""
        rows = self.filter(organization=actor.organization)
        if actor.has(Role.DIRECTOR, Role.CURATOR):
            return rows
        if actor.has(*ROADMAP_READERS):
            return rows.filter(state__in=APPROVED)
        return rows.none()


class Roadmap(models.Model):
    """The plan of one school year, approved by the head."""

    MOVES = ROADMAP_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="roadmaps")
    school_year = models.PositiveSmallIntegerField(_("school year begins in"))
    years = models.PositiveSmallIntegerField(_("runs for years"), default=1)
    # A revision is an edition of its own that takes the place of ``replaces`` once it is approved.
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="revision", verbose_name=_("replaces")
    )
    # The edition of the regulation it is written by; it may come into force together with it.
    regulation = models.ForeignKey(
        "people.RegulationVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="roadmaps"
    )
    state = models.CharField(_("state"), max_length=20, choices=RoadmapState.choices, default=RoadmapState.DRAFT)
    return_remark = models.TextField(_("remark of the head"), blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # SHA-256 of the text approved: what the simple electronic signature stands under.
    approved_hash = models.CharField(max_length=64, blank=True)

    objects = RoadmapQuerySet.as_manager()

    class Meta:
        verbose_name = _("roadmap")
        verbose_name_plural = _("roadmaps")
        ordering = ["-school_year", "-edition"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "school_year", "edition"], name="one_roadmap_per_year"),
            models.UniqueConstraint(
                fields=["organization", "school_year"],
                condition=Q(state__in=[RoadmapState.RUNNING, RoadmapState.CLOSED]),
                name="one_roadmap_in_force_per_year",
            ),
            models.UniqueConstraint(
                fields=["organization", "school_year"], condition=Q(state__in=OPEN), name="one_roadmap_draft_per_year"
            ),
            models.CheckConstraint(
                condition=~Q(state=RoadmapState.RUNNING) | Q(approved_on__isnull=False, approved_by__isnull=False),
                name="running_roadmap_is_approved",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self):
        """«2026/27», of several years «2026/27 – 2028/29»."""
        first, last = school_year_label(self.school_year), school_year_label(self.last_year)
        return first if self.years == 1 else f"{first} – {last}"

    @property
    def last_year(self):
        """The calendar year in which the last school year of the roadmap begins."""
        return self.school_year + self.years - 1

    @property
    def state_tone(self):
        return ROADMAP_TONES[self.state]

    @property
    def is_editable(self):
        return self.state in EDITABLE

    @property
    def is_submitted(self):
        return self.state == RoadmapState.SUBMITTED

    @property
    def is_running(self):
        return self.state == RoadmapState.RUNNING

    @property
    def is_approved(self):
        return self.state in APPROVED


class StageQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the roadmaps the actor may see."""
        return self.filter(roadmap__in=Roadmap.objects.visible_to(actor))


class Stage(models.Model):
    """A stage of the roadmap with the name the regulation gives it."""

    roadmap = models.ForeignKey(Roadmap, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField(_("number"))
    name = models.TextField(_("stage"))

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["roadmap", "position"], name="one_stage_per_number")]

    def __str__(self):
        return self.name

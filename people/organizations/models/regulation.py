"""The regulation of an organization through time: versions, who changed what, where the head overrode the law."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from people.organizations.models.organization import Organization
from people.organizations.states import (
    OPEN_REGULATION,
    REGULATION_MOVES,
    REGULATION_TONES,
    RegulationState,
)


class RegulationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What is or was in force to everybody of the organization; a draft to those who write and approve it."""
        rows = self.filter(organization=actor.organization)
        if actor.has(Role.DIRECTOR, Role.CURATOR, Role.SYSADMIN):
            return rows
        return rows.in_force()

    def in_force(self):
        """Versions that were approved, whatever their days."""
        return self.filter(state=RegulationState.IN_FORCE)

    def as_text(self):
        """The same with the settings as ``text``: ``read_settings`` knows what it read before by its letters."""
        return self.defer("settings").annotate(text=Cast("settings", models.TextField()))


class RegulationVersion(Versioned):
    """The settings of one organization's regulation as they stood from one day to another.

    One draft at a time; once approved the settings never change. ``version`` counts the saves of a draft, so that
    nobody writes over somebody else's change.
    """

    MOVES = REGULATION_MOVES

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="regulations")
    number = models.PositiveSmallIntegerField(_("edition"), default=1)
    preset = models.CharField(_("preset of origin"), max_length=50, blank=True)
    settings = models.JSONField(_("settings"))
    state = models.CharField(
        _("state"), max_length=20, choices=RegulationState.choices, default=RegulationState.IN_FORCE
    )
    valid_from = models.DateField(_("in force from"))
    valid_until = models.DateField(_("in force until"), null=True, blank=True)
    reason = models.CharField(_("what changes and why"), max_length=500, blank=True)
    return_remark = models.TextField(_("remark of the head"), blank=True)
    drafted_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)

    objects = RegulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("regulation")
        ordering = ["-valid_from", "-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="regulation_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["organization", "valid_from"],
                condition=Q(state=RegulationState.IN_FORCE),
                name="one_regulation_starts_per_day",
            ),
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(valid_until__isnull=True, state=RegulationState.IN_FORCE),
                name="one_open_regulation",
            ),
            models.UniqueConstraint(
                fields=["organization"], condition=Q(state__in=OPEN_REGULATION), name="one_regulation_draft"
            ),
            models.UniqueConstraint(fields=["organization", "number"], name="one_regulation_per_number"),
        ]

    def __str__(self):
        return f"{self.organization} {self.valid_from}"

    @property
    def state_tone(self):
        return REGULATION_TONES[self.state]

    @property
    def is_editable(self):
        return self.state in (RegulationState.DRAFT, RegulationState.RETURNED)

    @property
    def is_submitted(self):
        return self.state == RegulationState.SUBMITTED

    @property
    def is_in_force(self):
        return self.state == RegulationState.IN_FORCE


class RegulationChange(models.Model):
    """One setting of a draft changed: by whom, when, from what to what; never changed itself."""

    regulation = models.ForeignKey(RegulationVersion, on_delete=models.CASCADE, related_name="changes")
    key = models.CharField(_("setting"), max_length=200)
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("change of the regulation")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.regulation}: {self.key}"


class LegalOverride(models.Model):
    """The head's decision to follow the regulation where the law is stricter, with the reason, from day to day."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="legal_overrides")
    key = models.CharField(_("setting"), max_length=60)
    reason = models.TextField(_("reason"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("departure from the law")
        ordering = ["key", "-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="override_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["organization", "key"], condition=Q(ends_on__isnull=True), name="one_open_override_per_setting"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="override_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.organization}: {self.key}"

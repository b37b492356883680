"""The roadmap of a school year: stages and items, each item with its own dates and responsible person."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import school_year_label
from mentoring.lib.uploads import random_name
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.roadmap.states import (
    APPROVED,
    EDITABLE,
    ITEM_MOVES,
    ITEM_TONES,
    OPEN,
    OPEN_ITEM,
    ROADMAP_MOVES,
    ROADMAP_TONES,
    ItemState,
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


def evidence_path(evidence, name):
    """Where a file is stored: under a name nobody can guess."""
    return random_name("roadmap", name)


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


class ItemQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the roadmaps the actor may see."""
        return self.filter(stage__roadmap__in=Roadmap.objects.visible_to(actor))

    def overdue(self, day):
        """Neither done nor cancelled though due before ``day``, in a roadmap in force."""
        return self.filter(stage__roadmap__state=RoadmapState.RUNNING, state__in=OPEN_ITEM, due_on__lt=day)

    def answered_by(self, actor):
        """Those ``actor`` answers for, by a role held today or by name."""
        duties = ItemDuty.objects.filter(item=models.OuterRef("pk"))
        asked = Q(role__in=actor.roles)
        if actor.employment is not None:
            asked |= Q(employment=actor.employment)
        return self.filter(Q(role__in=actor.roles) | models.Exists(duties.filter(asked)))

    def counting(self):
        """All but the cancelled ones: what progress is measured by."""
        return self.exclude(state=ItemState.CANCELLED)


class Item(Versioned):
    """One activity in one window of the year: its wording, who answers for it, what was done.

    An activity the regulation dates several times («сентябрь, январь») is several items with one wording: each
    time has its own state and its own day. On paper, items that read the same are one row.
    """

    MOVES = ITEM_MOVES
    TEXT_FIELDS = (
        "lead",
        "mark",
        "content",
        "activity",
        "date",
        "when_text",
        "starts_on",
        "due_on",
        "responsible",
        "role",
        "planned_result",
        "document",
    )

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    # The code of the regulation's item: it follows an activity through revisions and years.
    code = models.CharField(max_length=60, blank=True)
    # The kind of order that fulfils the item («O4»); its registration marks the item done.
    order_kind = models.CharField(_("fulfilled by the order"), max_length=5, blank=True)
    # Paper may print an introduction above the item and a sign before it («1)», «–»): pages show the item without.
    lead = models.TextField(_("words above it in print"), blank=True)
    mark = models.CharField(_("sign before it in print"), max_length=10, blank=True)
    content = models.TextField(_("activity"))
    activity = models.TextField(_("activity, apart from the content"), blank=True)
    # The date as data (`ItemDate` of the regulation): its shape and points, from which the days are counted.
    date = models.JSONField(_("date as data"), default=dict, blank=True)
    planned_result = models.TextField(_("planned result"), blank=True)
    document = models.TextField(_("kind of document"), blank=True)
    when_text = models.TextField(_("date as worded"), blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    responsible = models.TextField(_("responsible"), blank=True)
    # The first of those who answer (all of them are ``duties``); ``responsible`` is for paper and may be anything.
    role = models.CharField(_("role that answers"), max_length=20, choices=Role.choices, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=ItemState.choices, default=ItemState.PLANNED)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    result = models.TextField(_("what was done"), blank=True)
    # In a revision: the item of the edition before that it carries on.
    former = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later")

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item")
        ordering = ["stage__position", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="item_is_due_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.DONE) | Q(done_on__isnull=False), name="done_item_has_a_day"
            ),
        ]

    def __str__(self):
        return self.content

    def is_overdue(self, day):
        """Derived, never stored: due before ``day`` and neither done nor cancelled."""
        return self.state in OPEN_ITEM and self.due_on is not None and self.due_on < day

    @property
    def state_tone(self):
        return ITEM_TONES[self.state]


class ItemDuty(models.Model):
    """One of those who answer for an item: a role, or somebody of the staff by name."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(_("role that answers"), max_length=20, choices=Role.choices, blank=True)
    employment = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="roadmap_duties"
    )

    class Meta:
        verbose_name = _("responsible")
        constraints = [
            models.CheckConstraint(
                condition=Q(role="", employment__isnull=False) | (~Q(role="") & Q(employment__isnull=True)),
                name="duty_is_a_role_or_a_person",
            ),
        ]

    def __str__(self):
        return str(self.employment) if self.employment_id else self.get_role_display()


class ItemEvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Proofs of the items the actor may see."""
        return self.filter(item__in=Item.objects.visible_to(actor))


class ItemEvidence(models.Model):
    """What shows that an item is done: a file, the registered order or the survey that fulfils it.

    A survey may be tied to an item before it is closed: closing it marks the item done.
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
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ItemEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(order__isnull=True, campaign__isnull=True) & ~Q(file="")
                | Q(order__isnull=False, campaign__isnull=True, file="")
                | Q(order__isnull=True, campaign__isnull=False, file=""),
                name="evidence_is_a_file_or_an_order_or_a_survey",
            ),
        ]

    def __str__(self):
        return self.name or str(self.order or self.campaign)

"""Items of a roadmap, each with its own dates and those who answer for it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.roadmap.models.roadmaps import Roadmap, Stage
from programs.roadmap.states import ITEM_MOVES, ITEM_TONES, OPEN_ITEM, ItemState, RoadmapState


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

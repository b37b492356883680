"""The plan of a program: events, who helps with them, the files that show what was done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import random_name
from mentoring.lib.versions import Versioned
from programs.mentorships.models import members_with_people
from programs.mentorships.states import MentorshipState
from programs.plans.models.programs import Program
from programs.plans.states import (
    EVENT_MOVES,
    EVENT_TONES,
    HELPER_MOVES,
    HELPER_TONES,
    HELPING,
    EventForm,
    EventState,
    HelperState,
    ProgramState,
)


def evidence_path(evidence, name):
    """Where a file is stored: under a name nobody can guess."""
    return random_name("evidence", name)


class EventQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the programs whose plan the actor may read, and those the actor helps with."""
        own = Q(program__in=Program.objects.open_to(actor))
        if actor.employment is None:
            return self.filter(own)
        helped = Helper.objects.filter(employment=actor.employment, state=HelperState.ACCEPTED)
        return self.filter(own | Q(pk__in=helped.values("events")))

    def overdue(self, day):
        """Planned before ``day``, nothing marked, in a running program; nothing of a pair that rests."""
        return self.filter(
            state=EventState.PLANNED,
            planned_on__lt=day,
            program__state=ProgramState.RUNNING,
            program__mentorship__state=MentorshipState.ACTIVE,
        )

    def with_program(self):
        """With the program and its people, for the page of one event."""
        return self.select_related(
            "direction", "program__mentorship__organization", "program__mentorship__mentor_entry__employment__person"
        ).prefetch_related(members_with_people("program__mentorship"))


class Event(Versioned):
    """One line of the event plan: what, when, who, and what came of it."""

    MOVES = EVENT_MOVES

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="events")
    direction = models.ForeignKey(
        "people.Direction",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("direction"),
    )
    task = models.CharField(_("difficulty or task"), max_length=300, blank=True)
    content = models.CharField(_("event"), max_length=500)
    form = models.CharField(_("form"), max_length=20, choices=EventForm.choices, default=EventForm.MEETING)
    planned_on = models.DateField(_("planned for"))
    responsible = models.CharField(_("responsible"), max_length=200, blank=True)
    expected_result = models.CharField(_("expected result"), max_length=500, blank=True)
    # Columns that only some regulations have (``program.plan_columns``).
    risks = models.CharField(_("risks"), max_length=500, blank=True)
    prevention = models.CharField(_("prevention of risks"), max_length=500, blank=True)
    criteria = models.CharField(_("criteria of success"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=EventState.choices, default=EventState.PLANNED)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    remark = models.TextField(_("remark"), blank=True)
    # The event of the program before, where a new pair took it over.
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to")

    COLUMNS = ("risks", "prevention", "criteria")
    TEXT_FIELDS = ("direction", "task", "content", "form", "planned_on", "responsible", "expected_result", *COLUMNS)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=EventState.HELD) | Q(held_on__isnull=False), name="held_event_has_a_day"
            ),
        ]

    def __str__(self):
        return self.content

    @property
    def mentorship(self):
        return self.program.mentorship

    @property
    def column_texts(self):
        """What stands in the columns that only some regulations have: [(label, text)], empty ones left out."""
        texts = [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in self.COLUMNS]
        return [(label, text) for label, text in texts if text]

    def is_overdue(self, day):
        """Derived, never stored: planned before ``day`` and nothing marked."""
        return self.state == EventState.PLANNED and self.planned_on < day

    @property
    def helping(self):
        """The colleagues who agreed to help with it, from the prefetched rows where there are any."""
        return [row for row in self.helpers.all() if row.state == HelperState.ACCEPTED]

    @property
    def state_tone(self):
        return EVENT_TONES[self.state]


class HelperQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of programs whose plan the actor may read, and the own ones."""
        own = Q(employment=actor.employment) if actor.employment else Q(pk__in=())
        return self.filter(Q(program__in=Program.objects.open_to(actor)) | own)

    def with_people(self):
        """With the colleague, whoever asked, and the program with its pair."""
        return self.select_related(
            "employment__person__user",
            "asked_by__person",
            "program__mentorship__organization",
            "program__mentorship__mentor_entry__employment__person",
        ).prefetch_related("events", members_with_people("program__mentorship"))


class Helper(models.Model):
    """A colleague asked to help with named events of a program; sees these events once agreed, and no others."""

    MOVES = HELPER_MOVES

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="helpers")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="helping")
    events = models.ManyToManyField(Event, related_name="helpers", verbose_name=_("events"))
    words = models.CharField(_("what is asked for"), max_length=500, blank=True)
    state = models.CharField(max_length=20, choices=HelperState.choices, default=HelperState.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    # Why the colleague declined.
    answer = models.CharField(_("answer"), max_length=500, blank=True)

    objects = HelperQuerySet.as_manager()

    class Meta:
        verbose_name = _("involved colleague")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "employment"],
                condition=Q(state__in=HELPING),
                name="one_open_invitation_per_colleague",
            ),
        ]

    def __str__(self):
        return f"{self.employment}: {self.program}"

    @property
    def mentorship(self):
        return self.program.mentorship

    @property
    def state_tone(self):
        return HELPER_TONES[self.state]


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Files of the events the actor may see."""
        return self.filter(event__in=Event.objects.visible_to(actor))


class Evidence(models.Model):
    """A file that shows an event took place."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="evidence")
    file = models.FileField(_("file"), upload_to=evidence_path)
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size, bytes"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.name

    @property
    def mentorship(self):
        return self.event.program.mentorship

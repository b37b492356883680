"""Personalized program: explanatory note, event plan, agreement, approval, what was done."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.plans.states import (
    EVENT_MOVES,
    EVENT_TONES,
    PROGRAM_MOVES,
    PROGRAM_TONES,
    EventForm,
    EventState,
    Mode,
    ProgramState,
)

PROGRAM_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


class NoteParts(models.Model):
    """The explanatory note, part by part (domain.md §2.4; regulation of CDUTT, annex)."""

    problem = models.TextField(_("description of the problem"), blank=True)
    goal = models.TextField(_("goal"), blank=True)
    tasks = models.TextField(_("tasks"), blank=True)
    mentor_work = models.TextField(_("content of the mentor's work"), blank=True)
    mentee_work = models.TextField(_("content of the mentee's work"), blank=True)
    interim_results = models.TextField(_("interim results"), blank=True)
    planned_results = models.TextField(_("planned results"), blank=True)
    meeting_schedule = models.CharField(_("schedule of meetings"), max_length=300, blank=True)
    mode = models.CharField(_("mode"), max_length=10, choices=Mode.choices, default=Mode.ON_SITE)
    conditions = models.TextField(_("conditions of work"), blank=True)

    NOTE_FIELDS = (
        "problem",
        "goal",
        "tasks",
        "mentor_work",
        "mentee_work",
        "interim_results",
        "planned_results",
        "meeting_schedule",
        "mode",
        "conditions",
    )

    class Meta:
        abstract = True


class ProgramTemplate(NoteParts):
    """A program to start from: a note and events with days counted from the start."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="program_templates")
    title = models.CharField(_("title"), max_length=200)
    months = models.PositiveSmallIntegerField(_("months"), default=9)
    # [{"direction": …, "task": …, "content": …, "form": EventForm, "after_days": int, "result": …}]
    events = models.JSONField(_("events"), default=list)

    class Meta:
        verbose_name = _("program template")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["organization", "title"], name="one_template_per_title")]

    def __str__(self):
        return self.title


class ProgramQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to those who keep or review them; own ones to those who take part."""
        rows = self.filter(mentorship__organization=actor.organization)
        if actor.has(*PROGRAM_READERS):
            return rows
        if actor.employment is None:
            return rows.none()
        return rows.filter(
            Q(mentorship__mentor_entry__employment=actor.employment)
            | Q(mentorship__members__mentee_entry__employment=actor.employment)
        ).distinct()


class Program(NoteParts, Versioned):
    """The personalized program of one pair or group; approved for 3 to 12 months (regulations 1.2, 1.3)."""

    MOVES = PROGRAM_MOVES

    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.PROTECT, related_name="programs")
    template = models.ForeignKey(
        ProgramTemplate,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("template"),
    )
    title = models.CharField(_("title"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    state = models.CharField(
        _("state"), max_length=20, choices=ProgramState.choices, default=ProgramState.DRAFT, db_index=True
    )
    mentor_agreed_at = models.DateTimeField(null=True, blank=True)
    # Members who agreed to the present text; an edit of the text empties it.
    mentees_agreed = models.ManyToManyField("programs.Member", blank=True, related_name="programs_agreed")
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    return_remark = models.TextField(_("remark of the curator"), blank=True)
    result = models.TextField(_("result"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="program_ends_after_start"),
            models.UniqueConstraint(
                fields=["mentorship"],
                condition=~Q(state__in=[ProgramState.COMPLETED, ProgramState.TERMINATED]),
                name="one_open_program_per_mentorship",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ProgramState.DRAFT, ProgramState.AGREED]) | Q(approved_on__isnull=False),
                name="running_program_is_approved",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def state_tone(self):
        return PROGRAM_TONES[self.state]


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
    state = models.CharField(_("state"), max_length=20, choices=EventState.choices, default=EventState.PLANNED)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    remark = models.TextField(_("remark"), blank=True)

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

    def is_overdue(self, day):
        """Derived, never stored: planned before ``day`` and nothing marked."""
        return self.state == EventState.PLANNED and self.planned_on < day

    @property
    def state_tone(self):
        return EVENT_TONES[self.state]


class Evidence(models.Model):
    """A file that shows an event took place."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="evidence")
    file = models.FileField(_("file"), upload_to="evidence/%Y/")
    name = models.CharField(_("file name"), max_length=255)
    size = models.PositiveIntegerField(_("size, bytes"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence")
        ordering = ["at"]

    def __str__(self):
        return self.name

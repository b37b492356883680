"""The personalized program: explanatory note, agreement, approval, and what stood before each change by an order."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.mentorships.models import Member, members_with_people
from programs.mentorships.states import MentorshipState
from programs.plans.states import (
    ENDED,
    OPEN,
    PROGRAM_MOVES,
    PROGRAM_TONES,
    PUT_ASIDE,
    EventState,
    Mode,
    ProgramChange,
    ProgramState,
)

WHOLE_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.SYSADMIN}
PROGRAM_READERS = WHOLE_READERS | {Role.PSYCHOLOGIST}


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
    # What the support of the participants needs to know; the goals come from the bank.
    SUPPORT_FIELDS = ("meeting_schedule", "mode", "conditions")

    class Meta:
        abstract = True


class ProgramTemplate(NoteParts):
    """A program to start from: a note and events with days counted from the start."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="program_templates")
    title = models.CharField(_("title"), max_length=200)
    months = models.PositiveSmallIntegerField(_("months"), default=9)
    # [{"direction": its code in the regulation, "task", "content", "form": EventForm, "after_days": int, "result"}]
    events = models.JSONField(_("events"), default=list)

    class Meta:
        verbose_name = _("program template")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["organization", "title"], name="one_template_per_title")]

    def __str__(self):
        return self.title


class ProgramQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to those who keep or review them; own ones to those who take part and have not left."""
        rows = self.filter(mentorship__organization=actor.organization)
        if actor.has(*PROGRAM_READERS):
            return rows
        return rows.of(actor.employment) if actor.employment else rows.none()

    def open_to(self, actor):
        """Those whose plan and files the actor reads too."""
        rows = self.visible_to(actor)
        if actor.has(*WHOLE_READERS):
            return rows
        return rows.of(actor.employment) if actor.employment else rows.none()

    def of(self, employment):
        """Those in which ``employment`` takes part on either side."""
        mentored = Member.objects.filter(mentee_entry__employment=employment, left_on__isnull=True)
        return self.filter(
            Q(mentorship__mentor_entry__employment=employment) | Q(mentorship__in=mentored.values("mentorship"))
        )

    def with_people(self):
        """Everything the name of a program's pair needs, in a fixed number of queries."""
        return self.select_related(
            "mentorship__organization", "mentorship__mentor_entry__employment__person__user"
        ).prefetch_related(members_with_people("mentorship", "person__user"))

    def with_progress(self, day):
        """Counts of events per program: ``n_events`` (not those put aside), ``n_held``, ``n_overdue`` on ``day``."""
        planned = Q(state=EventState.PLANNED)
        return self.annotate(
            n_events=_count_events(~Q(state__in=PUT_ASIDE)),
            n_held=_count_events(Q(state=EventState.HELD)),
            n_overdue=Case(
                When(
                    state=ProgramState.RUNNING,
                    mentorship__state=MentorshipState.ACTIVE,
                    then=_count_events(planned & Q(planned_on__lt=day)),
                ),
                default=Value(0),
            ),
        )


def _count_events(condition):
    rows = Program._meta.get_field("events").related_model.objects.filter(condition, program=OuterRef("pk")).order_by()
    return Coalesce(Subquery(rows.values("program").annotate(n=Count("pk")).values("n")), 0)


class Program(NoteParts, Versioned):
    """The personalized program of one pair or group; as long as its regulation says."""

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
    search_key = models.CharField(max_length=210, editable=False, db_index=True)
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
    # A code of `completion.reasons` of the regulation.
    end_reason = models.CharField(_("reason of the end"), max_length=60, blank=True)
    # The program of the pair before, whose unfinished events came over to this one.
    continues = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="continuations",
        verbose_name=_("continues"),
    )

    TEXT_FIELDS = ("title", "starts_on", "ends_on", *NoteParts.NOTE_FIELDS)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="program_ends_after_start",
                violation_error_message=_("The last day must come after the first one."),
            ),
            models.UniqueConstraint(
                fields=["mentorship"],
                condition=~Q(state__in=ENDED),
                name="one_open_program_per_mentorship",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ProgramState.RUNNING, ProgramState.COMPLETED]) | Q(approved_on__isnull=False),
                name="running_program_is_approved",
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        self.search_key = search_key(self.title)
        super().save(**kwargs)

    @property
    def is_open(self):
        """Whether the text and the plan are still being written."""
        return self.state in OPEN

    @property
    def is_running(self):
        return self.state == ProgramState.RUNNING

    @property
    def organization(self):
        return self.mentorship.organization

    @property
    def state_tone(self):
        return PROGRAM_TONES[self.state]


class KeptText(models.Model):
    """What somebody typed into the form of a program and has not saved yet: it survives a session that ended."""

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="kept_texts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()  # of the program, as it stood when the form was opened
    values = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("text kept for later")
        constraints = [models.UniqueConstraint(fields=["program", "user"], name="one_kept_text_per_user_and_program")]

    def __str__(self):
        return f"{self.program}: {self.user}"


class ProgramVersion(models.Model):
    """The text and the plan of a running program before a change and after it; written once, never changed.

    Both are {"text": {name of TEXT_FIELDS: value}, "events": [{"pk", "state", …names of Event.TEXT_FIELDS}]}, days ISO.
    """

    program = models.ForeignKey(Program, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    change = models.CharField(_("change"), max_length=20, choices=ProgramChange.choices)
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField(_("reason"), blank=True)
    application = models.ForeignKey(
        "programs.Application", on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )
    order = models.ForeignKey("programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_on = models.DateField(_("changed on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("version of a program")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["program", "number"], name="one_version_per_number"),
        ]

    def __str__(self):
        return f"{self.program}: {self.number}"

    def save(self, **kwargs):
        if self.pk is not None:
            raise TypeError("A version of a program is written once.")
        super().save(**kwargs)

"""Meetings: when they are, who is invited, what is on the agenda, what was heard and decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.lib.text import search_key
from mentoring.lib.uploads import random_name
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.council.states import MEETING_MOVES, MEETING_TONES, MeetingKind, MeetingState, Presence

MEETING_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST}


def minutes_path(meeting, name):
    """Where the file of the minutes is stored: under a name nobody can guess."""
    return random_name("minutes", name)


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All of the organization to whoever keeps or reads them, otherwise those one is invited to."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*MEETING_READERS):
            return rows
        if actor.employment is None:
            return rows.none()
        return rows.filter(pk__in=Attendance.objects.filter(employment=actor.employment).values("meeting"))

    def with_day(self):
        """Meetings with ``day``: the one they were held on, otherwise the planned one."""
        return self.annotate(day=Coalesce("held_on", "planned_on"))

    def planned(self):
        return self.filter(state=MeetingState.PLANNED)


class Meeting(Versioned):
    """A session of the council or another meeting, from the invitation to the minutes."""

    MOVES = MEETING_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(_("who meets"), max_length=20, choices=MeetingKind.choices, default=MeetingKind.COUNCIL)
    # The school year of its day: numbers begin anew with it.
    school_year = models.PositiveSmallIntegerField(_("school year begins in"))
    number = models.PositiveSmallIntegerField(_("number in the school year"), null=True, blank=True)
    title = models.CharField(pgettext_lazy("meeting", "topic"), max_length=300)
    search_key = models.CharField(max_length=310, editable=False, db_index=True)
    planned_on = models.DateField(pgettext_lazy("meeting", "day"))
    time = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(pgettext_lazy("meeting", "place"), max_length=200, blank=True)
    chair = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chair")
    )
    secretary = models.ForeignKey(
        "people.Employment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("secretary"),
    )
    attendees = models.ManyToManyField("people.Employment", through="Attendance", related_name="meetings")
    state = models.CharField(
        _("state"), max_length=20, choices=MeetingState.choices, default=MeetingState.PLANNED, db_index=True
    )
    held_on = models.DateField(_("held on"), null=True, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancel_reason = models.TextField(_("why it is cancelled"), blank=True)
    file = models.FileField(_("file"), upload_to=minutes_path, blank=True)
    file_name = models.CharField(_("file name"), max_length=255, blank=True)
    file_size = models.PositiveIntegerField(_("size, bytes"), default=0)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "meeting")
        verbose_name_plural = pgettext_lazy("council", "meetings")
        ordering = ["-planned_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "school_year", "number"],
                condition=~Q(state=MeetingState.CANCELLED),
                name="one_meeting_per_number_and_year",
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.HELD, held_on__isnull=False, marked_by__isnull=False)
                | ~Q(state=MeetingState.HELD) & Q(held_on__isnull=True, marked_by__isnull=True),
                name="held_meeting_has_a_day",
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        self.search_key = search_key(self.title)
        super().save(**kwargs)

    @property
    def state_tone(self):
        return MEETING_TONES[self.state]

    @property
    def is_planned(self):
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self):
        return self.state == MeetingState.HELD

    @property
    def is_cancelled(self):
        return self.state == MeetingState.CANCELLED

    @property
    def is_ahead(self):
        """Whether its planned day has not passed."""
        return self.planned_on >= self.organization.today()

    def awaits_mark(self, day):
        """Derived, never stored: its day has come and nobody has said what became of it."""
        return self.is_planned and self.planned_on <= day


class Attendance(models.Model):
    """One of those who are invited, and whether they came."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="attendance")
    presence = models.CharField(_("attendance"), max_length=10, choices=Presence.choices, default=Presence.INVITED)

    class Meta:
        verbose_name = _("attendance")
        ordering = ["employment__person__search_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "employment"], name="one_place_per_person_and_meeting"),
        ]

    def __str__(self):
        return str(self.employment)


class AgendaPoint(models.Model):
    """A point of the agenda with its part of the minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("point of the agenda"), max_length=500)
    heard = models.TextField(_("heard"), blank=True)
    decided = models.TextField(_("decided"), blank=True)

    class Meta:
        verbose_name = _("point of the agenda")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    @property
    def has_minutes(self):
        return bool(self.heard or self.decided)

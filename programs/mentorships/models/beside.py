"""What stands beside a pair: wishes about its terms, what each side said of the other, the one meeting."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from programs.mentorships.models.pairs import Mentorship
from programs.mentorships.states import (
    BEFORE_ORDER,
    COUNTER_MOVES,
    COUNTER_TONES,
    CounterState,
    Feeling,
)


class CounterProposalQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to those who answer them; the own ones to whoever wished them."""
        rows = self.filter(mentorship__organization=actor.organization)
        return rows if actor.has(Role.CURATOR, Role.COUNCIL) else rows.filter(by=actor.user)

    def waiting(self):
        """Those nobody has answered, of pairs that may still be changed."""
        return self.filter(state=CounterState.WAITING, mentorship__state__in=BEFORE_ORDER)


class CounterProposal(models.Model):
    """Other terms somebody of a pair asks for before agreeing; every term as the person would have it."""

    MOVES = COUNTER_MOVES
    TERMS = ("form", "kinds", "mentor_role", "starts_on", "ends_on", "focus")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="counters")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    form = models.CharField(max_length=60)
    kinds = models.JSONField(default=list)
    mentor_role = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    focus = models.CharField(max_length=300, blank=True)
    words = models.TextField(_("in your own words"), blank=True)
    state = models.CharField(max_length=20, choices=CounterState.choices, default=CounterState.WAITING)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = CounterProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("counter-proposal")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "by"],
                condition=Q(state=CounterState.WAITING),
                name="one_waiting_counter_proposal_per_person",
            ),
        ]

    def __str__(self):
        return f"{self.mentorship_id}: {self.by}"

    @property
    def terms(self):
        """The wished terms by name."""
        return {name: getattr(self, name) for name in self.TERMS}

    @property
    def state_tone(self):
        return COUNTER_TONES[self.state]


class SympathyAnswer(models.Model):
    """What one person of a pair told the curator, and nobody else, about the first meeting."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="sympathies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    feeling = models.PositiveSmallIntegerField(_("how do you get on"), choices=Feeling.choices)
    words = models.TextField(_("in your own words"), blank=True)
    at = models.DateTimeField()
    # Until the curator has read it, it may be changed.
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    talked_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("answer about the first meeting")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "by"], name="one_sympathy_answer_per_person"),
            models.CheckConstraint(condition=Q(feeling__gte=1, feeling__lte=5), name="feeling_is_on_the_scale"),
        ]

    def __str__(self):
        return f"{self.mentorship_id}: {self.by}"


class SingleMeeting(models.Model):
    """Day and place of the one meeting of a speed session, and whether it took place."""

    mentorship = models.OneToOneField(Mentorship, on_delete=models.CASCADE, related_name="single_meeting")
    on = models.DateField(_("day of the meeting"))
    at = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200)
    is_held = models.BooleanField(null=True)
    note = models.CharField(_("what came of it"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("single meeting")

    def __str__(self):
        return f"{self.mentorship_id}: {self.on}"

"""Plans for the whole bank: who would go to whom, changed by hand, proposed in part or as a whole."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from programs.matching.states import OPEN_PLANS, PLAN_MOVES, PLAN_TONES, Aim, Decision, PlanState, WhyLeft
from programs.mentorships.models import MENTORSHIP_READERS


class MatchPlanQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All plans of the organization to those who keep or review pairs; nobody else knows of them."""
        rows = self.filter(organization=actor.organization)
        return rows if actor.has(*MENTORSHIP_READERS) else rows.none()


class MatchPlan(Versioned):
    """One answer to «who to whom» for everybody without a mentor; ``version`` counts every change of any line.

    ``options``: aim, threshold in points, group_size (0: no groups). ``computed``: served and total of the best
    assignment the machine found, against which changes by hand are measured.
    """

    MOVES = PLAN_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="match_plans")
    title = models.CharField(_("title"), max_length=150)
    options = models.JSONField(default=dict)
    computed = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=20, choices=PlanState.choices, default=PlanState.DRAFT)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = MatchPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan for the whole bank")
        verbose_name_plural = _("plans for the whole bank")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def state_tone(self):
        return PLAN_TONES[self.state]

    @property
    def is_open(self):
        """Whether lines may be changed and proposed."""
        return self.state in OPEN_PLANS

    @property
    def aim(self):
        return Aim(self.options["aim"])

    @property
    def group_size(self):
        return self.options["group_size"]


class PlanLineQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(plan__in=MatchPlan.objects.visible_to(actor))

    def with_people(self):
        """Everything a row shows, in one query; by the name of the mentee."""
        return self.select_related(
            "mentee_entry__employment__person",
            "mentor_entry__employment__person",
            "computed_mentor__employment__person",
            "mentorship",
            "changed_by__person",
        ).order_by("mentee_entry__employment__person__search_key", "pk")

    def waiting(self):
        """Lines with a mentor that no proposal was made of yet."""
        return self.filter(mentor_entry__isnull=False, mentorship__isnull=True)


class PlanLine(Versioned):
    """One mentee of a plan with the mentor, or with the reason why there is none."""

    plan = models.ForeignKey(MatchPlan, on_delete=models.CASCADE, related_name="lines")
    mentee_entry = models.ForeignKey("people.MenteeEntry", on_delete=models.CASCADE, related_name="plan_lines")
    mentor_entry = models.ForeignKey(
        "people.MentorEntry", on_delete=models.SET_NULL, null=True, blank=True, related_name="plan_lines"
    )
    score = models.FloatField(_("score"), null=True, blank=True)
    # What the mentee asks for; those who share it with one mentor can be a group.
    request = models.CharField(_("shared request"), max_length=200, blank=True)
    in_group = models.BooleanField(default=False)
    why = models.CharField(_("why left over"), max_length=20, choices=WhyLeft.choices, blank=True)
    why_values = models.JSONField(default=dict, blank=True)
    computed_mentor = models.ForeignKey(
        "people.MentorEntry", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(_("decision"), max_length=20, choices=Decision.choices, default=Decision.KEPT)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, blank=True)
    mentorship = models.ForeignKey(
        "programs.Mentorship", on_delete=models.SET_NULL, null=True, blank=True, related_name="plan_lines"
    )
    # Why the proposal could not be made when it was last tried.
    refusal = models.TextField(blank=True)

    objects = PlanLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a plan")
        ordering = ["plan", "mentee_entry__employment__person__search_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "mentee_entry"], name="one_line_per_plan_and_mentee"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 100)), name="plan_score_is_of_a_hundred"
            ),
        ]

    def __str__(self):
        return f"{self.plan_id}: {self.mentee}"

    @property
    def mentee(self):
        return self.mentee_entry.employment.person

    @property
    def mentor(self):
        """The mentor as a person, or None."""
        return self.mentor_entry.employment.person if self.mentor_entry else None

    @property
    def is_movable(self):
        """Whether the mentor may still be changed: no proposal was made of it."""
        return self.mentorship_id is None

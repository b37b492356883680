"""What the council says to a proposed pair: comments, a vote when the curator asks, its decision.

``terms`` is the version of the pair's terms that was judged: to other terms it says nothing any more.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from programs.council.states import VOTE_MOVES, Outcome, Voice, VoteState
from programs.mentorships.models import Mentorship

PAIR_JUDGES = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL}


class OfPairQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """To the council, the curator and the head, never to the people of the pair."""
        if not actor.has(*PAIR_JUDGES):
            return self.none()
        rows = self.filter(mentorship__organization=actor.organization)
        if actor.employment is None:
            return rows
        return rows.exclude(mentorship__in=Mentorship.objects.of(actor.employment).values("pk"))


class PairComment(models.Model):
    """What one member of the council thinks of a proposed pair; its writer may change it until the decision."""

    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.CASCADE, related_name="council_comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("comment"))
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = OfPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment of the council")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.mentorship_id}: {self.by}"


class PairVote(models.Model):
    """An open vote on a pair, from the curator's question to the count; ``members`` is the council of that day."""

    MOVES = VOTE_MOVES

    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.CASCADE, related_name="council_votes")
    terms = models.PositiveIntegerField()
    state = models.CharField(_("state"), max_length=20, choices=VoteState.choices, default=VoteState.OPEN)
    opened_on = models.DateField(_("opened on"))
    until = models.DateField(_("votes are taken until"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    members = models.PositiveSmallIntegerField(_("members of the council"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)

    objects = OfPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote of the council")
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship"], condition=Q(state=VoteState.OPEN), name="one_open_vote_per_pair"
            ),
            models.CheckConstraint(
                condition=Q(state=VoteState.OPEN, outcome="") | Q(state=VoteState.CLOSED) & ~Q(outcome=""),
                name="closed_vote_has_an_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.mentorship_id}: {self.opened_on}"

    @property
    def is_open(self):
        return self.state == VoteState.OPEN


class PairBallot(models.Model):
    """How one member voted; it may be changed until the vote is closed."""

    vote = models.ForeignKey(PairVote, on_delete=models.CASCADE, related_name="ballots")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    voice = models.CharField(_("vote"), max_length=10, choices=Voice.choices)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("ballot")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "by"], name="one_ballot_per_member")]

    def __str__(self):
        return f"{self.by}: {self.get_voice_display()}"


class PairDecision(models.Model):
    """What the council decided on the pair; the latest one on its present terms stands."""

    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.CASCADE, related_name="council_decisions")
    terms = models.PositiveIntegerField()
    is_recommended = models.BooleanField(_("recommended"))
    reason = models.TextField(_("reason"), blank=True)
    decided_on = models.DateField(_("decided on"))
    meeting = models.ForeignKey(
        "programs.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pair_decisions",
        verbose_name=_("meeting"),
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision of the council on a pair")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_recommended=True) | ~Q(reason=""), name="refused_recommendation_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.mentorship_id}: {self.decided_on}"

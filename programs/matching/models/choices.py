"""How much each part of the score counts here, and what was chosen by it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role

# Those who look for a mentor with the score before their eyes; permissions.md, row «match suggestion».
MATCHING_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


class MatchWeights(Versioned):
    """The weights of one organization by the code of the part, from 0 to 10; without a row the defaults hold."""

    organization = models.OneToOneField("people.Organization", on_delete=models.CASCADE, related_name="match_weights")
    weights = models.JSONField(_("weights"), default=dict)
    # What held before the last change, so that it can be taken back.
    previous = models.JSONField(_("weights before the last change"), default=dict, blank=True)

    class Meta:
        verbose_name = _("weights of the matching")

    def __str__(self):
        return str(self.organization)


class MatchChoiceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """To those who keep or review the pairs."""
        rows = self.filter(organization=actor.organization)
        return rows if actor.has(*MATCHING_READERS) else rows.none()


class MatchChoice(models.Model):
    """What was suggested for a mentee, whom somebody chose, and why, where it was not the first.

    ``suggested`` is the ranking as it stood: [{"mentor": key of the entry, "total": points}, …], the best first.
    ``place`` counts from 1. The names are read from the people themselves.
    """

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="match_choices")
    mentee_entry = models.ForeignKey("people.MenteeEntry", on_delete=models.CASCADE, related_name="match_choices")
    mentor_entry = models.ForeignKey("people.MentorEntry", on_delete=models.CASCADE, related_name="match_choices")
    suggested = models.JSONField(_("what was suggested"), default=list)
    place = models.PositiveSmallIntegerField(_("place in the ranking"))
    total = models.PositiveSmallIntegerField(_("points"))
    is_manager = models.BooleanField(_("the mentor is a line manager"), default=False)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    mentorship = models.OneToOneField(
        "programs.Mentorship", on_delete=models.CASCADE, null=True, blank=True, related_name="match_choice"
    )

    objects = MatchChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("choice of a mentor")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(place=1, is_manager=False) | ~models.Q(reason=""),
                name="match_choice_against_the_ranking_has_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.mentee_entry} – {self.mentor_entry}"

"""What was said: with a name on the invitation, or in an urn that knows nobody."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from people.surveys.models.campaigns import Campaign, Invitee
from people.surveys.states import PROPOSAL_MOVES, PROPOSAL_TONES, Bank, ProposalState


class ResponseQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Sent answers with names are read by the curator alone; unfinished ones by nobody but their author."""
        rows = self.filter(invitee__campaign__organization=actor.organization, is_sent=True)
        return rows if actor.has(Role.CURATOR) else rows.none()


class Response(models.Model):
    """The answers of one person by the code of the question: a draft that grows until it is sent."""

    invitee = models.OneToOneField(Invitee, on_delete=models.CASCADE, related_name="response")
    answers = models.JSONField(_("answers"), default=dict)
    saved_at = models.DateTimeField(_("saved at"))
    is_sent = models.BooleanField(_("sent"), default=False)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")

    def __str__(self):
        return str(self.invitee)


class AnonymousResponse(models.Model):
    """The answers of somebody: no person, no moment, no order.

    The key is random, and whenever one is added the whole urn is written anew in random order together with all
    invitations (``services.answering``), so that neither the place of a row on the disk nor the transaction that
    wrote it tells which invitation it belongs to.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="urn")
    answers = models.JSONField(_("answers"), default=dict)

    class Meta:
        verbose_name = _("anonymous answer")
        ordering = ["pk"]

    def __str__(self):
        return str(self.pk)


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """They change the banks: only the curator sees them."""
        rows = self.filter(response__invitee__campaign__organization=actor.organization)
        return rows if actor.has(Role.CURATOR) else rows.none()

    def waiting(self):
        return self.filter(state=ProposalState.PROPOSED)

    def with_people(self):
        return self.select_related(
            "response__invitee__campaign__questionnaire",
            "response__invitee__employment__person",
            "response__invitee__employment__organization",
            "response__invitee__employment__mentor_entry",
            "response__invitee__employment__mentee_entry",
        )


class Proposal(models.Model):
    """What an answer would write in a bank; decided once."""

    MOVES = PROPOSAL_MOVES

    response = models.OneToOneField(Response, on_delete=models.CASCADE, related_name="proposal")
    bank = models.CharField(_("bank"), max_length=10, choices=Bank.choices)
    state = models.CharField(_("state"), max_length=20, choices=ProposalState.choices, default=ProposalState.PROPOSED)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal for a bank")
        ordering = ["response__invitee__employment__person__search_key", "pk"]
        constraints = [models.CheckConstraint(condition=Q(bank__in=Bank.values), name="proposal_is_for_a_bank")]

    def __str__(self):
        return str(self.response)

    @property
    def state_tone(self):
        return PROPOSAL_TONES[self.state]

    @property
    def employment(self):
        return self.response.invitee.employment

    @property
    def waits(self):
        return self.state == ProposalState.PROPOSED

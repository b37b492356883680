"""Proposals for the banks: confirmed one by one or together, each written once, by the services of the banks."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.banks.selectors import catalog
from people.banks.services import edit_mentee, edit_mentor, enter_mentee, enter_mentor
from people.history.services import move
from people.organizations.selectors import regulation_on
from people.surveys.cards import MODELS, card_of
from people.surveys.models import Campaign, Proposal
from people.surveys.selectors import questions_of
from people.surveys.states import Bank, CampaignState, ProposalState

CONFIRMED = gettext_noop("Written in the bank")
DECLINED = gettext_noop("Proposal declined")


@dataclass
class Outcome:
    """What became of several proposals: those done, and [(proposal, why not), …]."""

    done: list = field(default_factory=list)
    refused: list = field(default_factory=list)


def confirm_proposals(campaign, proposals, *, by):
    """Write each of ``proposals`` of ``campaign`` in its bank; one that cannot be does not stop the others.

    A card that stands in the bank is added to, never written over. Returns the Outcome.
    """
    return _each(campaign, proposals, lambda proposal: _write(proposal, by=by), by=by)


def decline_proposals(campaign, proposals, *, by):
    """Leave the banks as they are and say so. Returns the Outcome."""

    def decline(proposal):
        move(proposal, ProposalState.DECLINED, by=by, deed=DECLINED)

    return _each(campaign, proposals, decline, by=by)


def _each(campaign, proposals, deed, *, by):
    outcome = Outcome()
    for proposal in proposals:
        try:
            with transaction.atomic():
                deed(proposal)
        except MoveRefused as refusal:
            outcome.refused.append((proposal, " ".join(refusal.messages)))
        else:
            outcome.done.append(proposal)
    _finish(campaign, by=by)
    return outcome


@transaction.atomic
def _finish(campaign, *, by):
    """A closed campaign whose last proposal is decided is processed."""
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    rows = Proposal.objects.filter(response__invitee__campaign=row)
    if row.state == CampaignState.CLOSED and rows.exists() and not rows.waiting().exists():
        move(campaign, CampaignState.PROCESSED, by=by, deed=gettext_noop("Survey processed"))


def card_of_proposal(proposal, questions=None, groups=None):
    """The card a proposal would write, see ``cards.card_of``; questions and catalog may be handed in for many."""
    employment, campaign = proposal.employment, proposal.response.invitee.campaign
    organization = employment.organization
    questions = questions_of(campaign) if questions is None else questions
    groups = catalog(organization) if groups is None else groups
    most = regulation_on(organization, organization.today()).bank.max_mentees
    return card_of(proposal.bank, employment, questions, proposal.response.answers, groups, most_places=most)


def _write(proposal, *, by):
    move(proposal, ProposalState.CONFIRMED, by=by, deed=CONFIRMED)
    MODELS[proposal.bank].objects.select_for_update().filter(employment=proposal.employment).first()
    card = card_of_proposal(Proposal.objects.with_people().get(pk=proposal.pk))
    if card.bank == Bank.MENTEES:
        enter, edit, levels = enter_mentee, edit_mentee, {"needs": card.levels}
    else:
        enter, edit, levels = enter_mentor, edit_mentor, {"strengths": card.levels}
    if card.is_new:
        enter(proposal.employment, by=by, **levels, **card.values)
    else:
        edit(card.entry, by=by, values=card.values, expected_version=card.entry.version, **levels)

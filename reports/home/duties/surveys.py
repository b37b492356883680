"""What surveys bring: questions to answer, proposals to decide, results to read."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_words
from people.models import Campaign, Invitee, Proposal
from people.surveys.selectors import open_invitations, present_staff
from people.surveys.states import CampaignState, ProposalState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty
from reports.home.standing import needs, standing

LAST_DAYS = 3


def _invitations(actor, day):
    return Invitee.objects.filter(
        employment=actor.employment,
        has_answered=False,
        campaign__state=CampaignState.OPEN,
        campaign__closes_on__gte=day,
    )


@needs(_invitations)
def to_answer(actor, day):
    """Surveys that wait for the own answer; urgent in their last days."""
    return [
        Duty(
            _("You are asked in a survey: %(survey)s") % {"survey": row.campaign.title},
            _("Answer"),
            actor.url("people:survey_answer", row.campaign_id),
            _("Answers are taken until %(day)s") % {"day": date_words(row.campaign.closes_on)},
            URGENT if (row.campaign.closes_on - day).days < LAST_DAYS else WEEK,
        )
        for row in open_invitations(actor)
    ]


@needs(standing(Proposal, ProposalState.PROPOSED))
def proposals_to_decide(actor, day):
    """Answers that would write a card in a bank."""
    rows = Proposal.objects.waiting().filter(response__invitee__campaign__organization=actor.organization)
    waiting = rows.count()
    if not waiting:
        return []
    title = ngettext(
        "%(n)s answer to a survey proposes a card of a bank",
        "%(n)s answers to surveys propose cards of a bank",
        waiting,
    ) % {"n": waiting}
    campaign = rows.select_related("response__invitee__campaign")[0].response.invitee.campaign
    return [Duty(title, _("Decide"), actor.url("people:campaign_proposals", campaign.pk), campaign.title, WEEK)]


@needs(standing(Campaign, CampaignState.CLOSED))
def results_to_read(actor, day):
    """Closed surveys nobody has worked through."""
    rows = Campaign.objects.filter(organization=actor.organization, state=CampaignState.CLOSED).order_by("closed_on")
    return [
        Duty(
            _("The survey “%(survey)s” is closed") % {"survey": row.title},
            _("Read the results"),
            actor.url("people:campaign_results", row.pk),
            tone=LATER,
        )
        for row in rows
    ]


@needs(standing(Campaign, CampaignState.OPEN))
def asked_without_account(actor, day):
    """People an open survey asks who cannot sign in."""
    present = present_staff(actor.organization).values("pk")
    mute = Q(invitees__employment__person__user=None) | Q(invitees__employment__person__user__is_active=False)
    asked = Q(invitees__has_answered=False, invitees__employment__in=present)
    rows = Campaign.objects.filter(organization=actor.organization).open()
    duties = []
    for campaign in rows.annotate(n_mute=Count("invitees", filter=asked & mute, distinct=True)).filter(n_mute__gt=0):
        n = campaign.n_mute
        detail = ngettext("%(n)s person asked has no account", "%(n)s people asked have no account", n) % {"n": n}
        title = _("Not everybody can answer the survey “%(survey)s”") % {"survey": campaign.title}
        duties.append(Duty(title, _("Who"), actor.url("people:campaign_card", campaign.pk), detail, LATER))
    return duties

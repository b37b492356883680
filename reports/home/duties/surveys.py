"""What surveys bring: questions to answer, proposals to decide, results to read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import date_words
from people.models import Campaign, Proposal
from people.surveys.selectors import has_account, open_invitations, waiting_invitees
from people.surveys.states import CampaignState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty

LAST_DAYS = 3


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
    campaign = rows.with_people()[0].response.invitee.campaign
    return [Duty(title, _("Decide"), actor.url("people:campaign_proposals", campaign.pk), campaign.title, WEEK)]


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


def asked_without_account(actor, day):
    """People an open survey asks who cannot sign in."""
    duties = []
    for campaign in Campaign.objects.filter(organization=actor.organization).open():
        people = [row for row in waiting_invitees(campaign) if not has_account(row)]
        if not people:
            continue
        detail = ngettext("%(n)s person asked has no account", "%(n)s people asked have no account", len(people)) % {
            "n": len(people)
        }
        title = _("Not everybody can answer the survey “%(survey)s”") % {"survey": campaign.title}
        duties.append(Duty(title, _("Who"), actor.url("people:campaign_card", campaign.pk), detail, LATER))
    return duties

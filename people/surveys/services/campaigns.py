"""The life of a campaign: written, launched, opened, closed, processed."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.accounts.models import User
from people.history.services import move, record
from people.notices.services import notify
from people.surveys.models import Campaign, Invitee
from people.surveys.selectors import audience_of, newcomers
from people.surveys.signals import campaign_closed
from people.surveys.states import LEAST_ANSWERS, CampaignState

ASKED = gettext_noop("You are asked to answer the survey “%(survey)s” until %(day)s")


@transaction.atomic
def plan_campaign(campaign, *, by, chosen=()):
    """Write a campaign: a new one or a changed draft; ``chosen`` are the people where they are chosen by name.

    What a survey for a bank may not be is refused: without names nobody knows whose card to write.
    """
    if campaign.pk and not Campaign.objects.select_for_update().get(pk=campaign.pk).is_editable:
        raise MoveRefused(_("The survey is open already: what people were told stays. Only its last day can be moved."))
    campaign.bank = campaign.questionnaire.bank
    if campaign.bank and campaign.is_anonymous:
        raise MoveRefused({"is_anonymous": _("Answers to this survey go to a bank, so it cannot be without names.")})
    is_new = campaign.pk is None
    if is_new:
        campaign.by = by
    campaign.save()
    campaign.chosen.set(chosen)
    deed = gettext_noop("Survey planned") if is_new else gettext_noop("Survey changed")
    record(campaign, deed, by=by, to_state=campaign.state)
    return campaign


@transaction.atomic
def launch_campaign(campaign, *, by):
    """Open a campaign whose day has come, otherwise let the calendar open it on its day.

    Raises MoveRefused where nobody is to be asked, where too few are for a survey without names, and past its end.
    """
    campaign.refresh_from_db()
    day = campaign.organization.today()
    if campaign.closes_on < day:
        raise MoveRefused(_("The last day for answers has passed. Move it first."))
    if campaign.opens_on > day and campaign.state == CampaignState.DRAFT:
        return move(campaign, CampaignState.PLANNED, by=by, deed=gettext_noop("Opens by itself on its day"))
    people = audience_of(campaign)
    _check_audience(campaign, people)
    opens_on = min(campaign.opens_on, day)
    move(campaign, CampaignState.OPEN, by=by, deed=gettext_noop("Survey opened"), opens_on=opens_on)
    _invite(campaign, people)
    return campaign


def _check_audience(campaign, people):
    if not people:
        raise MoveRefused(_("Nobody belongs to this audience today. Choose another one."))
    if campaign.is_anonymous and len(people) < LEAST_ANSWERS:
        message = _("Without names a survey needs at least %(n)s people, otherwise it is plain who said what.")
        raise MoveRefused(message % {"n": LEAST_ANSWERS})


def _invite(campaign, people):
    Invitee.objects.bulk_create([Invitee(campaign=campaign, employment=row) for row in people], ignore_conflicts=True)
    tell(campaign, User.objects.filter(person__in=[row.person_id for row in people], is_active=True), ASKED)


def tell(campaign, users, sentence):
    """A notice about the campaign that leads to its questions; returns the notices written."""
    organization = campaign.organization
    address = reverse("people:survey_answer", args=[organization.slug, campaign.pk])
    values = {"survey": campaign.title, "day": date_numeric(campaign.closes_on)}
    return notify(users, sentence, organization=organization, url=address, **values)


@transaction.atomic
def take_back(campaign, *, by):
    """Make a planned campaign a draft again: the calendar does not open it."""
    return move(campaign, CampaignState.DRAFT, by=by, deed=gettext_noop("Back to the draft"))


@transaction.atomic
def invite_newcomers(campaign, *, by):
    """Ask those who joined the audience since the campaign opened; returns how many. Raises MoveRefused."""
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if not row.takes_answers(row.organization.today()):
        raise MoveRefused(_("The survey takes no answers any more. Move its last day first."))
    people = newcomers(row)
    _invite(row, people)
    if people:
        record(campaign, gettext_noop("More people asked"), by=by, reason=str(len(people)))
    return len(people)


@transaction.atomic
def close_campaign(campaign, *, by):
    """Take no more answers: whatever was sent before counts, whatever comes after is refused.

    ``by`` is None when the calendar closes it. Raises MoveRefused for one that is not open.
    """
    today = campaign.organization.today()
    move(campaign, CampaignState.CLOSED, by=by, deed=gettext_noop("Survey closed"), closed_on=today)
    campaign_closed.send(sender=Campaign, campaign=campaign, by=by)
    return campaign


@transaction.atomic
def extend_campaign(campaign, closes_on, *, by):
    """Move the last day of an open campaign, or let a closed one with names go on until ``closes_on``.

    Raises MoveRefused for a day that has passed, and for a closed one without names: its results have been read,
    and what changed in them would tell who said it.
    """
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if closes_on < row.organization.today():
        raise MoveRefused({"closes_on": _("This day has passed. Choose today or later.")})
    reason = date_numeric(closes_on)
    if row.is_open:
        row.closes_on = campaign.closes_on = closes_on
        row.save(update_fields=["closes_on"])
        record(campaign, gettext_noop("Last day moved"), by=by, reason=reason)
        return campaign
    if row.is_editable:
        raise MoveRefused(_("The survey is not open yet: change its days in the draft."))
    if row.is_anonymous:
        raise MoveRefused(_("A survey without names is not opened again: its results have been read. Plan a new one."))
    changes = {"closes_on": closes_on, "closed_on": None}
    return move(campaign, CampaignState.OPEN, by=by, deed=gettext_noop("Opened again"), reason=reason, **changes)


@transaction.atomic
def process_campaign(campaign, *, by):
    """Mark a closed campaign as worked through. Raises MoveRefused while a proposal waits for a decision."""
    if any(each.waits for each in _proposals(campaign)):
        raise MoveRefused(_("Some proposals for the bank wait for your decision. Confirm or decline them first."))
    return move(campaign, CampaignState.PROCESSED, by=by, deed=gettext_noop("Survey processed"))


def _proposals(campaign):
    rows = campaign.invitees.filter(response__proposal__isnull=False).select_related("response__proposal")
    return [row.response.proposal for row in rows]


@transaction.atomic
def drop_campaign(campaign, *, by):
    """Throw away a campaign nobody was asked in. Raises MoveRefused."""
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if not row.is_editable:
        raise MoveRefused(_("People have been asked already: close the survey instead."))
    record(row.questionnaire, gettext_noop("Planned survey dropped"), by=by, reason=row.title)
    row.delete()

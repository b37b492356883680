"""Reminders to those who have not answered, and what the calendar does with surveys."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.consents.selectors import keepers_of
from people.history.services import record
from people.notices.services import notify
from people.surveys.models import Campaign, Invitee
from people.surveys.selectors import has_account, waiting_invitees
from people.surveys.services.campaigns import close_campaign, launch_campaign, take_back, tell
from people.surveys.states import CampaignState

REMINDER = gettext_noop("The survey “%(survey)s” waits for your answer until %(day)s")
NOT_OPENED = gettext_noop("The survey “%(survey)s” did not open: look at its audience and launch it again")
# The calendar reminds by itself when so many days are left.
DAYS_LEFT = (3, 1)


@transaction.atomic
def remind_invitees(campaign, *, by):
    """Remind those with an account who have not answered, each once a day at most; returns how many were.

    Raises MoveRefused for a campaign that takes no answers.
    """
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    day = row.organization.today()
    if not row.takes_answers(day):
        raise MoveRefused(_("The survey takes no answers any more. Move its last day first."))
    waiting = waiting_invitees(row).filter(Q(reminded_on=None) | Q(reminded_on__lt=day))
    reached = [each for each in waiting if has_account(each)]
    tell(row, [each.employment.person.user for each in reached], REMINDER)
    Invitee.objects.filter(pk__in=[each.pk for each in reached]).update(reminded_on=day)
    if reached:
        record(campaign, gettext_noop("Reminded"), by=by, reason=str(len(reached)))
    return len(reached)


def keep_campaigns(organization):
    """Open the campaigns whose day has come, close those whose last day has passed, remind shortly before.

    Running twice a day changes nothing. Returns how many campaigns were opened or closed.
    """
    day = organization.today()
    rows = Campaign.objects.filter(organization=organization)
    due = list(rows.filter(state=CampaignState.PLANNED, opens_on__lte=day))
    for campaign in due:
        _open_or_tell(campaign)
    over = list(rows.open().filter(closes_on__lt=day))
    for campaign in over:
        close_campaign(campaign, by=None)
    for campaign in rows.open().filter(closes_on__in=[day + timedelta(days=left) for left in DAYS_LEFT]):
        remind_invitees(campaign, by=None)
    return len(due) + len(over)


def _open_or_tell(campaign):
    """A campaign that cannot open goes back to its draft, and the curators hear of it."""
    try:
        launch_campaign(campaign, by=None)
    except MoveRefused:
        take_back(campaign, by=None)
        organization = campaign.organization
        address = reverse("people:campaign_card", args=[organization.slug, campaign.pk])
        notify(keepers_of(organization), NOT_OPENED, organization=organization, url=address, survey=campaign.title)

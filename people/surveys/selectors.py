"""Reads about surveys: who belongs to an audience, who is still asked, what is compared with what."""

from django.db.models import Exists, OuterRef, Q

from people.accounts.models import Membership
from people.accounts.states import Role
from people.banks import criteria
from people.banks.models import MentorEntry
from people.banks.states import LIVE_STATES, EntryState
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.surveys.models import Campaign, Invitee, Proposal, Question
from people.surveys.states import Audience, CampaignState, Phase


def present_staff(organization):
    """Everybody who works here today, each once."""
    rows = Employment.objects.active_on(organization.today()).filter(organization=organization, is_primary=True)
    return rows.select_related("person")


def audience_of(campaign):
    """Whom the campaign would ask if it opened today: a list of Employment."""
    organization = campaign.organization
    rows = present_staff(organization)
    audience = campaign.audience
    if audience == Audience.POSSIBLE_MENTORS:
        return _possible_mentors(rows, organization)
    if audience == Audience.CHOSEN:
        rows = rows.filter(pk__in=campaign.chosen.values("pk"))
    elif audience == Audience.TEACHERS:
        rows = rows.filter(is_teacher=True)
    elif audience == Audience.CURATORS:
        held = Membership.objects.active_on(organization.today()).filter(organization=organization, role=Role.CURATOR)
        rows = rows.filter(person__user__memberships__in=held).distinct()
    else:
        entry = "mentor_entry" if audience == Audience.MENTORS else "mentee_entry"
        rows = rows.filter(**{f"{entry}__state__in": LIVE_STATES})
    return list(rows)


def _possible_mentors(rows, organization):
    """Teachers outside the bank whom the regulation lets in, or would with the staff card filled in."""
    day = organization.today()
    thresholds = regulation_on(organization, day).criteria.thresholds
    inside = MentorEntry.objects.filter(employment=OuterRef("pk")).exclude(state=EntryState.ARCHIVED)
    found = []
    for row in rows.filter(~Exists(inside), is_teacher=True):
        conditions = criteria.mentor_conditions(thresholds, criteria.Facts.of(row), day)
        if criteria.all_of(each.answer for each in conditions) != criteria.Answer.FAILED:
            found.append(row)
    return found


def newcomers(campaign):
    """Those who belong to the audience today and were not asked: a list of Employment."""
    asked = set(campaign.invitees.values_list("employment_id", flat=True))
    return [row for row in audience_of(campaign) if row.pk not in asked]


def waiting_invitees(campaign):
    """Those who have not answered, still work here, with their accounts."""
    present = present_staff(campaign.organization).values("pk")
    rows = campaign.invitees.filter(has_answered=False, employment__in=present)
    return rows.select_related("employment__person__user")


def has_account(invitee):
    """Whether the person can sign in and answer."""
    user = getattr(invitee.employment.person, "user", None)
    return user is not None and user.is_active


def questions_of(campaign):
    """The questions of a campaign in their order."""
    return list(Question.objects.filter(questionnaire=campaign.questionnaire_id))


def my_invitations(actor):
    """The surveys one is asked to answer, those still open first, with the draft: newest first."""
    if actor.employment is None:
        return Invitee.objects.none()
    rows = Invitee.objects.filter(employment=actor.employment, campaign__organization=actor.organization)
    rows = rows.exclude(campaign__state__in=[CampaignState.DRAFT, CampaignState.PLANNED])
    return rows.select_related("campaign__questionnaire", "response").order_by("-campaign__opens_on", "-pk")


def open_invitations(actor):
    """The surveys that wait for the actor's answer today: an Invitee for each."""
    rows = my_invitations(actor).filter(has_answered=False, campaign__state=CampaignState.OPEN)
    return rows.filter(campaign__closes_on__gte=actor.today())


def campaign_before(campaign):
    """The campaign at the start that a campaign at the end is compared with, or None.

    The latest of the same audience that has ended and asks a question with a code of this one.
    """
    if campaign.phase != Phase.AFTER:
        return None
    codes = Question.objects.filter(questionnaire=campaign.questionnaire_id, kind__in=("scale", "yes_no"))
    shared = Question.objects.filter(
        questionnaire=OuterRef("questionnaire"), kind__in=("scale", "yes_no"), code__in=codes.values("code")
    )
    rows = Campaign.objects.filter(
        Exists(shared),
        Q(opens_on__lte=campaign.opens_on),
        organization=campaign.organization_id,
        phase=Phase.BEFORE,
        audience=campaign.audience,
        closed_on__isnull=False,
    )
    return rows.select_related("questionnaire").order_by("-opens_on", "-pk").first()


def proposals_of(campaign):
    """The proposals of a campaign with their people, those that wait first."""
    rows = Proposal.objects.filter(response__invitee__campaign=campaign).with_people()
    return rows.order_by("-state", "response__invitee__employment__person__search_key", "pk")

"""Kinds of questions, audiences and the life of a questionnaire, a campaign and a proposal: domain.md §2.6, §3."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Below this many answers nothing is counted out: a figure of four people tells who said what.
LEAST_ANSWERS = 5
LOWEST, HIGHEST = 1, 10


class Kind(models.TextChoices):
    SCALE = "scale", _("Scale from 1 to 10")
    YES_NO = "yes_no", _("Yes or no")
    CHOICE = "choice", _("One of several")
    SEVERAL = "several", _("Several of a list")
    TEXT = "text", _("Free text")
    MATRIX = "matrix", _("Table: one answer in every row")


class QuestionnaireState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Ready for use")
    ARCHIVED = "archived", _("Archived")


QUESTIONNAIRE_MOVES = {
    QuestionnaireState.DRAFT: {QuestionnaireState.PUBLISHED},
    QuestionnaireState.PUBLISHED: {QuestionnaireState.ARCHIVED},
    QuestionnaireState.ARCHIVED: {QuestionnaireState.PUBLISHED},
}
QUESTIONNAIRE_TONES = {
    QuestionnaireState.DRAFT: "grey",
    QuestionnaireState.PUBLISHED: "green",
    QuestionnaireState.ARCHIVED: "blue",
}


class Bank(models.TextChoices):
    """The bank whose cards the answers of a survey propose."""

    MENTEES = "mentees", _("bank of mentees")
    MENTORS = "mentors", _("bank of mentors")


class Phase(models.TextChoices):
    BEFORE = "before", _("at the start")
    AFTER = "after", _("at the end")


class Audience(models.TextChoices):
    TEACHERS = "teachers", _("All teachers")
    POSSIBLE_MENTORS = "possible", _("Possible mentors: teachers the regulation lets into the bank")
    MENTORS = "mentors", _("Mentors of the bank")
    MENTEES = "mentees", _("Mentees of the bank")
    CURATORS = "curators", _("Curators")
    CHOSEN = "chosen", _("People chosen by name")


class CampaignState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PLANNED = "planned", _("Opens by itself")
    OPEN = "open", pgettext_lazy("survey", "Open")
    CLOSED = "closed", pgettext_lazy("survey", "Closed")
    PROCESSED = "processed", _("Processed")


CAMPAIGN_MOVES = {
    CampaignState.DRAFT: {CampaignState.PLANNED, CampaignState.OPEN},
    CampaignState.PLANNED: {CampaignState.OPEN, CampaignState.DRAFT},
    CampaignState.OPEN: {CampaignState.CLOSED},
    # Back to open: a survey with names goes on; an anonymous one does not, its results have been read.
    CampaignState.CLOSED: {CampaignState.PROCESSED, CampaignState.OPEN},
}
CAMPAIGN_TONES = {
    CampaignState.DRAFT: "grey",
    CampaignState.PLANNED: "amber",
    CampaignState.OPEN: "green",
    CampaignState.CLOSED: "blue",
    CampaignState.PROCESSED: "blue",
}
EDITABLE = (CampaignState.DRAFT, CampaignState.PLANNED)
ENDED = (CampaignState.CLOSED, CampaignState.PROCESSED)


class ProposalState(models.TextChoices):
    PROPOSED = "proposed", _("Waits for a decision")
    CONFIRMED = "confirmed", _("Written in the bank")
    DECLINED = "declined", _("Declined")


PROPOSAL_MOVES = {ProposalState.PROPOSED: {ProposalState.CONFIRMED, ProposalState.DECLINED}}
PROPOSAL_TONES = {
    ProposalState.PROPOSED: "amber",
    ProposalState.CONFIRMED: "green",
    ProposalState.DECLINED: "grey",
}

"""A campaign puts one questionnaire to an audience from a day to a day."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from people.surveys.models.questionnaires import QUESTIONNAIRE_READERS, Questionnaire
from people.surveys.states import (
    CAMPAIGN_MOVES,
    CAMPAIGN_TONES,
    EDITABLE,
    ENDED,
    Audience,
    Bank,
    CampaignState,
    Phase,
)

RESULT_READERS = QUESTIONNAIRE_READERS


class CampaignQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All of the organization to whoever reads results, otherwise those one was invited to."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*RESULT_READERS):
            return rows
        if actor.employment is None:
            return rows.none()
        return rows.filter(pk__in=Invitee.objects.filter(employment=actor.employment).values("campaign"))

    def open(self):
        return self.filter(state=CampaignState.OPEN)

    def with_rate(self):
        """Campaigns with ``invited`` and ``answered``, how many were asked and how many of them have answered."""
        return self.annotate(
            invited=Count("invitees"), answered=Count("invitees", filter=Q(invitees__has_answered=True))
        )


class Campaign(models.Model):
    """Who is asked, from when to when, by which questionnaire, with names or without."""

    MOVES = CAMPAIGN_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="campaigns")
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="campaigns", verbose_name=_("questionnaire")
    )
    title = models.CharField(_("title"), max_length=200)
    phase = models.CharField(_("asked"), max_length=10, choices=Phase.choices, blank=True)
    bank = models.CharField(_("answers go to"), max_length=10, choices=Bank.choices, blank=True)
    audience = models.CharField(_("who is asked"), max_length=10, choices=Audience.choices, default=Audience.TEACHERS)
    chosen = models.ManyToManyField(
        "people.Employment", related_name="+", blank=True, verbose_name=_("people chosen by name")
    )
    is_anonymous = models.BooleanField(_("without names"), default=False)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("last day for answers"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=CampaignState.choices, default=CampaignState.DRAFT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="survey_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(bank="") | Q(is_anonymous=False), name="survey_for_a_bank_is_not_anonymous"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ENDED) | Q(closed_on__isnull=False), name="closed_survey_has_a_day"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def state_tone(self):
        return CAMPAIGN_TONES[self.state]

    @property
    def is_editable(self):
        return self.state in EDITABLE

    @property
    def is_open(self):
        return self.state == CampaignState.OPEN

    @property
    def has_ended(self):
        return self.state in ENDED

    def takes_answers(self, day):
        """Whether an answer counts on ``day``: the last day counts too, whether or not the calendar has closed it."""
        return self.is_open and day <= self.closes_on

    @property
    def ended_on(self):
        """The last day answers were taken."""
        return min(self.closed_on or self.closes_on, self.closes_on)


class Invitee(models.Model):
    """One person asked. ``has_answered`` knows no moment: without names nothing here leads to what was said."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="invitees")
    employment = models.ForeignKey("people.Employment", on_delete=models.CASCADE, related_name="survey_invitations")
    has_answered = models.BooleanField(_("has answered"), default=False)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)

    class Meta:
        verbose_name = _("person asked")
        ordering = ["employment__person__search_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "employment"], name="one_invitation_per_person_and_survey"),
        ]

    def __str__(self):
        return str(self.employment)

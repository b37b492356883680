"""Questionnaires with versions and their questions."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from people.surveys.states import (
    HIGHEST,
    LOWEST,
    QUESTIONNAIRE_MOVES,
    QUESTIONNAIRE_TONES,
    Bank,
    Kind,
    Phase,
    QuestionnaireState,
)

QUESTIONNAIRE_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


class QuestionnaireQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the organization to whoever reads results; respondents see a campaign, not its questionnaire."""
        rows = self.filter(organization=actor.organization)
        return rows if actor.has(*QUESTIONNAIRE_READERS) else rows.none()

    def published(self):
        return self.filter(state=QuestionnaireState.PUBLISHED)


class Questionnaire(Versioned):
    """What is asked. A published one never changes: editing it makes the next edition, a draft."""

    MOVES = QUESTIONNAIRE_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="questionnaires")
    # The code of the template it began from; empty for one's own.
    template = models.CharField(max_length=30, blank=True)
    title = models.CharField(_("title"), max_length=200)
    intro = models.TextField(_("words to those who answer"), blank=True)
    # The bank its answers propose cards for, and the moment of a program it is meant for.
    bank = models.CharField(_("answers go to"), max_length=10, choices=Bank.choices, blank=True)
    phase = models.CharField(_("asked"), max_length=10, choices=Phase.choices, blank=True)
    # Lines «15–18: words» that read the sum of the questions that count.
    reading = models.TextField(_("how the sum of points is read"), blank=True)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    former = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="later", verbose_name=_("replaces")
    )
    state = models.CharField(
        _("state"), max_length=20, choices=QuestionnaireState.choices, default=QuestionnaireState.DRAFT
    )

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering = ["title", "-edition", "pk"]

    def __str__(self):
        return self.title

    @property
    def state_tone(self):
        return QUESTIONNAIRE_TONES[self.state]

    @property
    def is_draft(self):
        return self.state == QuestionnaireState.DRAFT

    @property
    def is_published(self):
        return self.state == QuestionnaireState.PUBLISHED


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the questionnaires the actor may see."""
        return self.filter(questionnaire__in=Questionnaire.objects.visible_to(actor))


class Question(Versioned):
    """One question. The same ``code`` before and after makes two answers comparable."""

    class Source(models.TextChoices):
        OWN = "", _("the list below")
        COMPETENCES = "competences", _("the catalog of competences of the organization")

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("place"))
    code = models.CharField(max_length=40)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("question"), max_length=500)
    hint = models.CharField(_("hint"), max_length=500, blank=True)
    is_required = models.BooleanField(_("an answer is needed"), default=True)
    # What can be chosen; of a scale the words at its two ends, of a table its columns.
    options = models.JSONField(_("answers to choose from"), default=list, blank=True)
    rows = models.JSONField(_("rows of the table"), default=list, blank=True)
    source = models.CharField(
        _("answers come from"), max_length=20, choices=Source.choices, default=Source.OWN, blank=True
    )
    # The first answer counts nothing, the second a point, the third two.
    counts = models.BooleanField(_("counts in the sum of points"), default=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "code"], name="one_question_per_code"),
            models.CheckConstraint(condition=Q(source="") | Q(kind=Kind.SEVERAL), name="only_several_take_a_source"),
            models.CheckConstraint(condition=Q(counts=False) | Q(kind=Kind.CHOICE), name="only_a_choice_counts"),
        ]

    def __str__(self):
        return self.text

    @property
    def scale(self):
        """The marks of a scale."""
        return range(LOWEST, HIGHEST + 1)

"""One application about a pair at work: who asks for what, whose consent it has, what was decided by whom."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.models import User
from people.accounts.states import Role
from programs.applications.states import (
    APPLICATION_MOVES,
    APPLICATION_TONES,
    NEVER_REFUSED,
    OPEN,
    ApplicationKind,
    ApplicationState,
    Mediation,
)
from programs.mentorships.models import Member, members_with_people

APPLICATION_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST}


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to those who decide or advise; to the two sides those of their own pair.

        What one mentee of a group asks for alone is not for the others.
        """
        rows = self.filter(organization=actor.organization)
        if actor.has(*APPLICATION_READERS):
            return rows
        return rows.of(actor.employment) if actor.employment else rows.none()

    def of(self, employment):
        """Those that concern ``employment``: filed by the person, or about a pair they take part in."""
        mentored = Member.objects.filter(mentee_entry__employment=employment, left_on__isnull=True)
        return self.filter(
            Q(filed_by__person=employment.person_id, organization=employment.organization_id)
            | Q(mentorship__mentor_entry__employment=employment)
            | Q(mentorship__in=mentored.values("mentorship"), member__isnull=True)
        )

    def with_people(self):
        """Everything a row of a list shows, in a fixed number of queries.

        What may be missing is asked for by itself: PostgreSQL plans twenty joins for a tenth of a second.
        """
        return self.select_related(
            "organization",
            "filed_by__person",
            "program",
            "mentorship__organization",
            "mentorship__mentor_entry__employment__person",
        ).prefetch_related(
            Prefetch("member", Member.objects.select_related("mentee_entry__employment__person")),
            "mentorship__mentor_entry__employment__person__user",
            Prefetch("visa_by", User.objects.select_related("person")),
            Prefetch("decided_by", User.objects.select_related("person")),
            Prefetch("consents", ApplicationConsent.objects.select_related("employment__person")),
            members_with_people("mentorship", "person__user"),
        )

    def open(self):
        """Those that still wait for somebody."""
        return self.filter(state__in=OPEN)


class Application(Versioned):
    """An application from its filing to the order that carries it out."""

    MOVES = APPLICATION_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="applications")
    kind = models.CharField(_("what is asked for"), max_length=20, choices=ApplicationKind.choices)
    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.PROTECT, related_name="applications")
    # The program that is to be longer, other or shorter.
    program = models.ForeignKey(
        "programs.Program", on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    # The mentee who asks for another mentor: in a group the others may stay with theirs.
    member = models.ForeignKey(
        "programs.Member", on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    filed_as = models.CharField(_("as whom"), max_length=20, choices=Role.choices)
    filed_on = models.DateField(_("filed on"))
    reason = models.TextField(_("reason"), blank=True)
    # Whether the other side may read the reason too; those who decide always do.
    reason_open = models.BooleanField(_("the other side may read the reason"), default=False)
    wish = models.TextField(_("wish"), blank=True)
    # What a correction is to change; the shape is that of `programs.plans.services.correct_program`.
    changes = models.JSONField(_("changes of the program"), default=dict, blank=True)
    # From which day; of a resignation the day that is wished for.
    wished_on = models.DateField(_("from which day"), null=True, blank=True)
    new_ends_on = models.DateField(_("new last day of the program"), null=True, blank=True)
    # A code of `completion.reasons` of the regulation: the ground of an end ahead of time.
    ground = models.CharField(_("ground by the regulation"), max_length=60, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ApplicationState.choices, default=ApplicationState.FILED, db_index=True
    )
    visa_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    visa_on = models.DateField(_("visa of the curator on"), null=True, blank=True)
    visa_remark = models.TextField(_("remark of the curator"), blank=True)
    meeting = models.ForeignKey(
        "programs.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("meeting of the council"),
    )
    mediation = models.CharField(_("outcome at the council"), max_length=20, choices=Mediation.choices, blank=True)
    mediation_note = models.TextField(_("what the council found"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    resolution = models.TextField(_("resolution of the head"), blank=True)
    # The day on which it takes effect, as the head set it.
    takes_effect_on = models.DateField(_("takes effect on"), null=True, blank=True)
    order = models.ForeignKey(
        "programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    # The pair that takes over where a mentor is replaced.
    successor = models.ForeignKey(
        "programs.Mentorship", on_delete=models.PROTECT, null=True, blank=True, related_name="applications_before"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-filed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "kind"],
                condition=Q(state__in=OPEN, member__isnull=True),
                name="one_open_application_per_kind",
            ),
            models.UniqueConstraint(
                fields=["mentorship", "kind", "member"],
                condition=Q(state__in=OPEN, member__isnull=False),
                name="one_open_application_per_kind_and_member",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=NEVER_REFUSED, state=ApplicationState.REFUSED),
                name="resignation_is_never_refused",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.mentorship}"

    @property
    def state_tone(self):
        return APPLICATION_TONES[self.state]

    @property
    def is_open(self):
        return self.state in OPEN


class ApplicationConsent(models.Model):
    """The answer of somebody of the pair: agrees, does not agree, or only has a word to say."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="consents")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="+")
    # None: a word about the end of the pair, which asks for no consent.
    agrees = models.BooleanField(_("agrees"), null=True, default=True)
    word = models.TextField(_("word of the side"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("consent to an application")
        constraints = [
            models.UniqueConstraint(fields=["application", "employment"], name="one_consent_per_application"),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.employment}"


class KeptApplication(models.Model):
    """What somebody typed into the form of an application and has not sent: it survives a session that ended."""

    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=ApplicationKind.choices)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("application kept for later")
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "kind", "user"], name="one_kept_application_per_user"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.mentorship_id}, {self.user}"

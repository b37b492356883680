"""The supplementary agreement to the employment contract: the work of a mentor (Labor Code art. 351.8)."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import random_name
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from people.consents.states import (
    AGREEMENT_MOVES,
    AGREEMENT_TONES,
    AgreementState,
    EndGround,
    NoticeSide,
    PaymentKind,
    WorkMode,
)

AGREEMENT_READERS = {Role.DIRECTOR, Role.CURATOR}


def agreement_path(agreement, name):
    """Where the scan of a signed agreement is stored: under a name nobody can guess."""
    return random_name(f"agreements/{agreement.organization_id}", name)


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to the head and the curator, for they tell of pay; the own ones to everybody."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*AGREEMENT_READERS):
            return rows
        return rows.filter(employment__person=actor.person) if actor.person else rows.none()

    def covering(self, day):
        """Signed agreements whose work goes on on ``day``: begun, not run out, not ended by a notice before."""
        rows = self.filter(state__in=[AgreementState.SIGNED, AgreementState.IN_FORCE])
        rows = rows.filter(starts_on__lte=day, ends_on__gte=day)
        return rows.filter(Q(last_on__isnull=True) | Q(last_on__gte=day))


class Agreement(Versioned):
    """What one worker does as a mentor, from when to when, in which form and for what pay.

    The notice days are those of the regulation on the day of drafting: they are part of what is signed. The paper is
    signed by hand: an employment contract is not changed by a simple electronic signature (Labor Code art. 22.3).
    """

    MOVES = AGREEMENT_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="agreements")
    employment = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, related_name="agreements", verbose_name=_("mentor")
    )
    state = models.CharField(
        _("state"), max_length=20, choices=AgreementState.choices, default=AgreementState.DRAFT, db_index=True
    )
    number = models.CharField(_("number"), max_length=30, blank=True)
    contract = models.CharField(_("employment contract, date and number"), max_length=120, blank=True)
    mentees = models.CharField(_("who is mentored"), max_length=500)
    content = models.TextField(_("content of the work"))
    form = models.CharField(_("form of mentoring"), max_length=200)
    mode = models.CharField(
        _("where the work goes on"), max_length=10, choices=WorkMode.choices, default=WorkMode.ON_SITE
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    payment_kind = models.CharField(_("payment"), max_length=20, choices=PaymentKind.choices, default=PaymentKind.NONE)
    payment_amount = models.DecimalField(
        _("how much"), max_digits=9, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    per_mentee = models.BooleanField(_("for every mentee"), default=False)
    payment_basis = models.CharField(_("ground of the payment"), max_length=300, blank=True)
    mentor_notice_days = models.PositiveSmallIntegerField(default=0)
    employer_notice_days = models.PositiveSmallIntegerField(default=3)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    scan = models.FileField(_("scan of the paper"), upload_to=agreement_path, blank=True)
    scan_name = models.CharField(_("name of the scan"), max_length=200, blank=True)
    registrar = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    notice_side = models.CharField(_("who gave notice"), max_length=10, choices=NoticeSide.choices, blank=True)
    notice_on = models.DateField(_("notice given on"), null=True, blank=True)
    notice_reason = models.CharField(_("reason"), max_length=300, blank=True)
    last_on = models.DateField(_("last day by the notice"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_ground = models.CharField(_("ground of the end"), max_length=10, choices=EndGround.choices, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("supplementary agreement")
        verbose_name_plural = _("supplementary agreements")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"),
            models.CheckConstraint(
                condition=~Q(state__in=[AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.ENDED])
                | Q(signed_on__isnull=False, registrar__isnull=False),
                name="agreement_signed_has_evidence",
            ),
            models.CheckConstraint(
                condition=Q(payment_kind=PaymentKind.NONE, payment_amount__isnull=True)
                | (~Q(payment_kind=PaymentKind.NONE) & Q(payment_amount__gt=0)),
                name="agreement_payment_has_amount",
            ),
            models.CheckConstraint(
                condition=Q(notice_side="", notice_on__isnull=True, last_on__isnull=True)
                | (~Q(notice_side="") & Q(notice_on__isnull=False, last_on__gte=F("notice_on"))),
                name="agreement_notice_has_days",
            ),
        ]

    def __str__(self):
        return f"{self.employment.person.short_name}: {self.mentees}"

    @property
    def state_tone(self):
        return AGREEMENT_TONES[self.state]

    @property
    def is_draft(self):
        return self.state == AgreementState.DRAFT

    @property
    def can_be_cancelled(self):
        """Whether a notice may still be given: it is signed, not over, and nobody gave one."""
        return self.state in (AgreementState.SIGNED, AgreementState.IN_FORCE) and not self.notice_side

    @property
    def last_day(self):
        """The last day of the work: of the term, or by the notice."""
        return min(filter(None, (self.ends_on, self.last_on)))

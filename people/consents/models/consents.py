"""Consent texts with versions and the register: one consent, one document, one purpose (156-FZ)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import random_name
from people.accounts.states import Role
from people.consents.states import CONSENT_MOVES, CONSENT_TONES, ConsentState, Disclosed, Method, Purpose

REGISTER_READERS = {Role.DIRECTOR, Role.CURATOR, Role.SYSADMIN}


def scan_path(consent, name):
    """Where the scan of a paper is stored: under a name nobody can guess."""
    return random_name(f"consents/{consent.organization_id}", name)


class ConsentTextQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """To those who read the register."""
        rows = self.filter(organization=actor.organization)
        return rows if actor.has(*REGISTER_READERS) else rows.none()

    def begun(self, day):
        """Texts whose day of use has come by ``day``, the one in use last."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).order_by("number")


class ConsentText(models.Model):
    """The wording of a consent of one purpose; a new wording is a new version, used from its day on.

    Without ``valid_from`` it is used from the start; without ``months`` a consent holds until it is withdrawn.
    """

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="consent_texts")
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    title = models.CharField(_("title"), max_length=300)
    body = models.TextField(_("text"))
    months = models.PositiveSmallIntegerField(_("holds, months"), null=True, blank=True)
    valid_from = models.DateField(_("used from"), null=True, blank=True)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent text")
        ordering = ["purpose", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "purpose", "number"], name="one_consent_text_per_purpose_and_version"
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"


class ConsentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The register to the head, the curator and the sysadmin; the own consents to everybody."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*REGISTER_READERS):
            return rows
        return rows.filter(person=actor.person) if actor.person else rows.none()

    def in_force(self, day):
        """Consents that are given and not run out on ``day``."""
        return self.filter(state=ConsentState.GIVEN).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))

    def of_older_text(self, day):
        """Given consents whose purpose has a newer text in use on ``day``."""
        newer = ConsentText.objects.begun(day).filter(
            organization=OuterRef("organization"), purpose=OuterRef("purpose"), number__gt=OuterRef("text__number")
        )
        return self.filter(Exists(newer), state=ConsentState.GIVEN)

    def ending_by(self, day):
        """Given consents that run out by ``day``."""
        return self.filter(state=ConsentState.GIVEN, valid_until__lte=day)


class Consent(models.Model):
    """What one person allowed, by which exact text, how and until when."""

    MOVES = CONSENT_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    state = models.CharField(_("state"), max_length=20, choices=ConsentState.choices, default=ConsentState.REQUESTED)
    method = models.CharField(_("how it was given"), max_length=20, choices=Method.choices, blank=True)
    wording = models.TextField(_("exact text given"), blank=True)
    scan = models.FileField(_("scan of the paper"), upload_to=scan_path, blank=True)
    scan_name = models.CharField(_("name of the scan"), max_length=200, blank=True)
    registrar = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
    )
    # What the person forbade or bound to conditions (152-FZ art. 10.1 part 9).
    conditions = models.TextField(_("conditions and prohibitions"), blank=True)
    requested_on = models.DateField(_("requested on"))
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    given_on = models.DateField(_("given on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-requested_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ConsentState.GIVEN)
                | (
                    ~Q(wording="")
                    & Q(given_on__isnull=False)
                    & (Q(method=Method.ELECTRONIC) | Q(method=Method.PAPER, registrar__isnull=False))
                ),
                name="consent_given_has_evidence",
            ),
            # A request to give a consent anew may wait beside the one in force.
            *(
                models.UniqueConstraint(
                    fields=["organization", "person", "purpose"],
                    condition=Q(state=state),
                    name=f"one_{state.value}_consent_per_person_and_purpose",
                )
                for state in (ConsentState.REQUESTED, ConsentState.GIVEN)
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.get_purpose_display()}"

    @property
    def awaits_answer(self):
        return self.state == ConsentState.REQUESTED

    @property
    def is_given(self):
        return self.state == ConsentState.GIVEN

    @property
    def state_tone(self):
        return CONSENT_TONES[self.state]

    @property
    def disclosed_labels(self):
        """What may be shown to everybody, in the order of the form."""
        allowed = {row.field for row in self.disclosures.all()}
        return [field.label for field in Disclosed if field in allowed]


class Disclosure(models.Model):
    """One item a given consent to public disclosure allows to show; what has no row is not shown."""

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="disclosures")
    field = models.CharField(_("what may be shown"), max_length=20, choices=Disclosed.choices)

    class Meta:
        verbose_name = _("item allowed to be shown")
        constraints = [
            models.UniqueConstraint(fields=["consent", "field"], name="one_disclosure_per_consent_and_field")
        ]

    def __str__(self):
        return self.get_field_display()

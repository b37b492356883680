"""Issued papers, their registers by kind and year, the commission of an act."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from reports.issued.states import ISSUED_MOVES, ISSUED_TONES, NUMBERED, PERSONAL, IssuedKind, IssuedState

# Those who see every paper of their organization in every state.
KEEPERS = (Role.DIRECTOR, Role.CURATOR)
# What honors somebody is known to the council, which proposes it.
HONORS = (IssuedKind.CERTIFICATE, IssuedKind.THANKS)


class IssuedSeries(models.Model):
    """The register of one kind in one calendar year; its row is locked while a number is given."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="issued_series")
    kind = models.CharField(_("kind"), max_length=20, choices=IssuedKind.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    next_number = models.PositiveIntegerField(_("next number"), default=1)

    class Meta:
        verbose_name = _("register of issued papers")
        constraints = [
            models.UniqueConstraint(fields=["organization", "kind", "year"], name="one_issued_series_per_kind_and_year")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.year}"


class IssuedPaperQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to the head and the curator; acts to the sysadmin, issued honors to the council; the own ones to all.

        Nobody else's record, and no draft of a paper about oneself.
        """
        rows = self.filter(organization=actor.organization)
        if actor.has(*KEEPERS):
            return rows
        seen = Q(pk__in=[])
        if actor.has(Role.SYSADMIN):
            seen |= Q(kind=IssuedKind.ACT)
        if actor.has(Role.COUNCIL):
            seen |= Q(kind__in=HONORS, state=IssuedState.ISSUED)
        if actor.person:
            seen |= Q(about__person=actor.person, kind__in=PERSONAL, state=IssuedState.ISSUED)
        return rows.filter(seen)

    def with_people(self):
        """Everything a row of the list and the paper itself name."""
        return self.select_related(
            "organization__authority",
            "about__person__user",
            "mentorship__mentor_entry__employment__person",
            "basis_order",
            "drafted_by__person",
            "signer__person",
        )

    def numbered(self):
        """Those with a number and a frozen file."""
        return self.filter(state__in=NUMBERED)


class IssuedPaper(Versioned):
    """One paper: a draft until signed, read-only from then on; annulled, it keeps its number and its file.

    ``fields`` is what was typed, in the shape its kind asks for (``reports.issued.forms``); the figures of a letter
    stand in it as they were counted.
    """

    MOVES = ISSUED_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="issued_papers")
    kind = models.CharField(_("kind"), max_length=20, choices=IssuedKind.choices)
    state = models.CharField(
        _("state"), max_length=20, choices=IssuedState.choices, default=IssuedState.DRAFT, db_index=True
    )
    about = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="issued_papers"
    )
    mentorship = models.ForeignKey(
        "programs.Mentorship", on_delete=models.PROTECT, null=True, blank=True, related_name="issued_papers"
    )
    # The order a thanks is announced by.
    basis_order = models.ForeignKey(
        "programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="issued_papers"
    )
    # Withdrawn and expired consents whose data an act says to be destroyed.
    consents = models.ManyToManyField("people.Consent", blank=True, related_name="destruction_acts")
    fields = models.JSONField(_("what was typed"), default=dict)
    # Of a school that keeps one register for all that goes out.
    hand_number = models.CharField(_("number by hand"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    number = models.PositiveIntegerField(_("number in the register"), null=True, blank=True)
    number_text = models.CharField(_("number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issued_at = models.DateTimeField(_("issued at"), null=True, blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(_("drafted at"))
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    remark = models.TextField(_("remark of the head"), blank=True)
    frozen = models.OneToOneField(
        "reports.FrozenDocument", on_delete=models.PROTECT, null=True, blank=True, related_name="issued_paper"
    )

    objects = IssuedPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("issued paper")
        verbose_name_plural = _("issued papers")
        ordering = ["-issued_on", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind", "year", "number_text"],
                condition=Q(state__in=NUMBERED),
                name="one_issued_number_per_kind_and_year",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=NUMBERED)
                | (
                    ~Q(number_text="")
                    & Q(year__isnull=False, issued_on__isnull=False, signer__isnull=False, frozen__isnull=False)
                ),
                name="issued_paper_has_number_day_signer_and_file",
            ),
        ]

    def __str__(self):
        about = self.about.person.short_name if self.about_id else self.matter
        number = f"№ {self.number_text}" if self.number_text else ""
        return ", ".join(filter(None, (" ".join(filter(None, (str(self.get_kind_display()), number))), about)))

    @property
    def matter(self):
        """Whom the paper is about, or what a letter is about; an act has its kind alone."""
        return self.about.person.full_name if self.about_id else self.fields.get("subject", "")

    @property
    def is_draft(self):
        return self.state == IssuedState.DRAFT

    @property
    def awaits_signature(self):
        return self.state == IssuedState.FOR_SIGNATURE

    @property
    def is_numbered(self):
        return self.state in NUMBERED

    @property
    def is_issued(self):
        return self.state == IssuedState.ISSUED

    @property
    def state_tone(self):
        return ISSUED_TONES[self.state]

    @property
    def address_name(self):
        """The name of the address of its PDF: that of its kind in the one list of papers."""
        return f"reports:paper_{self.kind}"


class Commissioner(models.Model):
    """A member of the commission that destroys personal data."""

    paper = models.ForeignKey(IssuedPaper, on_delete=models.CASCADE, related_name="commission")
    employment = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, related_name="destruction_commissions"
    )
    is_chair = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("member of a commission")
        ordering = ["-is_chair", "employment__person__search_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "employment"], name="once_in_a_commission"),
            models.UniqueConstraint(fields=["paper"], condition=Q(is_chair=True), name="one_chair_of_a_commission"),
        ]

    def __str__(self):
        return f"{self.paper_id}: {self.employment}"

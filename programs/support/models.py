"""A case for each mentee without a mentor, the contacts made, and the notes only their writer reads."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from programs.support.states import CASE_MOVES, CASE_TONES, OPEN_CASE, CaseState, ContactForm

CASE_READERS = {Role.PSYCHOLOGIST, Role.CURATOR}


class SupportCaseQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to the psychologist and the curator, the own one to the mentee."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*CASE_READERS):
            return rows
        return rows.filter(mentee_entry__employment=actor.employment) if actor.employment else rows.none()

    def open(self):
        return self.filter(state__in=OPEN_CASE)


class SupportCase(models.Model):
    """From the day somebody took care of a mentee without a mentor to the day a pair works or the bank is left."""

    MOVES = CASE_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="support_cases")
    mentee_entry = models.ForeignKey(
        "people.MenteeEntry", on_delete=models.PROTECT, related_name="support_cases", verbose_name=_("mentee")
    )
    state = models.CharField(
        _("state"), max_length=20, choices=CaseState.choices, default=CaseState.SEARCHING, db_index=True
    )
    opened_on = models.DateField(_("opened on"))
    # The curator asked for the psychologist, where the regulation has support on demand.
    asked_on = models.DateField(_("psychologist asked on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = SupportCaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("support case")
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mentee_entry"], condition=Q(state__in=OPEN_CASE), name="one_open_support_case_per_mentee"
            ),
        ]

    def __str__(self):
        return str(self.mentee_entry)

    @property
    def state_tone(self):
        return CASE_TONES[self.state]

    @property
    def is_open(self):
        return self.state in OPEN_CASE


class SupportContactQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads the case reads that there was a contact."""
        return self.filter(case__in=SupportCase.objects.visible_to(actor))


class SupportContact(models.Model):
    """That a psychologist and a mentee met: the day and the form, never what was said."""

    case = models.ForeignKey(SupportCase, on_delete=models.CASCADE, related_name="contacts")
    held_on = models.DateField(_("held on"))
    form = models.CharField(_("form of the contact"), max_length=20, choices=ContactForm.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SupportContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        ordering = ["held_on", "pk"]

    def __str__(self):
        return f"{self.held_on}: {self.get_form_display()}"


class SupportNoteQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Own notes of a psychologist and nobody else's, whatever other roles the reader has."""
        if not actor.has(Role.PSYCHOLOGIST):
            return self.none()
        return self.filter(contact__case__organization=actor.organization, contact__by=actor.user)


class SupportNote(models.Model):
    """What the psychologist keeps of a contact; in a table of its own, so that no list of contacts carries it along."""

    contact = models.OneToOneField(SupportContact, on_delete=models.CASCADE, related_name="note")
    text = models.TextField(_("note"))

    objects = SupportNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note of the psychologist")

    def __str__(self):
        return str(self.contact)

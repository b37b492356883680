"""One person per human being; what one organization knows of them hangs on their employment there."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.grammar import initials_first, short_name
from mentoring.lib.text import search_key
from mentoring.lib.uploads import random_name
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from people.staff.states import (
    IMPORT_MOVES,
    IMPORT_TONES,
    VERDICT_TONES,
    Category,
    Decision,
    Gender,
    ImportState,
    Verdict,
)


class Person(models.Model):
    """A human being: the names, with case forms corrected by hand where grammar fails."""

    last_name = models.CharField(_("last name"), max_length=100)
    first_name = models.CharField(_("first name"), max_length=100)
    patronymic = models.CharField(_("patronymic"), max_length=100, blank=True)
    gender = models.CharField(_("gender"), max_length=10, choices=Gender.choices)
    birth_date = models.DateField(_("birth date"), null=True, blank=True)
    case_forms = models.JSONField(_("case forms corrected by hand"), default=dict, blank=True)
    search_key = models.CharField(max_length=310, editable=False, db_index=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["last_name", "first_name", "patronymic"]

    def __str__(self):
        return self.full_name

    def save(self, **kwargs):
        self.search_key = search_key(self.full_name)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_key"}
        super().save(**kwargs)

    @property
    def full_name(self):
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @property
    def short_name(self):
        return short_name(self.last_name, self.first_name, self.patronymic)

    @property
    def signed_name(self):
        """«А. П. Иванова», as the name stands beside a signature (GOST R 7.0.97)."""
        return initials_first(self.last_name, self.first_name, self.patronymic)


# Those who read every staff card of their organization; permissions.md, row «staff card».
STAFF_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


class EmploymentQuerySet(models.QuerySet):
    def active_on(self, day):
        """Employments in force on ``day``."""
        return self.filter(Q(starts_on__isnull=True) | Q(starts_on__lte=day)).filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        )

    def visible_to(self, actor):
        """Cards the actor may read: all to those who keep the staff, otherwise own, own mentees', own mentors'."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*STAFF_READERS):
            return rows
        if actor.employment is None:
            return rows.none()
        mine, others = actor.employment.pk, Employment.objects.values("pk")
        mentees = others.filter(mentee_entry__members__mentorship__mentor_entry__employment=mine)
        mentors = others.filter(mentor_entry__mentorships__members__mentee_entry__employment=mine)
        return rows.filter(Q(person=actor.employment.person_id) | Q(pk__in=mentees) | Q(pk__in=mentors))


def photo_path(employment, name):
    """Where a photo is stored: under a name nobody can guess."""
    return random_name(f"photos/{employment.organization_id}", name)


class Employment(Versioned):
    """One person's work in one organization from a day to a day."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="employments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments", verbose_name=_("person"))
    post = models.CharField(_("post"), max_length=200)
    post_case_forms = models.JSONField(_("case forms of the post corrected by hand"), default=dict, blank=True)
    subject = models.CharField(_("subject or group"), max_length=200, blank=True)
    category = models.CharField(
        _("qualification category"), max_length=20, choices=Category.choices, default=Category.NONE
    )
    category_on = models.DateField(_("category given on"), null=True, blank=True)
    education = models.CharField(_("education"), max_length=300, blank=True)
    is_teacher = models.BooleanField(_("teaching post"), default=True)
    number = models.CharField(_("personnel number"), max_length=30, blank=True)
    workplace = models.CharField(_("building"), max_length=150, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    experience_since = models.DateField(_("teaching experience counted from"), null=True, blank=True)
    post_since = models.DateField(_("in this post since"), null=True, blank=True)
    subject_since = models.DateField(_("teaches this subject since"), null=True, blank=True)
    is_external = models.BooleanField(_("from a partner organization"), default=False)
    starts_on = models.DateField(_("hired on"), null=True, blank=True)
    ends_on = models.DateField(_("left on"), null=True, blank=True)
    is_primary = models.BooleanField(_("main work here"), default=True)
    # Kept here and not with the person: the consent to show it is given to one organization.
    photo = models.FileField(_("photo"), upload_to=photo_path, blank=True)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("staff card")
        verbose_name_plural = _("staff")
        ordering = ["person__search_key", "pk"]
        # The different posts of an organization, for the search of its lists.
        indexes = [models.Index(fields=["organization", "post"], name="posts_of_organization")]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "person"],
                condition=Q(is_primary=True, ends_on__isnull=True),
                name="one_primary_employment_per_person_and_organization",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="employment_ends_after_start",
            ),
        ]

    def __str__(self):
        return self.person.full_name

    def is_active_on(self, day):
        """Whether it is in force on ``day``: ``active_on`` for one row already read."""
        return (self.starts_on is None or self.starts_on <= day) and self.goes_on(day)

    def goes_on(self, day):
        """Whether it has not ended before ``day``; it may still begin later."""
        return self.ends_on is None or self.ends_on >= day


class StaffImportQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Lists hold birth dates and phones: only those who load them see them."""
        rows = self.filter(organization=actor.organization)
        return rows if actor.has(Role.CURATOR, Role.SYSADMIN) else rows.none()


class StaffImport(models.Model):
    """One uploaded staff list and its preview; nothing is written before it is loaded."""

    MOVES = IMPORT_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="staff_imports")
    file_name = models.CharField(_("file"), max_length=255)
    columns = models.JSONField(_("columns"), default=dict)
    state = models.CharField(_("state"), max_length=20, choices=ImportState.choices, default=ImportState.UPLOADED)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("uploaded at"))
    trouble = models.CharField(_("why the loading stopped"), max_length=20, blank=True)

    objects = StaffImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("staff list")
        verbose_name_plural = _("staff lists")
        ordering = ["-at"]

    def __str__(self):
        return self.file_name

    @property
    def state_tone(self):
        return IMPORT_TONES[self.state]

    @property
    def is_open(self):
        return self.state == ImportState.UPLOADED


class ImportSource(models.Model):
    """The rows of an uploaded list as they came, kept while its columns may still be chosen anew."""

    staff_import = models.OneToOneField(StaffImport, on_delete=models.CASCADE, related_name="source")
    content = models.BinaryField(_("rows of the file, packed"))

    def __str__(self):
        return str(self.staff_import)


class ImportMapping(models.Model):
    """Which column of a list with these headings holds what, as somebody of the organization chose it."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="import_mappings")
    key = models.CharField(_("headings in their plain form, as a digest"), max_length=64)
    fields = models.JSONField(_("column of each field"))
    at = models.DateTimeField(_("chosen at"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "key"], name="one_mapping_per_headings")]

    def __str__(self):
        return self.key


class ImportRow(models.Model):
    """One person of an uploaded list: the cells as given, the verdict and the reasons by column."""

    staff_import = models.ForeignKey(StaffImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    cells = models.JSONField(_("cells"))
    more = models.JSONField(_("further rows of the same person"), default=list)
    values = models.JSONField(_("values read"), default=dict)
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict.choices)
    messages = models.JSONField(_("what is wrong or changes"), default=list)
    employment = models.ForeignKey(Employment, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    decision = models.CharField(_("what to do"), max_length=10, choices=Decision.choices, blank=True)
    is_loaded = models.BooleanField(_("loaded"), default=False)
    before = models.JSONField(_("what stood on the card before, for undoing"), default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["staff_import", "number"], name="one_row_per_number_of_a_list")]

    def __str__(self):
        return f"{self.staff_import}: {self.number}"

    @property
    def verdict_tone(self):
        return VERDICT_TONES[self.verdict]

"""The two banks: who can mentor and who asks for a mentor, in one catalog of competences."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from people.banks.states import ENTRY_MOVES, ENTRY_TONES, LIVE_STATES, EntryState, Level

BANK_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


class Direction(models.Model):
    """A direction of work with a mentee; eight by default (regulation of CDUTT, annex)."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="directions")
    name = models.CharField(_("direction"), max_length=150)
    position = models.PositiveSmallIntegerField(default=0)
    is_retired = models.BooleanField(_("not offered any more"), default=False)

    class Meta:
        verbose_name = _("direction")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_direction_per_name")]

    def __str__(self):
        return self.name


class Competence(models.Model):
    """What a mentor is strong in and a mentee finds difficult: one catalog for both, so that they can be matched."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="competences")
    direction = models.ForeignKey(
        Direction, on_delete=models.PROTECT, related_name="competences", verbose_name=_("direction")
    )
    name = models.CharField(_("competence"), max_length=200)
    # What is used stays on the cards; it is only not offered any more.
    is_retired = models.BooleanField(_("not offered any more"), default=False)

    class Meta:
        verbose_name = _("competence")
        ordering = ["direction__position", "name"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="one_competence_per_name")]

    def __str__(self):
        return self.name


class EntryQuerySet(models.QuerySet):
    def live(self):
        """Entries that give their person the role."""
        return self.filter(state__in=LIVE_STATES)

    def of_organization(self, organization):
        return self.filter(employment__organization=organization)


class MentorEntryQuerySet(EntryQuerySet):
    def visible_to(self, actor):
        """The full bank to those who keep or review it; the own entry to a mentor, once it is more than a draft."""
        rows = self.of_organization(actor.organization)
        if actor.has(*BANK_READERS):
            return rows
        own = rows.exclude(state=EntryState.DRAFT)
        return own.filter(employment=actor.employment) if actor.employment else own.none()

    def open_to_staff(self, organization):
        """The open part of the bank that every teacher may see (regulation of school 3, 8.1)."""
        return self.of_organization(organization).filter(state__in=[EntryState.ACTIVE, EntryState.PAIRED])


class MenteeEntryQuerySet(EntryQuerySet):
    def visible_to(self, actor):
        """The full bank to those who keep or review it; own mentees to a mentor; the own entry to a mentee."""
        rows = self.of_organization(actor.organization)
        if actor.has(*BANK_READERS):
            return rows
        if actor.employment is None:
            return rows.none()
        rows = rows.exclude(state=EntryState.DRAFT)
        mine = actor.employment.pk
        mentored = MenteeEntry.objects.filter(
            members__mentorship__mentor_entry__employment=mine,
            members__mentorship__ended_on=None,
            members__left_on=None,
        )
        return rows.filter(Q(employment=mine) | Q(pk__in=mentored.values("pk")))


class Entry(Versioned):
    """What both banks keep: when the person came in, when the card was last confirmed, in which state it is."""

    MOVES = ENTRY_MOVES

    state = models.CharField(_("state"), max_length=20, choices=EntryState.choices, default=EntryState.DRAFT)
    entered_on = models.DateField(_("in the bank since"))
    refreshed_on = models.DateField(_("last confirmed on"))
    refreshed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    interests = models.TextField(_("interests"), blank=True)
    wishes = models.TextField(_("wishes for the other side"), blank=True)
    time_resource = models.CharField(_("time that can be given"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.employment)

    @property
    def state_tone(self):
        return ENTRY_TONES[self.state]

    @property
    def is_draft(self):
        return self.state == EntryState.DRAFT


class MentorEntry(Entry):
    """One mentor in the bank: strengths with levels, achievements and how many mentees are possible."""

    employment = models.OneToOneField("people.Employment", on_delete=models.CASCADE, related_name="mentor_entry")
    capacity = models.PositiveSmallIntegerField(_("mentees at most"), default=1)
    # Places promised or given to other organizations (room ``network``); at home they are taken.
    places_away = models.PositiveSmallIntegerField(_("places given to other organizations"), default=0, editable=False)
    achievements = models.TextField(_("achievements"), blank=True)
    training = models.TextField(_("training as a mentor"), blank=True)
    mentee_age = models.CharField(_("wished age of the mentees"), max_length=100, blank=True)
    # Codes of criteria.mentor and of criteria.mentor_competences of the regulation (4.6): what the curator found.
    criteria = models.JSONField(_("criteria of the regulation"), default=list, blank=True)
    qualities = models.JSONField(_("what a mentor must know by the regulation"), default=list, blank=True)
    competences = models.ManyToManyField(Competence, through="MentorCompetence", related_name="mentor_entries")

    objects = MentorEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentor")
        verbose_name_plural = _("mentors")
        constraints = [
            models.CheckConstraint(condition=Q(capacity__gte=1), name="mentor_takes_at_least_one"),
            models.CheckConstraint(condition=Q(places_away__lte=F("capacity")), name="mentor_gives_away_own_places"),
        ]


class MentorCompetence(models.Model):
    """How strong a mentor is in one competence."""

    entry = models.ForeignKey(MentorEntry, on_delete=models.CASCADE, related_name="strengths")
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(_("level"), choices=Level.choices, default=Level.CONFIDENT)

    class Meta:
        verbose_name = _("strength")
        ordering = ["competence__direction__position", "competence__name"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "competence"], name="one_level_per_mentor_and_competence"),
            models.CheckConstraint(condition=Q(level__range=(1, 5)), name="competence_level_is_one_to_five"),
        ]

    def __str__(self):
        return str(self.competence)


class MenteeEntry(Entry):
    """One mentee in the bank: the request, the difficulties with levels, the categories of the regulation."""

    employment = models.OneToOneField("people.Employment", on_delete=models.CASCADE, related_name="mentee_entry")
    request = models.TextField(_("request"), blank=True)
    strengths = models.TextField(_("own strengths"), blank=True)
    categories = models.JSONField(_("categories of the regulation"), default=list, blank=True)
    difficulties = models.ManyToManyField(Competence, through="Difficulty", related_name="mentee_entries")

    objects = MenteeEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentee")
        verbose_name_plural = _("mentees")


class EntryResult(models.Model):
    """What came out of one program for one mentor and one mentee; it stands in both banks (form of the base).

    ``key`` names the work it came from, so that it is written once; names are read from the people themselves.
    """

    mentor_entry = models.ForeignKey(MentorEntry, on_delete=models.CASCADE, related_name="results")
    mentee_entry = models.ForeignKey(MenteeEntry, on_delete=models.CASCADE, related_name="results")
    key = models.CharField(max_length=60)
    title = models.CharField(_("title"), max_length=200)
    form = models.CharField(_("form of mentoring"), max_length=60)
    starts_on = models.DateField(_("from"))
    ended_on = models.DateField(_("ended on"))
    is_completed = models.BooleanField(_("the program was completed"))
    result = models.TextField(_("result"), blank=True)
    link = models.URLField(_("case or review on the site"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("result")
        ordering = ["ended_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["mentee_entry", "key"], name="one_result_per_mentee_and_work")]

    def __str__(self):
        return self.title


class Difficulty(models.Model):
    """Where a mentee needs help: the level at the start and at the end."""

    entry = models.ForeignKey(MenteeEntry, on_delete=models.CASCADE, related_name="needs")
    competence = models.ForeignKey(Competence, on_delete=models.PROTECT, related_name="+")
    level_before = models.PositiveSmallIntegerField(
        _("level at the start"), choices=Level.choices, default=Level.UNSURE
    )
    level_after = models.PositiveSmallIntegerField(_("level at the end"), choices=Level.choices, null=True, blank=True)

    class Meta:
        verbose_name = _("difficulty")
        ordering = ["competence__direction__position", "competence__name"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "competence"], name="one_level_per_mentee_and_competence"),
            models.CheckConstraint(
                condition=Q(level_before__range=(1, 5)) & (Q(level_after__isnull=True) | Q(level_after__range=(1, 5))),
                name="difficulty_level_is_one_to_five",
            ),
        ]

    def __str__(self):
        return str(self.competence)

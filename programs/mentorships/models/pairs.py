"""Pair and group: one mentor, one or more mentees, from the proposal to the end."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.mentorships.states import (
    LIVE,
    MENTORSHIP_MOVES,
    MENTORSHIP_TONES,
    STAGES,
    Direction,
    MentorshipState,
    Structure,
)

MENTORSHIP_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.PSYCHOLOGIST, Role.SYSADMIN}


def members_with_people(path="", card="person"):
    """Prefetches the members of the pair at ``path`` with their cards up to ``card``: one query."""
    rows = Member.objects.select_related(f"mentee_entry__employment__{card}")
    return Prefetch(f"{path}__members" if path else "members", rows)


class MentorshipQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """All to those who keep or review them; own ones to those who take part."""
        rows = self.filter(organization=actor.organization)
        if actor.has(*MENTORSHIP_READERS):
            return rows
        return rows.of(actor.employment) if actor.employment else rows.none()

    def of(self, employment):
        """Those in which ``employment`` takes part on either side."""
        mentored = Member.objects.filter(mentee_entry__employment=employment)
        return self.filter(Q(mentor_entry__employment=employment) | Q(pk__in=mentored.values("mentorship")))

    def with_somebody(self, **work):
        """Those one of whose people, the mentor or a mentee who has not left, has ``work``, fields of an employment."""
        works = {f"employment__{name}": value for name, value in work.items()}
        mentors = {f"mentor_entry__{name}": value for name, value in works.items()}
        mentees = {f"mentee_entry__{name}": value for name, value in works.items()}
        mentored = Member.objects.filter(left_on__isnull=True, **mentees)
        return self.filter(Q(**mentors) | Q(pk__in=mentored.values("mentorship")))

    def with_people(self):
        """Everything a row of a list shows, in a fixed number of queries."""
        return self.with_sides().select_related("organization")

    def with_sides(self):
        """Both sides, for whoever has the organization at hand."""
        return self.select_related("mentor_entry__employment__person").prefetch_related(members_with_people())

    def approved(self, pairing):
        """Those that have passed every step of ``pairing.approvals`` of the regulation."""
        rows = self
        for step in pairing.approvals:
            given = PairApproval.objects.filter(mentorship=OuterRef("pk"), step=step.code)
            rows = rows.filter(Exists(given))
        return rows

    def in_stage(self, stage):
        """Those whose state a reader counts to ``stage``."""
        return self.filter(state__in=STAGES[stage])


class Mentorship(Versioned):
    """A pair or a group; it becomes active only by a signed and registered order (Labor Code art. 351.8).

    ``version`` counts the changes of the terms, so that nobody agrees to terms they have not seen.
    """

    MOVES = MENTORSHIP_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="mentorships")
    mentor_entry = models.ForeignKey(
        "people.MentorEntry", on_delete=models.PROTECT, related_name="mentorships", verbose_name=_("mentor")
    )
    structure = models.CharField(_("pair or group"), max_length=10, choices=Structure.choices)
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.FORWARD)
    form = models.CharField(_("form of mentoring"), max_length=60)
    kinds = models.JSONField(_("kinds of mentoring"), default=list)
    # A code of ``terms.mentor_roles`` of the regulation, where mentors go by several names.
    mentor_role = models.CharField(_("mentor as"), max_length=60, blank=True)
    focus = models.CharField(_("subject or difficulty worked on"), max_length=300, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=MentorshipState.choices,
        default=MentorshipState.PROPOSED,
        db_index=True,
    )
    mentor_agreed_at = models.DateTimeField(null=True, blank=True)
    ordered_on = models.DateField(_("order signed on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=300, blank=True)
    # Why the mentor is a line manager of the mentee all the same; empty where that is not so.
    override_reason = models.CharField(_("why a line manager"), max_length=300, blank=True)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replacements",
        verbose_name=_("replaces"),
    )
    # A mentee proposed to this group at work: agreed and ordered like a pair, then a member of the group itself.
    joins = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joinings", verbose_name=_("joins")
    )
    # The rest of the work, as long as it is suspended.
    suspended_from = models.DateField(_("rests from"), null=True, blank=True)
    suspended_until = models.DateField(_("rests until"), null=True, blank=True)

    objects = MentorshipQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair or group")
        verbose_name_plural = _("pairs and groups")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="mentorship_ends_after_start"),
            models.CheckConstraint(
                condition=Q(suspended_from__isnull=True) | Q(suspended_until__gte=F("suspended_from")),
                name="suspension_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        mentees = ", ".join(member.person.short_name for member in self.current_members)
        return f"{self.mentor.short_name} → {mentees}"

    @property
    def mentor(self):
        """The person who mentors."""
        return self.mentor_entry.employment.person

    @property
    def current_members(self):
        """Members who have not left, from the prefetched rows where there are any."""
        return [member for member in self.members.all() if member.left_on is None]

    @property
    def state_tone(self):
        return MENTORSHIP_TONES[self.state]

    @property
    def is_joining(self):
        """Whether this is somebody on the way into a group at work, and no pair of its own."""
        return self.joins_id is not None

    @property
    def is_shrunken(self):
        """Whether one mentee is left of a group that goes on: the curator adds somebody, makes it a pair or ends it."""
        if self.structure != Structure.GROUP or self.is_joining or self.state not in LIVE:
            return False
        return len(self.current_members) == 1


class MemberQuerySet(models.QuerySet):
    def holding_places(self):
        """Members who take one of the mentor's places: not left, in a mentorship underway or running."""
        return self.filter(left_on__isnull=True, mentorship__state__in=LIVE)


class Member(models.Model):
    """One mentee of a pair or group; the two person columns let the database hold what must never be false."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="members")
    mentee_entry = models.ForeignKey(
        "people.MenteeEntry", on_delete=models.PROTECT, related_name="members", verbose_name=_("mentee")
    )
    mentor_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    mentee_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.FORWARD)
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    # Set while the mentorship is active or suspended and the member has not left.
    is_active = models.BooleanField(default=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        ordering = ["mentee_entry__employment__person__search_key", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(mentor_person=F("mentee_person")), name="mentor_is_not_own_mentee"),
            models.UniqueConstraint(
                fields=["mentee_entry", "direction"],
                condition=Q(is_active=True),
                name="one_active_membership_per_mentee_and_direction",
            ),
            models.UniqueConstraint(fields=["mentorship", "mentee_entry"], name="one_place_per_mentee"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="member_left_after_joining",
            ),
        ]

    def __str__(self):
        return f"{self.mentorship_id}: {self.person}"

    @property
    def person(self):
        """The mentee as a person."""
        return self.mentee_entry.employment.person


class PairApproval(models.Model):
    """One step of the chain a pair passes before its order (``pairing.approvals`` of the regulation)."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="approvals")
    step = models.CharField(max_length=60)
    label = models.CharField(_("who approved"), max_length=300)
    document = models.CharField(_("ground: document and number"), max_length=200, blank=True)
    decided_on = models.DateField(_("decided on"))
    by = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("approval of a pair")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "step"], name="one_approval_per_step")]

    def __str__(self):
        return f"{self.mentorship_id}: {self.label}"

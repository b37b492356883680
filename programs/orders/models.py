"""The order as a legal fact: its series and number, its text, those it names and their acquaintance."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.mentorships.states import ENDED
from programs.orders.states import (
    CHANGING,
    EDITABLE,
    FOUNDING,
    HOLDS_PAIRS,
    ORDER_MOVES,
    ORDER_TONES,
    ChangeCause,
    OrderKind,
    OrderState,
)

RELEASED_FROM = "released_from"


class OrderSeries(models.Model):
    """One register of orders of an organization and year; its row is locked while a number is given.

    ``code`` is that of ``orders.series`` of the regulation, empty for the usual register.
    """

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="order_series")
    code = models.CharField(_("register"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    next_number = models.PositiveIntegerField(_("next number"), default=1)

    class Meta:
        verbose_name = _("register of orders")
        constraints = [models.UniqueConstraint(fields=["organization", "code", "year"], name="one_series_per_year")]

    def __str__(self):
        return f"{self.organization}: {self.year}"


class OrderQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Drafts to those who prepare and sign; registered ones also to the council, the sysadmin and the named.

        The sysadmin prepares the founding orders too, and sees their drafts.
        """
        rows = self.filter(organization=actor.organization)
        if actor.has(Role.DIRECTOR, Role.CURATOR):
            return rows
        if actor.has(Role.SYSADMIN):
            return rows.filter(Q(state=OrderState.REGISTERED) | Q(kind__in=FOUNDING))
        registered = rows.filter(state=OrderState.REGISTERED)
        if actor.has(Role.COUNCIL):
            return registered
        if actor.employment is None:
            return rows.none()
        return registered.filter(subjects__employment=actor.employment).distinct()

    def with_acquaintance(self):
        """How many each order names and how many of them have read it, as ``named`` and ``acquainted``."""
        return self.annotate(
            named=_count(OrderSubject.objects.all()),
            acquainted=_count(OrderSubject.objects.filter(acquaintance__isnull=False)),
        )


def _count(subjects):
    rows = subjects.filter(order=models.OuterRef("pk")).order_by().values("order").annotate(n=models.Count("pk"))
    return Coalesce(models.Subquery(rows.values("n")), 0)


class Order(Versioned):
    """An order of the head: a draft until signed, read-only from then on.

    ``points`` is a list of {"text": …, "depth": 1 or 2}; the control point stands apart in ``control``. The first
    point of an order that releases somebody carries the day of it as "released_from" (ISO), which no writing changes.
    """

    MOVES = ORDER_MOVES

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="orders")
    kind = models.CharField(_("kind"), max_length=5, choices=OrderKind.choices)
    heading = models.CharField(_("heading"), max_length=300)
    basis = models.TextField(_("basis"))
    points = models.JSONField(_("points"), default=list)
    control = models.TextField(_("control of execution"))
    # What the text is composed from, in the shape its kind asks for: days, places, words of the curator.
    details = models.JSONField(_("particulars"), default=dict, blank=True)
    # What the composer gave for each field of a wording: {"fields": {name: words or points}, "template": key or None}.
    composed = models.JSONField(_("as composed"), default=dict, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=20, choices=OrderState.choices, default=OrderState.DRAFT, db_index=True
    )
    return_remark = models.TextField(_("remark of the head"), blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(_("drafted at"))
    series = models.ForeignKey(OrderSeries, on_delete=models.PROTECT, null=True, blank=True, related_name="orders")
    number = models.PositiveIntegerField(_("number in the register"), null=True, blank=True)
    number_text = models.CharField(_("number"), max_length=60, blank=True)
    # Replaces the usual suffix of the register in the number of this order: «§ 3», «осн. деят.».
    number_suffix = models.CharField(_("letters after the number"), max_length=20, blank=True)
    signed_on = models.DateField(_("date"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What O1 puts into force.
    regulation = models.ForeignKey(
        "people.RegulationVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="orders"
    )
    roadmap = models.ForeignKey(
        "programs.Roadmap", on_delete=models.PROTECT, null=True, blank=True, related_name="orders"
    )
    mentorships = models.ManyToManyField("programs.Mentorship", through="OrderedMentorship", related_name="orders")
    search_key = models.CharField(max_length=340, editable=False, default="", db_index=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ["-signed_on", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_number_per_series_and_year"),
            models.CheckConstraint(
                condition=~Q(state=OrderState.REGISTERED)
                | Q(number__isnull=False, signed_on__isnull=False, signer__isnull=False, series__isnull=False),
                name="registered_order_has_number_date_and_signer",
            ),
        ]

    def __str__(self):
        return f"№ {self.number_text} {self.heading}" if self.number_text else self.heading

    def save(self, **kwargs):
        self.search_key = search_key(self.number_text, self.heading)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_key"}
        super().save(**kwargs)

    @property
    def is_editable(self):
        return self.state in EDITABLE

    @property
    def is_submitted(self):
        return self.state == OrderState.SUBMITTED

    @property
    def is_registered(self):
        return self.state == OrderState.REGISTERED

    @property
    def is_founding(self):
        """Whether the order sets mentoring up: the regulation, the roadmap, who holds which duty."""
        return self.kind in FOUNDING

    @property
    def released_from(self):
        """The first day without the duties the order only ends, None where it gives none; kept with the points."""
        day = next((point[RELEASED_FROM] for point in self.points if RELEASED_FROM in point), None)
        return date.fromisoformat(day) if day else None

    @property
    def holds_pairs(self):
        return self.kind in HOLDS_PAIRS

    @property
    def changes_pairs(self):
        """Whether the order replaces, changes or ends something about pairs at work."""
        return self.kind in CHANGING

    @property
    def state_tone(self):
        return ORDER_TONES[self.state]


class OrderedMentorship(models.Model):
    """A pair or group named in an order, in the order's own sequence."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.PROTECT, related_name="order_lines")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["order", "mentorship"], name="one_line_per_mentorship")]

    def __str__(self):
        return f"{self.order_id}: {self.mentorship_id}"


class OrderedChangeQuerySet(models.QuerySet):
    def pending(self):
        """Of orders not given up, and not carried out yet; what cannot be any more is not waited for."""
        rows = self.filter(done_on__isnull=True).exclude(order__state=OrderState.DROPPED)
        return rows.exclude(pk__in=self.lost().values("pk"))

    def lost(self):
        """Of signed orders that waited for their day in vain: the pair, or the one that was to take over, has ended."""
        over = Q(mentorship__state__in=ENDED) | Q(successor__state__in=ENDED)
        return self.filter(over, order__state=OrderState.REGISTERED, done_on__isnull=True)

    def with_people(self):
        """Everything a sentence about the change says, in a fixed number of queries."""
        members = "members__mentee_entry__employment__person"
        card = "mentor_entry__employment__person"
        return self.select_related(
            "order",
            "amends",
            "about__person",
            "application__program",
            "member__mentee_entry__employment__person",
            "mentorship__organization",
            f"mentorship__{card}",
            "successor__organization",
            f"successor__{card}",
        ).prefetch_related(f"mentorship__{members}", f"successor__{members}")


class OrderedChange(models.Model):
    """What an order changes about a pair at work: another mentor, another program, the end.

    ``member`` is the one mentee of a group it concerns, empty where it concerns all of them.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveSmallIntegerField(default=0)
    mentorship = models.ForeignKey("programs.Mentorship", on_delete=models.PROTECT, related_name="ordered_changes")
    member = models.ForeignKey(
        "programs.Member", on_delete=models.PROTECT, null=True, blank=True, related_name="ordered_changes"
    )
    application = models.ForeignKey(
        "programs.Application", on_delete=models.PROTECT, null=True, blank=True, related_name="ordered_changes"
    )
    # The pair that takes over.
    successor = models.ForeignKey(
        "programs.Mentorship", on_delete=models.PROTECT, null=True, blank=True, related_name="changes_before"
    )
    cause = models.CharField(_("cause"), max_length=20, choices=ChangeCause.choices, default=ChangeCause.APPLICATION)
    # Whose consent is gone, or who leaves.
    about = models.ForeignKey("people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The first day on which it holds.
    day = models.DateField(_("from which day"))
    # A code of `completion.reasons` of the regulation.
    ground = models.CharField(_("ground by the regulation"), max_length=60, blank=True)
    # The order that assigned the pair.
    amends = models.ForeignKey(Order, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments")
    done_on = models.DateField(_("carried out on"), null=True, blank=True)

    objects = OrderedChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change by an order")
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.order_id}: {self.mentorship}"

    @property
    def mentees(self):
        """The employments of the mentees the change concerns."""
        members = [self.member] if self.member_id else self.mentorship.current_members
        return [member.mentee_entry.employment for member in members]

    @property
    def concerns_all(self):
        """Whether nobody is left in the pair or group after it."""
        present = {member.pk for member in self.mentorship.current_members}
        return not self.member_id or present == {self.member_id}


class OrderSubject(models.Model):
    """Somebody named in an order, who is to be acquainted with it."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="subjects")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="order_mentions")
    role = models.CharField(_("as whom"), max_length=20, choices=Role.choices)

    class Meta:
        ordering = ["employment__person__search_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["order", "employment"], name="named_once_per_order")]

    def __str__(self):
        return f"{self.order_id}: {self.employment}"


class AcquaintanceMethod(models.TextChoices):
    ELECTRONIC = "electronic", _("in the system, with the password")
    PAPER = "paper", _("on paper")


class Acquaintance(models.Model):
    """That a named person has read the order, when and how."""

    subject = models.OneToOneField(OrderSubject, on_delete=models.CASCADE, related_name="acquaintance")
    method = models.CharField(_("how"), max_length=20, choices=AcquaintanceMethod.choices)
    on = models.DateField(_("acquainted on"))
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("acquaintance")

    def __str__(self):
        return f"{self.subject}: {self.on}"

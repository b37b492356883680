"""The order itself: its series and number, its text, those who are to read it and their acquaintance."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import search_key
from mentoring.lib.versions import Versioned
from people.accounts.states import Role
from programs.orders.states import (
    BY_LINES,
    CHANGING,
    CONFIDENTIAL,
    EDITABLE,
    FOUNDING,
    HOLDS_PAIRS,
    ORDER_MOVES,
    ORDER_TONES,
    SIGNED,
    OrderKind,
    OrderState,
    SignMethod,
)

RELEASED_FROM = "released_from"


def number_key(text):
    """A number by which the same one is found again, however it was typed: «№ 41 – ОД» and «41-од» are one."""
    return search_key(text.replace("№", " "))


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
        """Drafts to those who prepare and sign; signed ones also to the council, the sysadmin and the named.

        The sysadmin prepares the founding orders too, and sees their drafts. Whoever is asked for a visa sees the
        order while it waits for the signature. Of pay only those named are told.
        """
        rows = self.filter(organization=actor.organization)
        if actor.has(Role.DIRECTOR, Role.CURATOR):
            return rows
        seen = Q(pk__in=self._naming(actor))
        if actor.has(Role.COUNCIL, Role.SYSADMIN):
            seen |= Q(state__in=SIGNED) & ~Q(kind__in=CONFIDENTIAL)
        if actor.has(Role.SYSADMIN):
            seen |= Q(kind__in=FOUNDING)
        return rows.filter(seen | Q(pk__in=self._asking_for_visa(actor)))

    def _naming(self, actor):
        """The signed orders that name the actor."""
        if actor.employment is None:
            return Order.objects.none().values("pk")
        return OrderSubject.objects.filter(employment=actor.employment, order__state__in=SIGNED).values("order")

    def _asking_for_visa(self, actor):
        """The orders on the desk of the head that ask the actor for a visa."""
        if actor.employment is None:
            return Order.objects.none().values("pk")
        return Order.objects.filter(state=OrderState.SUBMITTED, visas__employment=actor.employment).values("pk")

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
    number_key = models.CharField(max_length=120, editable=False, default="")
    # Typed by the head from a register kept outside; ``number`` is then what its digits say, for the sequence only.
    is_numbered_by_hand = models.BooleanField(default=False)
    # Replaces the usual suffix of the register in the number of this order: «§ 3», «осн. деят.».
    number_suffix = models.CharField(_("letters after the number"), max_length=20, blank=True)
    signed_on = models.DateField(_("date"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sign_method = models.CharField(
        _("how it is signed"), max_length=20, choices=SignMethod.choices, default=SignMethod.ELECTRONIC
    )
    # Who entered what the head signed by hand; the head may have no account then, and ``signer`` is empty.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What O1 puts into force.
    regulation = models.ForeignKey(
        "people.RegulationVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="orders"
    )
    roadmap = models.ForeignKey(
        "programs.Roadmap", on_delete=models.PROTECT, null=True, blank=True, related_name="orders"
    )
    # The registered order this one cancels, or whose words it changes.
    cancels = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="cancellations")
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="rewordings")
    mentorships = models.ManyToManyField("programs.Mentorship", through="OrderedMentorship", related_name="orders")
    # The surveys O9 asks people by.
    campaigns = models.ManyToManyField("people.Campaign", related_name="orders", blank=True)
    search_key = models.CharField(max_length=340, editable=False, default="", db_index=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering = ["-signed_on", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                condition=Q(is_numbered_by_hand=False),
                name="one_number_per_series_and_year",
            ),
            models.UniqueConstraint(
                fields=["series", "number_key"], condition=~Q(number_key=""), name="one_number_text_per_series_and_year"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SIGNED)
                | Q(number__isnull=False, signed_on__isnull=False, series__isnull=False)
                & (Q(signer__isnull=False) | Q(sign_method=SignMethod.PAPER, entered_by__isnull=False)),
                name="registered_order_has_number_date_and_signer",
            ),
            models.CheckConstraint(
                condition=Q(cancels__isnull=True) | Q(amends__isnull=True), name="order_cancels_or_rewords"
            ),
        ]

    def __str__(self):
        return f"№ {self.number_text} {self.heading}" if self.number_text else self.heading

    def save(self, **kwargs):
        self.search_key = search_key(self.number_text, self.heading)
        self.number_key = number_key(self.number_text)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_key", "number_key"}
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
    def is_cancelled(self):
        return self.state == OrderState.CANCELLED

    @property
    def is_signed(self):
        """Whether it has a number and a frozen paper, in force or cancelled since."""
        return self.state in SIGNED

    @property
    def earlier(self):
        """The registered order this one cancels or rewords, None for any other."""
        return self.cancels or self.amends

    @property
    def register_kind(self):
        """The kind by which the register is chosen: an order about another one stands in the register of that one."""
        return self.earlier.register_kind if self.earlier else self.kind

    @property
    def signed_by_hand(self):
        return self.sign_method == SignMethod.PAPER

    @property
    def answering(self):
        """The account that answers for the registration: the head's, or of whoever entered the signed paper."""
        return self.signer or self.entered_by

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
    def is_by_lines(self):
        """Whether the order is made of particulars and lines about people."""
        return self.kind in BY_LINES

    @property
    def is_confidential(self):
        """Whether those named read an extract with their own line only: the order tells of pay."""
        return self.kind in CONFIDENTIAL

    @property
    def state_tone(self):
        return ORDER_TONES[self.state]


class OrderSubject(models.Model):
    """Somebody named in an order, who is to be acquainted with it."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="subjects")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="order_mentions")
    role = models.CharField(_("as whom"), max_length=20, choices=Role.choices)
    # Empty for those the text names: who was added once the order was registered, and is not in the frozen paper.
    added_on = models.DateField(_("added on"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)

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

"""What an order holds of pairs and groups: those it assigns, and what it changes about those at work."""

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from programs.mentorships.models import Member, Mentorship, members_with_people
from programs.mentorships.states import ENDED
from programs.orders.models.orders import Order
from programs.orders.states import GIVEN_UP, ChangeCause, OrderState


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
        """Of orders that stand, and not carried out yet; what cannot be any more is not waited for."""
        rows = self.filter(done_on__isnull=True).exclude(order__state__in=GIVEN_UP)
        return rows.exclude(pk__in=self.lost().values("pk"))

    def lost(self):
        """Of signed orders that waited for their day in vain: the pair, or the one that was to take over, has ended."""
        over = Q(mentorship__state__in=ENDED) | Q(successor__state__in=ENDED)
        return self.filter(over, order__state=OrderState.REGISTERED, done_on__isnull=True)

    def with_people(self):
        """Everything a sentence about the change says, in a fixed number of queries."""
        rows = self.select_related("mentorship__organization", "mentorship__mentor_entry__employment__person")
        # What may be missing, or is at hand, is asked for by itself: nobody plans twenty joins for it.
        return rows.prefetch_related(
            "order",
            "amends",
            "about__person",
            "application__program",
            Prefetch("member", Member.objects.select_related("mentee_entry__employment__person")),
            members_with_people("mentorship"),
            Prefetch("successor", Mentorship.objects.with_people()),
        )


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

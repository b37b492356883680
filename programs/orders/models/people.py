"""Who an order is about, one by one: for what they answer, what they get, from what they are released."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.consents.states import PaymentKind
from programs.orders.models.orders import Order
from programs.orders.states import OrderKind, OrderState


class OrderedPersonQuerySet(models.QuerySet):
    def with_people(self):
        """The cards a sentence about the line needs: one query."""
        return self.select_related(
            "order", "employment__person", "employment__organization", "substitute__person", "agreement"
        )

    def registered(self, kind):
        """Lines of signed orders of ``kind``."""
        return self.filter(order__kind=kind, order__state=OrderState.REGISTERED)

    def encouragements(self):
        """What signed orders on encouragement gave, the latest first."""
        rows = self.registered(OrderKind.ENCOURAGEMENT).select_related("order")
        return rows.order_by("-order__signed_on", "-order", "position")


class OrderedPerson(models.Model):
    """One line of an order about a person: an award, a payment, a release, a place in a jury, a responsibility.

    ``code`` says as whom or with what (a code of the regulation, or of ``reports.documents.persons``), ``words`` the
    same as printed. ``employment`` is whom the line is about, ``substitute`` who does the work meanwhile.
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="people")
    position = models.PositiveSmallIntegerField(default=0)
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="ordered_lines")
    code = models.CharField(_("as whom or with what"), max_length=60, blank=True)
    words = models.CharField(_("as printed"), max_length=300, blank=True)
    amount = models.DecimalField(_("how much"), max_digits=9, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("counted in"), max_length=20, choices=PaymentKind.choices, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    # The ground of a payment (Labor Code art. 351.8).
    agreement = models.ForeignKey(
        "people.Agreement", on_delete=models.PROTECT, null=True, blank=True, related_name="ordered_lines"
    )
    substitute = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="ordered_substitutions"
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = OrderedPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of an order about a person")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | (Q(amount__gt=0) & ~Q(unit="")), name="ordered_amount_has_unit"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="ordered_line_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.order_id}: {self.employment}"

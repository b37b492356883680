"""The programs an order is about."""

from django.db import models

from programs.orders.models.orders import Order
from programs.orders.states import OrderState


class OrderedProgramQuerySet(models.QuerySet):
    def holding(self, kind):
        """Of orders of ``kind`` that are written or wait for the signature: what a returned one held is free again."""
        return self.filter(order__kind=kind, order__state__in=(OrderState.DRAFT, OrderState.SUBMITTED))

    def signed(self, kind):
        """Of registered orders of ``kind``."""
        return self.filter(order__kind=kind, order__state=OrderState.REGISTERED)


class OrderedProgram(models.Model):
    """A program that an order approves (O5) or sums up (O11), in the order's own sequence."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="program_lines")
    program = models.ForeignKey("programs.Program", on_delete=models.PROTECT, related_name="order_lines")
    position = models.PositiveSmallIntegerField(default=0)

    objects = OrderedProgramQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["order", "program"], name="one_line_per_program")]

    def __str__(self):
        return f"{self.order_id}: {self.program_id}"

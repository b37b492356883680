"""Who is to see a draft before the head signs it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.orders.models.orders import Order
from programs.orders.states import VISA_TONES, VisaState


class OrderVisa(models.Model):
    """That somebody is asked to see the order before its signature, and what they said; asked anew each sending."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="visas")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="order_visas")
    state = models.CharField(_("state"), max_length=20, choices=VisaState.choices, default=VisaState.ASKED)
    remark = models.TextField(_("remark"), blank=True)
    at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("visa")
        ordering = ["employment__person__search_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["order", "employment"], name="one_visa_per_person_and_order")]

    def __str__(self):
        return f"{self.order_id}: {self.employment}"

    @property
    def is_given(self):
        return self.state == VisaState.GIVEN

    @property
    def state_tone(self):
        return VISA_TONES[self.state]

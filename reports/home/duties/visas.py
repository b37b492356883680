"""Drafts of orders that somebody is to see before the head."""

from django.utils.translation import gettext as _

from programs.models import Order
from programs.orders.states import OrderState, VisaState
from reports.home.duties.base import URGENT, Duty
from reports.home.standing import needs


def _asked(actor, day):
    return Order.objects.filter(
        organization=actor.organization,
        state=OrderState.SUBMITTED,
        visas__employment=actor.employment,
        visas__state=VisaState.ASKED,
    )


@needs(_asked)
def visas_to_give(actor, day):
    """Orders that wait for the actor's visa; the head waits for it too."""
    return [
        Duty(
            _("Your visa on the order: %(heading)s") % {"heading": order.heading},
            _("Read and answer"),
            actor.url("reports:order_visa", order.pk),
            tone=URGENT,
        )
        for order in _asked(actor, day).order_by("drafted_at")
    ]

"""Papers about registered orders: the sheet of acquaintance."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.orders.models import Order
from programs.orders.states import OrderState
from reports.documents.acquaintance import acquaintance_sheet
from reports.documents.catalog.base import Group, PaperKind


def _registered(actor):
    return Order.objects.visible_to(actor).filter(state=OrderState.REGISTERED).select_related("organization")


KINDS = (
    PaperKind(
        code="sheet",
        label=gettext_lazy("Sheet of acquaintance"),
        hint=gettext_lazy("Of an order: who has read it, and room to sign for the others."),
        group=Group.YEAR,
        rows=_registered,
        make=lambda order, actor: acquaintance_sheet(order),
        name=lambda order: _("Sheet of acquaintance, order No. %(number)s") % {"number": order.number_text},
    ),
)

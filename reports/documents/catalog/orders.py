"""Papers about orders: the sheet of visas, the sheet of acquaintance."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.accounts.states import Role
from programs.orders.models import Order
from programs.orders.states import CONFIDENTIAL, OrderState
from reports.documents.acquaintance import acquaintance_sheet
from reports.documents.catalog.base import Group, PaperKind
from reports.documents.visas import visas_paper


def _registered(actor):
    return Order.objects.visible_to(actor).filter(state=OrderState.REGISTERED).select_related("organization")


def _with_visas(actor):
    """Those whose visas were asked for; of pay and what is said of it only those are told who prepare and decide."""
    rows = Order.objects.visible_to(actor).exclude(state=OrderState.DROPPED)
    if not actor.has(Role.DIRECTOR, Role.CURATOR):
        rows = rows.exclude(kind__in=CONFIDENTIAL)
    return rows.filter(visas__isnull=False).distinct().select_related("organization", "drafted_by__person")


def _visas_name(order):
    if order.is_signed:
        return _("Sheet of visas, order No. %(number)s") % {"number": order.number_text}
    return _("Sheet of visas, draft order %(key)s") % {"key": order.pk}


KINDS = (
    PaperKind(
        code="visas",
        label=gettext_lazy("Sheet of visas"),
        hint=gettext_lazy("Of an order: who saw the draft before the head, with what remarks; room to sign by hand."),
        group=Group.YEAR,
        rows=_with_visas,
        make=lambda order, actor: visas_paper(order),
        name=_visas_name,
        search=("search_key",),
        empty=gettext_lazy("Ask for visas on the card of a draft: they stand on the sheet."),
        source="reports:order_list",
    ),
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

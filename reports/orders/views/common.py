"""What several pages of the room do."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.accounts.access import fetch
from programs.orders.models import Order
from reports.orders.selectors import text_key


def visible_order(request, pk):
    """The order of the address with its organization, the present address authorized on it, as ``fetch``."""
    return fetch(request, Order, pk=pk)


def show_text(form, order):
    """Let ``form`` sign the text it is shown with: of one that changed meanwhile, the new one with the next press."""
    form.data = form.data.copy()
    form.data["seen"] = form.initial["seen"] = text_key(order)


def to_composed(request, order):
    """To the workplace of a draft just composed, with what to do there."""
    messages.success(request, _("The order is composed. Read it, correct what you want and send it."))
    return redirect(request.actor.url("reports:order_edit", order.pk))


def to_unsigned(request, order):
    """To the card of an order that has no signature yet, with what to wait for."""
    messages.info(request, _("The order is not signed yet. Wait for the signature."))
    return redirect(request.actor.url("reports:order_card", order.pk))

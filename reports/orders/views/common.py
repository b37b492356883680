"""What several pages of the room do."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _


def to_composed(request, order):
    """To the workplace of a draft just composed, with what to do there."""
    messages.success(request, _("The order is composed. Read it, correct what you want and send it."))
    return redirect(request.actor.url("reports:order_edit", order.pk))

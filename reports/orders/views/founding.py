"""From the kind chosen to a draft: the orders that set mentoring up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.accounts.access import may
from people.organizations.selectors import regulation_on
from programs.orders.states import OrderKind
from reports.orders.views.desks import DESKS, SHELVES, begin


def order_new(request, slug):
    """Choose what the order is to be on."""

    def offered(kinds):
        desks = [DESKS[kind] for kind in kinds]
        return [desk for desk in desks if desk.address and may(request.actor, desk.address)]

    shelves = [(label, desks) for label, kinds in SHELVES if (desks := offered(kinds))]
    return render(request, "reports/orders/order_new.html", {"shelves": shelves})


def order_adoption_draft(request, slug):
    """O1: what waits for approval becomes an order, with the curator where wanted."""
    return _draft(request, OrderKind.ADOPTION)


def order_curator_draft(request, slug):
    """O2: the curator and the other duties of the regulation."""
    return _draft(request, OrderKind.CURATOR)


def order_council_draft(request, slug):
    """O3: the council and who is what in it."""
    return _draft(request, OrderKind.COUNCIL)


def _draft(request, kind):
    desk, organization = DESKS[kind], request.actor.organization
    form = desk.new_form(request.POST if request.method == "POST" else None, organization=organization)
    if request.method == "POST" and form.is_valid():
        try:
            order = begin(kind, organization, form, request.user)
        except MoveRefused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The order is composed. Read it, correct what you want and send it."))
            return redirect(request.actor.url("reports:order_edit", order.pk))
    settings = regulation_on(organization, request.actor.today())
    context = {
        "form": form,
        "desk": desk,
        "nothing_waits": kind == OrderKind.ADOPTION and form.nothing_waits,
        "no_council": kind == OrderKind.COUNCIL and not settings.council.enabled,
    }
    return render(request, "reports/orders/founding_draft.html", context)


def show_refusal(form, refusal):
    """The refusal beside the field it names, or above the form where that field is not."""
    fields = getattr(refusal, "error_dict", {})
    named = bool(fields) and set(fields) <= set(form.fields)
    form.add_error(None, refusal if named else ValidationError(refusal.messages))

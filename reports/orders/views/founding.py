"""From the kind chosen to a draft: the orders that set mentoring up."""

from functools import partial

from django.shortcuts import render

from mentoring.lib.refusals import refusals_in
from people.accounts.access import may
from people.organizations.selectors import regulation_on
from programs.orders.states import OrderKind
from reports.orders.services import prepare_founding
from reports.orders.views.common import to_composed
from reports.orders.views.desks import DESKS, SHELVES


def order_new(request, slug):
    """Choose what the order is to be on."""

    def offered(kinds):
        desks = [DESKS[kind] for kind in kinds]
        return [desk for desk in desks if desk.address and may(request.actor, desk.address)]

    shelves = [(label, desks) for label, kinds in SHELVES if (desks := offered(kinds))]
    return render(request, "reports/orders/order_new.html", {"shelves": shelves})


def _draft(request, slug, kind):
    desk, organization = DESKS[kind], request.actor.organization
    form = desk.new_form(request.POST if request.method == "POST" else None, organization=organization)
    if form.is_valid():
        with refusals_in(form):
            order = prepare_founding(kind, organization, form.content(), by=request.user)
            return to_composed(request, order)
    settings = regulation_on(organization, request.actor.today())
    context = {
        "form": form,
        "desk": desk,
        "nothing_waits": kind == OrderKind.ADOPTION and form.nothing_waits,
        "no_council": kind == OrderKind.COUNCIL and not settings.council.enabled,
    }
    return render(request, "reports/orders/founding_draft.html", context)


# O1: what waits for approval becomes an order, with the curator where wanted.
order_adoption_draft = partial(_draft, kind=OrderKind.ADOPTION)
# O2: the curator and the other duties of the regulation.
order_curator_draft = partial(_draft, kind=OrderKind.CURATOR)
# O3: the council and who is what in it.
order_council_draft = partial(_draft, kind=OrderKind.COUNCIL)

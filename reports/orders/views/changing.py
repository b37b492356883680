"""From what waits to a draft: the orders that change something about pairs at work."""

from functools import partial

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch
from programs.applications.models import Application
from programs.orders.states import OrderKind
from reports.orders.forms import ChangesForm
from reports.orders.selectors import order_kind_of
from reports.orders.services import prepare_changes
from reports.orders.views.common import to_composed
from reports.orders.views.desks import DESKS

# What the address may ask to be ticked beforehand.
ASKED = ("application", "mentorship")


@require_safe
def order_for_application(request, slug, pk):
    """Go where the order of this application is composed, with the application ticked; to its order once it has one."""
    row = fetch(request, Application.objects.visible_to(request.actor).select_related("order", "successor"), pk=pk)
    if row.order_id:
        return redirect(request.actor.url("reports:order_card", row.order_id))
    desk = DESKS[order_kind_of(row)]
    return redirect(f"{request.actor.url(desk.address)}?application={row.pk}")


def _draft(request, slug, kind):
    organization = request.actor.organization
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    data = request.POST if request.method == "POST" else None
    form = ChangesForm(data, kind=kind, organization=organization, initial=asked)
    if form.is_valid():
        with refusals_in(form):
            order = prepare_changes(kind, organization, by=request.user, **form.contents())
            return to_composed(request, order)
    context = {"form": form, "desk": DESKS[kind], "kind": kind}
    return render(request, "reports/orders/change_draft.html", context)


# O6: new pairs take over from those at work.
order_replacement_draft = partial(_draft, kind=OrderKind.REPLACEMENT)
# O7: programs become longer, shorter or other.
order_change_draft = partial(_draft, kind=OrderKind.CHANGE)
# O8: pairs end.
order_termination_draft = partial(_draft, kind=OrderKind.TERMINATION)

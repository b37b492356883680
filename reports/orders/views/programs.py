"""From programs that wait to a draft: their approval (O5) and their results (O11)."""

from django.shortcuts import render

from mentoring.lib.refusals import refusals_in
from programs.orders.states import OrderKind
from reports.orders.forms import ApprovalForm, ResultsForm
from reports.orders.services import prepare_programs, prepare_results
from reports.orders.views.common import to_composed
from reports.orders.views.desks import DESKS


def order_programs_draft(request, slug):
    """O5: programs agreed by all are approved by the head."""
    return _draft(request, OrderKind.PROGRAMS, ApprovalForm, prepare_programs)


def order_results_draft(request, slug):
    """O11: programs that have ended are summed up, their pairs end."""
    return _draft(request, OrderKind.RESULTS, ResultsForm, prepare_results)


def _draft(request, kind, form_class, prepare):
    organization = request.actor.organization
    data = request.POST if request.method == "POST" else None
    form = form_class(data, organization=organization, asked=request.GET.getlist("program"))
    if form.is_valid():
        with refusals_in(form):
            order = prepare(organization, by=request.user, **form.contents())
            return to_composed(request, order)
    context = {"form": form, "desk": DESKS[kind], "kind": kind}
    return render(request, "reports/orders/programs_draft.html", context)

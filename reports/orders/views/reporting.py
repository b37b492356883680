"""O14: a report, a SWOT analysis, or whoever answers for personal data; which one, the address says."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.lists import Chip
from mentoring.lib.refusals import refusals_in
from programs.orders.states import OrderKind
from reports.orders.forms import ResponsibleForm
from reports.orders.services import prepare_report, prepare_responsible
from reports.orders.views.common import to_composed
from reports.orders.views.desks import DESKS, REPORT_FORMS


def order_report_draft(request, slug):
    """What is approved or who is appointed (``?about=``), then the particulars."""
    organization, about = request.actor.organization, request.GET.get("about")
    about = about if about in REPORT_FORMS else "report"
    data = request.POST if request.method == "POST" else None
    form = REPORT_FORMS[about](data, organization=organization)
    if form.is_valid():
        with refusals_in(form):
            order = _prepare(organization, form, request.user)
            return to_composed(request, order)
    labels = {"report": _("A report"), "swot": _("A SWOT analysis"), "responsible": _("Responsible for personal data")}
    chips = [Chip(label, f"?about={code}", None, code == about) for code, label in labels.items()]
    context = {"form": form, "desk": DESKS[OrderKind.REPORT], "ways": chips}
    return render(request, "reports/orders/report_draft.html", context)


def _prepare(organization, form, by):
    if isinstance(form, ResponsibleForm):
        return prepare_responsible(organization, form.content(), by=by)
    particulars, meeting = form.contents()
    return prepare_report(organization, particulars, by=by, meeting=meeting)

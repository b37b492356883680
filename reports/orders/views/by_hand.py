"""The order signed by hand: the print for the pen, and the entry of what came back signed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.pdf import PdfUnavailable
from mentoring.lib.refusals import refusals_in
from people.organizations.selectors import head_on
from programs.orders.models import Order
from programs.orders.selectors import visas_awaited
from reports.orders.forms import HandSignedForm
from reports.orders.selectors import hand_pdf
from reports.orders.services import enter_signed_order
from reports.orders.views.common import show_text, visible_order
from reports.orders.views.deciding import says_how_it_stands


def order_hand_pdf(request, slug, pk):
    """The paper to be signed with a pen: no mark of a draft, the number and the date still to be written."""
    order = visible_order(request, pk)
    if not order.is_submitted:
        return says_how_it_stands(request, order)
    try:
        paper = hand_pdf(order)
    except PdfUnavailable as error:
        return render(request, "reports/orders/no_paper.html", {"order": order, "reason": error}, status=503)
    name = _("For signature") + f": {order.heading}"[:120] + ".pdf"
    return file_response(paper, name, "application/pdf", inline=request.GET.get("inline") == "1")


def order_hand_signed(request, slug, pk):
    """Enter that the head signed by hand: the day and the scan."""
    order = visible_order(request, pk)
    if not order.is_submitted:
        return says_how_it_stands(request, order)
    today = request.actor.today()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    awaited = list(visas_awaited(order))
    form = HandSignedForm(*sent, initial={"signed_on": today}, order=order, awaited=awaited)
    if form.is_valid():
        with refusals_in(form):
            signed = enter_signed_order(order, by=request.user, **form.cleaned_data)
            messages.success(request, _("Entered and registered: № %(number)s.") % {"number": signed.number_text})
            return redirect(request.actor.url("reports:order_card", pk))
        if Order.objects.get(pk=order.pk).is_signed:
            return says_how_it_stands(request, order)
    show_text(form, order)
    context = {"order": order, "form": form, "card": request.actor.url("reports:order_card", pk)}
    return render(
        request, "reports/orders/order_hand_signed.html", context | {"head": head_on(order.organization, today)}
    )

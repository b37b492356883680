"""Files beside a registered order: attached once, handed out to whoever may read the order."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_in
from mentoring.lib.uploads import content_type_of
from reports.orders.forms import SignatureFileForm
from reports.orders.selectors import order_bundle, order_name
from reports.orders.services import keep_file
from reports.orders.states import FileKind
from reports.orders.views.common import to_unsigned, visible_order


def order_file(request, slug, pk, file):
    """A scan or a signature as it came; ``?inline=1`` shows a scan in the page."""
    kept = get_object_or_404(visible_order(request, pk).files, pk=file)
    inline = kept.kind == FileKind.SCAN and request.GET.get("inline") == "1"
    return file_response(bytes(kept.content), kept.name, content_type_of(kept.name), inline=inline)


def order_bundle_zip(request, slug, pk):
    """The document with its electronic signatures, in one file."""
    order = visible_order(request, pk)
    if not order.files.filter(kind=FileKind.SIGNATURE).exists():
        messages.info(request, _("No electronic signature lies with this order. The document itself is below."))
        return redirect(request.actor.url("reports:order_card", pk))
    return file_response(order_bundle(order), f"{order_name(order)}.zip", "application/zip")


def order_signature_add(request, slug, pk):
    """Attach a detached electronic signature."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_card", pk)
    if not order.is_registered:
        return to_unsigned(request, order)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SignatureFileForm(*data, document=bytes(order.frozen.pdf))
    if form.is_valid():
        with refusals_in(form):
            keep_file(order, FileKind.SIGNATURE, form.cleaned_data["file"], by=request.user)
            messages.success(request, _("The signature is attached and is offered with the document."))
            return redirect(card)
    context = {"order": order, "form": form, "card": card, "frozen": order.frozen}
    return render(request, "reports/orders/order_signature_add.html", context)

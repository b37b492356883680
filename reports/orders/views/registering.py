"""The register as a whole: with which number it goes on, its journal as a workbook."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_in
from people.history.selectors import timeline_of
from programs.orders.selectors import journal_of, registers_of
from programs.orders.services import set_next_number
from reports.documents.register import register_workbook
from reports.orders.forms import NextNumberForm
from reports.orders.views.reading import register_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def order_numbers(request, slug):
    """The registers of the year with their next numbers; one that began elsewhere goes on from there."""
    organization, data = request.actor.organization, request.POST if request.method == "POST" else None
    registers = registers_of(organization, request.actor.today())
    forms = [_form(register, data) for register in registers]
    sent = next((form for form in forms if form.is_bound), None)
    if sent is not None and sent.is_valid():
        with refusals_in(sent):
            set_next_number(organization, by=request.user, **sent.cleaned_data)
            messages.success(request, _("The next order of this register gets the number entered."))
            return redirect(request.actor.url("reports:order_numbers"))
    rows = [
        {"register": register, "form": form, "timeline": timeline_of(register.series) if register.series else []}
        for register, form in zip(registers, forms, strict=True)
    ]
    context = {"rows": rows, "year": request.actor.today().year, "form": sent}
    return render(request, "reports/orders/order_numbers.html", context)


def _form(register, data):
    """The form of one register, filled in from ``data`` only if that was sent for it."""
    mine = data is not None and data.get("code", "") == register.code
    initial = {"code": register.code, "number": register.next_number}
    return NextNumberForm(data if mine else None, initial=initial, auto_id=f"id_{register.code or 'usual'}_%s")


def order_journal_workbook(request, slug):
    """The rows of the register as a workbook, filtered as the page; on paper it is one of ``documents.catalog``."""
    organization = request.actor.organization
    orders = list(journal_of(register_page(request).queryset))
    if not orders:
        messages.info(request, _("No signed order matches these filters: there is nothing to print."))
        return redirect(request.actor.url("reports:order_list"))
    made = register_workbook(organization, orders, request.actor.today())
    return file_response(made, _("Register of orders") + ".xlsx", XLSX)

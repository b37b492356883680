"""The list of acquaintance: who has read the order, who has not, and who else is to read it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in
from programs.orders.selectors import subjects_of
from programs.orders.services import add_readers
from reports.orders.filters import AcquaintanceFilter
from reports.orders.forms import ReadersForm
from reports.orders.views.common import to_unsigned, visible_order


def order_acquaintance(request, slug, pk):
    """Everybody who is to read the order, those who have not on a click of their own."""
    order = visible_order(request, pk)
    if not order.is_registered:
        return to_unsigned(request, order)
    people = subjects_of(order)
    named, left = people.count(), people.filter(acquaintance__isnull=True).count()
    page = ListPage(
        request,
        people,
        columns={
            "name": Column(_("Name"), "employment__person__search_key"),
            "role": Column(_("As whom"), "role"),
            "read": Column(_("Has read it"), ("acquaintance__on",)),
            "how": Column(_("How"), "acquaintance__method"),
            "reminded": Column(_("Reminder"), "reminded_on"),
        },
        default_sort="name",
        filterset_class=AcquaintanceFilter,
        quick=[
            Quick(_("All"), {}, named),
            Quick(_("Have not read it"), {"read": "no"}, left),
            Quick(_("Have read it"), {"read": "yes"}, named - left),
        ],
    )
    return render(request, "reports/orders/order_acquaintance.html", {"order": order, "page": page, "left": left})


def order_reader_add(request, slug, pk):
    """Ask more people to read an order that is signed already."""
    order = visible_order(request, pk)
    if not order.is_registered:
        return to_unsigned(request, order)
    sheet = request.actor.url("reports:order_acquaintance", pk)
    form = ReadersForm(request.POST if request.method == "POST" else None, order=order)
    if form.is_valid():
        with refusals_in(form):
            added = add_readers(order, form.cleaned_data["people"], by=request.user)
            text = ngettext("%(n)s person is added to the list.", "%(n)s people are added to the list.", len(added))
            messages.success(request, text % {"n": len(added)})
            return redirect(sheet)
    return render(request, "reports/orders/order_reader_add.html", {"order": order, "form": form, "sheet": sheet})

"""Who sees a draft before the head, and what they say."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in, refusals_told
from programs.orders.selectors import visas_of
from programs.orders.services import ask_for_visas, give_visa
from programs.orders.states import VisaState
from reports.orders.forms import ReturnForm, VisasForm
from reports.orders.services import return_by_visa
from reports.orders.views.common import visible_order


def order_visas(request, slug, pk):
    """Choose who is to see the draft before the head."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_card", pk)
    if not order.is_editable:
        messages.info(request, _("The text cannot be changed in this state. Below is how the order stands."))
        return redirect(card)
    asked = [visa.employment_id for visa in visas_of(order)]
    form = VisasForm(request.POST if request.method == "POST" else None, order=order, initial={"employments": asked})
    if form.is_valid():
        with refusals_in(form):
            ask_for_visas(order, form.cleaned_data["employments"], by=request.user)
            messages.success(request, _("Saved. Whoever is chosen is asked once the order is sent."))
            return redirect(card)
    return render(request, "reports/orders/order_visas.html", {"order": order, "form": form, "card": card})


def order_visa(request, slug, pk):
    """Read the paper; give the visa, or send the order back with what is to be mended."""
    order = visible_order(request, pk)
    me, register = request.actor.employment, request.actor.url("reports:order_list")
    visa = visas_of(order).filter(employment=me).first()
    refuses = request.POST.get("do") != "give"
    form = ReturnForm(request.POST if request.method == "POST" and refuses else None)
    if visa.state == VisaState.ASKED and request.method == "POST" and (not refuses or form.is_valid()):
        with refusals_in(form) if refuses else refusals_told(request):
            _answer(request, order, me, form.cleaned_data["remark"] if refuses else "")
            return redirect(register)
    context = {"order": order, "form": form, "visa": visa, "register": register}
    return render(request, "reports/orders/order_visa.html", context)


def _answer(request, order, me, remark):
    if remark:
        return_by_visa(order, me, by=request.user, remark=remark)
        messages.success(request, _("The order is returned; the curator has been told."))
    else:
        give_visa(order, me, by=request.user)
        messages.success(request, _("Thank you: your visa is written down."))

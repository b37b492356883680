"""The head's desk and the acquaintance: sign, return, read."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.passwords import PasswordCheckForm
from programs.orders.models import AcquaintanceMethod, Order
from programs.orders.selectors import is_acquainted, mentorships_of, programs_of, subject_of, visas_of
from programs.orders.services import acknowledge, remind_of_acquaintance
from reports.orders.forms import PaperAcquaintanceForm, RegisteringForm, ReturnForm
from reports.orders.selectors import about_of, effects_of, paper_for
from reports.orders.services import give_back_order, sign_order, signed_already, undone_by
from reports.orders.views.common import show_text, visible_order


def says_how_it_stands(request, order):
    """Back to the card of an order that waits for no signature, with a word about why."""
    row = Order.objects.get(pk=order.pk)
    waits_not = _("This order waits for no signature. Below is how it stands.")
    messages.info(request, signed_already(row) if row.is_registered else waits_not)
    return redirect(request.actor.url("reports:order_card", order.pk))


def order_sign(request, slug, pk):
    """Read the paper and sign it with the password."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_card", pk)
    if not order.is_submitted:
        return says_how_it_stands(request, order)
    visas = list(visas_of(order))
    awaited = [visa for visa in visas if not visa.is_given]
    data = request.POST if request.method == "POST" else None
    form = RegisteringForm(data, user=request.user, order=order, awaited=awaited)
    if form.is_valid():
        with refusals_in(form):
            signed = sign_order(order, by=request.user, **form.cleaned_data)
            messages.success(request, _("Signed and registered: № %(number)s.") % {"number": signed.number_text})
            return redirect(card)
        if Order.objects.get(pk=pk).is_registered:
            return says_how_it_stands(request, order)
    show_text(form, order)
    context = {"order": order, "form": form, "card": card, "mentorships": mentorships_of(order)}
    context |= {"effects": effects_of(order), "changes": list(order.changes.with_people()), **about_of(order)}
    context |= {"visas": visas, "undone": undone_by(order, by=request.user), "programs": programs_of(order)}
    return render(request, "reports/orders/order_sign.html", context)


def order_return(request, slug, pk):
    """Give the order back with a remark."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_card", pk)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if not order.is_submitted:
        return says_how_it_stands(request, order)
    if form.is_valid():
        with refusals_in(form):
            give_back_order(order, by=request.user, remark=form.cleaned_data["remark"])
            messages.success(request, _("The order is returned; the curator has been told."))
            return redirect(card)
    return render(request, "reports/orders/order_return.html", {"order": order, "form": form, "card": card})


def order_acknowledge(request, slug, pk):
    """Read the order and confirm it with the password."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_card", pk)
    if order.is_cancelled:
        messages.info(request, _("The order is cancelled: nobody has to read it any more."))
        return redirect(card)
    if is_acquainted(subject_of(order, request.actor.employment)):
        return _read_already(request, card)
    form = PasswordCheckForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        with refusals_in(form):
            acknowledge(order, request.actor.employment, by=request.user, method=AcquaintanceMethod.ELECTRONIC)
            messages.success(request, _("Thank you: it is written down that you have read the order."))
            return redirect(card)
        if is_acquainted(subject_of(order, request.actor.employment)):
            return _read_already(request, card)
    context = {"order": order, "form": form, "card": card, "paper": paper_for(order, request.actor)}
    return render(request, "reports/orders/order_acknowledge.html", context)


def _read_already(request, card):
    messages.info(request, _("You have read this order already. Nothing more is asked of you."))
    return redirect(card)


def order_paper_acknowledge(request, slug, pk):
    """Enter who signed the sheet by hand; those ticked in the list (``?subjects=``) are ticked here."""
    order = visible_order(request, pk)
    card = request.actor.url("reports:order_acquaintance", pk)
    data = request.POST if request.method == "POST" else None
    ticked = {"on": request.actor.today(), "subjects": request.GET.getlist("subjects")}
    form = PaperAcquaintanceForm(data, order=order, initial=ticked)
    if not order.is_registered or not form.fields["subjects"].queryset:
        messages.info(request, _("Nobody is left who has not read this order, or it is not signed yet."))
        return redirect(request.actor.url("reports:order_card", pk))
    if form.is_valid():
        with refusals_in(form):
            _enter(order, form.cleaned_data["subjects"], by=request.user, on=form.cleaned_data["on"])
            messages.success(request, _("The acquaintance is entered."))
            return redirect(card)
    return render(request, "reports/orders/paper_acknowledge.html", {"order": order, "form": form, "card": card})


@transaction.atomic
def _enter(order, subjects, *, by, on):
    for subject in subjects:
        acknowledge(order, subject.employment, by=by, method=AcquaintanceMethod.PAPER, on=on)


@require_POST
def order_remind(request, slug, pk):
    """Ask once more those who have not read the order."""
    order = visible_order(request, pk)
    with refusals_told(request):
        asked = remind_of_acquaintance(order, by=request.user)
        text = ngettext("%(n)s person has been reminded.", "%(n)s people have been reminded.", asked)
        if asked:
            messages.success(request, text % {"n": asked})
        else:
            messages.warning(request, _("Nobody can be reminded: those left have no account. Let them sign on paper."))
    return redirect(request.actor.url("reports:order_card", pk))

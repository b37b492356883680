"""Supplementary agreements: the list, the card, the draft, the signed paper, the notice that ends one early."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch
from people.consents import selectors, services, tables
from people.consents.filters import AgreementFilter
from people.consents.forms import AgreementForm, NoticeForm, SignedForm
from people.consents.models import Agreement
from people.consents.states import AgreementState, NoticeSide
from people.consents.views.common import XLSX, scan_response
from people.history.selectors import timeline_of
from people.staff.models import Employment

MENTOR = "employment__person__search_key"


def _agreements(request):
    return Agreement.objects.visible_to(request.actor).select_related(
        "organization", "employment__person", "employment__organization", "registrar__person"
    )


def _list(request):
    rows = _agreements(request)
    states = (AgreementState.DRAFT, AgreementState.SIGNED, AgreementState.IN_FORCE, AgreementState.ENDED)
    return ListPage(
        request,
        rows,
        columns={
            "mentor": Column(_("Mentor"), MENTOR),
            "number": Column(_("Number"), ("number", MENTOR)),
            "mentees": Column(_("Who is mentored")),
            "from": Column(_("From"), ("starts_on", MENTOR)),
            "to": Column(_("To"), ("ends_on", MENTOR)),
            "payment": Column(_("Payment"), ("payment_kind", "payment_amount")),
            "state": Column(_("State"), ("state", MENTOR)),
        },
        default_sort="-from",
        filterset_class=AgreementFilter,
        quick=[Quick(_("All"), {}, rows.count())]
        + [Quick(state.label, {"state": state.value}, rows.filter(state=state).count()) for state in states],
    )


@require_safe
def agreement_list(request, slug):
    return render(request, "people/consents/agreement_list.html", {"page": _list(request)})


@require_safe
def agreement_workbook(request, slug):
    """The same rows in the same order as a workbook."""
    content = tables.agreements_workbook(_list(request).queryset, request.actor.organization, request.actor.today())
    return file_response(content, _("Supplementary agreements.xlsx"), XLSX)


@require_safe
def agreement_card(request, slug, pk):
    """What was agreed on, the signed paper, the clocks of a notice, what happened."""
    agreement = fetch(request, _agreements(request), pk=pk)
    today = request.actor.today()
    clocks = [
        (side.label, selectors.first_last_day(agreement, side, today))
        for side in NoticeSide
        if agreement.can_be_cancelled
    ]
    context = {
        "agreement": agreement,
        "clocks": clocks,
        "is_own": request.actor.person == agreement.employment.person,
        "timeline": timeline_of(agreement),
    }
    return render(request, "people/consents/agreement_card.html", context)


def agreement_create(request, slug, pk):
    """Draft the agreement of somebody of the staff."""
    employment = fetch(request, Employment, pk=pk)
    day = request.actor.today()
    defaults = selectors.agreement_defaults(employment, day)
    form = AgreementForm(request.POST if request.method == "POST" else None, initial=defaults | {"starts_on": day})
    if form.is_valid():
        with refusals_in(form):
            agreement = services.draft_agreement(employment, by=request.user, **form.values)
            messages.success(request, _("The draft is ready. Print it, let both sides sign, then enter the signature."))
            return redirect(request.actor.url("people:agreement_card", agreement.pk))
    return render(request, "people/consents/agreement_form.html", {"form": form, "employment": employment})


def agreement_edit(request, slug, pk):
    """Change a draft; two people who change it at once see both texts."""
    agreement = fetch(request, _agreements(request), pk=pk)
    card = redirect(request.actor.url("people:agreement_card", pk))
    if not agreement.is_draft:
        messages.info(request, _("The agreement is signed or dropped and cannot be changed. Draft another one."))
        return card
    form = AgreementForm(request.POST if request.method == "POST" else None, instance=agreement)
    conflicts = []
    if form.is_valid():
        try:
            with refusals_in(form):
                expected = form.cleaned_data["version"] or 0
                services.edit_agreement(agreement, by=request.user, expected=expected, **form.values)
                messages.success(request, _("Saved."))
                return card
        except StaleSave as stale:
            conflicts = form.against(stale.current)
            form.data = form.data.copy()
            form.data["version"] = stale.current.version
    context = {"form": form, "agreement": agreement, "employment": agreement.employment, "conflicts": conflicts}
    return render(request, "people/consents/agreement_form.html", context)


@require_POST
def agreement_drop(request, slug, pk):
    agreement = fetch(request, Agreement, pk=pk)
    with refusals_told(request):
        services.drop_agreement(agreement, by=request.user)
        messages.success(request, _("The draft is dropped."))
    return redirect(request.actor.url("people:agreement_card", pk))


def agreement_sign(request, slug, pk):
    """Enter the paper that both sides signed."""
    agreement = fetch(request, _agreements(request), pk=pk)
    card = redirect(request.actor.url("people:agreement_card", pk))
    if not agreement.is_draft:
        messages.info(request, _("The signature is entered already. Below is how it stands."))
        return card
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    organization = request.actor.organization
    initial = {"given_on": request.actor.today(), "number": agreement.number}
    form = SignedForm(*data, organization=organization, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        values = {"signed_on": said["given_on"], "number": said["number"], "scan": said["scan"]}
        with refusals_in(form):
            services.sign_agreement(agreement, by=request.user, **values)
            messages.success(request, _("The signed agreement is entered."))
            return card
    return render(request, "people/consents/agreement_sign.html", {"form": form, "agreement": agreement})


def agreement_notice(request, slug, pk):
    """End the work early: the mentor for oneself, the curator for either side; the first possible day is shown."""
    agreement = fetch(request, _agreements(request), pk=pk)
    card = redirect(request.actor.url("people:agreement_card", pk))
    if not agreement.can_be_cancelled:
        messages.info(request, _("No notice is needed here: the agreement is not in force, or one was given."))
        return card
    today, is_own = request.actor.today(), request.actor.person == agreement.employment.person
    firsts = {side: selectors.first_last_day(agreement, side, today) for side in NoticeSide}
    initial = {"given_on": today, "last_on": firsts[NoticeSide.MENTOR if is_own else NoticeSide.EMPLOYER]}
    initial["side"] = NoticeSide.EMPLOYER
    form = NoticeForm(request.POST if request.method == "POST" else None, is_own=is_own, initial=initial)
    if form.is_valid():
        values = {"side": NoticeSide.MENTOR, "given_on": today} | form.cleaned_data
        with refusals_in(form):
            services.give_notice(agreement, by=request.user, **values)
            messages.success(request, _("The notice is written down; the other side is told."))
            return card
    clocks = [(side.label, day) for side, day in firsts.items() if not is_own or side == NoticeSide.MENTOR]
    context = {"form": form, "agreement": agreement, "clocks": clocks, "is_own": is_own}
    return render(request, "people/consents/agreement_notice.html", context)


@require_safe
def agreement_scan(request, slug, pk):
    """The scan of the signed paper."""
    return scan_response(fetch(request, Agreement, pk=pk))

"""The register, the card of one order and its paper."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.pdf import PdfUnavailable
from people.accounts.access import fetch, may
from people.accounts.states import Role
from people.history.selectors import timeline_of
from people.organizations.selectors import head_on
from programs.orders.models import Order
from programs.orders.selectors import (
    cancelled_by,
    count_by_state,
    is_acquainted,
    mentorships_of,
    orderable,
    pairs_in_words,
    programs_of,
    subjects_of,
    visas_awaited,
    visas_of,
    with_marks,
)
from programs.orders.states import OrderState
from reports.documents.stationery import StationeryFails
from reports.orders import selectors
from reports.orders.filters import OrderFilter
from reports.orders.services import undone_by
from reports.orders.states import FileKind
from reports.orders.views.common import visible_order

# Those who see who has read an order and who has not.
WATCHERS = (Role.DIRECTOR, Role.CURATOR, Role.COUNCIL, Role.SYSADMIN)


def register_page(request):
    """The register as it is filtered and sorted by the address."""
    actor = request.actor
    register = selectors.register_of(actor)
    return ListPage(
        request,
        with_marks(register),
        columns={
            "number": Column(_("Number"), ("register_year", "register_number")),
            "date": Column(_("Date"), "register_day"),
            "heading": Column(_("Heading"), "heading"),
            "kind": Column(_("Kind"), "kind"),
            "state": Column(_("State"), "state"),
            "read": Column(_("Acquaintance"), "acquainted" if actor.has(*WATCHERS) else None),
        },
        default_sort="-number",
        filterset_class=OrderFilter,
        quick=_quick_filters(register),
    )


def order_list(request, slug):
    """The register of orders, drafts on top."""
    actor, page = request.actor, register_page(request)
    context = {"page": page, "watches": actor.has(*WATCHERS), "can_draft": may(actor, "reports:order_new")}
    context["waiting"] = orderable(actor.organization).count() if may(actor, "reports:order_draft") else 0
    about = pairs_in_words(page.rows) if context["watches"] else {}
    for order in page.rows:
        order.about = about.get(order.pk, "")
    return render(request, "reports/orders/order_list.html", context)


def _quick_filters(register):
    counts = count_by_state(register)
    states = [state for state in OrderState if counts.get(state)]
    chips = [Quick(state.label, {"state": state.value}, counts[state]) for state in states]
    return [Quick(_("All"), {}, sum(counts.values())), *chips] if len(states) > 1 else []


def order_card(request, slug, pk):
    """The paper with its state, who is named in it and has read it, and what happened."""
    actor = request.actor
    rows = Order.objects.visible_to(actor).select_related(
        "organization",
        "drafted_by__person",
        "signer__person",
        "entered_by__person",
        "frozen",
        "cancels",
        "amends",
        "series",
    )
    order = fetch(request, rows.defer("frozen__pdf", "frozen__docx"), pk=pk)
    subjects = list(subjects_of(order))
    mine = next((one for one in subjects if actor.employment and one.employment_id == actor.employment.pk), None)
    reads_whole = selectors.reads_whole(order, actor)
    watches = actor.has(*WATCHERS) and reads_whole
    files = list(order.files.defer("content").select_related("by__person")) if reads_whole else []
    context = {
        "order": order,
        "subjects": subjects if watches else [mine],
        "acquainted": sum(map(is_acquainted, subjects)),
        "named": len(subjects),
        "mine": mine,
        "owes": mine is not None and order.is_registered and not is_acquainted(mine),
        "watches": watches,
        "mentorships": mentorships_of(order) if watches else [],
        "effects": selectors.effects_of(order) if watches else None,
        "programs": programs_of(order) if watches else [],
        "changes": list(order.changes.with_people()) if watches else [],
        **selectors.about_of(order, actor),
        "reads_whole": reads_whole,
        "cancelled_by": cancelled_by(order) if order.is_cancelled else None,
        "visas": list(visas_of(order)) if watches or may(actor, "reports:order_visa", order) else [],
        "waits_for_visas": order.is_submitted and visas_awaited(order).exists(),
        "undone": undone_by(order, by=request.user) if watches else None,
        "amended_by": selectors.amended_by(order),
        "frozen": getattr(order, "frozen", None),
        "files": files,
        "signatures": any(file.kind == FileKind.SIGNATURE for file in files),
        "head": head_on(order.organization, order.signed_on) if order.is_signed and not order.signer else None,
        "timeline": timeline_of(order) if actor.has(Role.DIRECTOR) or may(actor, "reports:order_edit", order) else [],
    }
    return render(request, "reports/orders/order_card.html", context)


def order_pdf(request, slug, pk):
    """The paper: as it was frozen, or the draft; ``?inline=1`` shows it in the page."""
    order = visible_order(request, pk)
    inline = request.GET.get("inline") == "1"
    try:
        paper = selectors.order_pdf(order, request.actor)
    except PdfUnavailable as error:
        return render(request, "reports/orders/no_paper.html", {"order": order, "reason": error}, status=503)
    return file_response(paper, f"{selectors.order_name(order)}.pdf", "application/pdf", inline=inline)


def order_docx(request, slug, pk):
    """The paper for Word: as it was frozen, or the draft."""
    order = visible_order(request, pk)
    try:
        paper = selectors.order_docx(order, request.actor)
    except StationeryFails as error:
        return render(request, "reports/orders/no_paper.html", {"order": order, "reason": error}, status=503)
    return file_response(paper, f"{selectors.order_name(order)}.docx", CONTENT_TYPE)

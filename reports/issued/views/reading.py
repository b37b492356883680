"""The register and the card of one paper."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from people.accounts.access import may
from people.history.selectors import timeline_of
from reports.issued import selectors
from reports.issued.filters import IssuedFilter
from reports.issued.states import IssuedKind
from reports.issued.views.common import fetch_paper
from reports.issued.views.desks import desks_of


@require_safe
def issued_list(request, slug):
    """The papers the actor sees: of all registers, or the own ones."""
    actor = request.actor
    register = selectors.register_of(actor)
    page = ListPage(
        request,
        register,
        columns={
            "number": Column(_("Number"), ("year", "number", "number_text")),
            "kind": Column(_("Kind"), "kind"),
            "about": Column(_("About whom"), "about__person__search_key"),
            "day": Column(_("Issued on"), ("shown_on", "number")),
            "state": Column(_("State"), "state"),
        },
        default_sort="-day",
        filterset_class=IssuedFilter,
        quick=_quick(register),
    )
    context = {
        "page": page,
        "keeps": selectors.reads_register(actor),
        "desks": desks_of(actor),
        "sends": may(actor, "reports:issued_send") and any(paper.is_draft for paper in page.rows),
        "waiting": selectors.waiting_for_signature(actor.organization).count()
        if may(actor, "reports:issued_signing")
        else 0,
    }
    return render(request, "reports/issued/issued_list.html", context)


def _quick(register):
    counts = selectors.count_by_kind(register)
    kinds = [kind for kind in IssuedKind if counts.get(kind)]
    chips = [Quick(kind.label, {"kind": kind.value}, counts[kind]) for kind in kinds]
    return [Quick(_("All"), {}, sum(counts.values())), *chips] if len(kinds) > 1 else []


@require_safe
def issued_card(request, slug, pk):
    """The paper with its state and what happened."""
    paper, actor = fetch_paper(request, pk), request.actor
    context = {
        "paper": paper,
        "sha256": paper.frozen.sha256 if paper.frozen_id else "",
        "keeps": selectors.reads_register(actor),
        "may_write": may(actor, "reports:issued_edit", paper),
        "may_sign": may(actor, "reports:issued_signing"),
        "timeline": timeline_of(paper) if selectors.reads_register(actor) else [],
    }
    return render(request, "reports/issued/issued_card.html", context)

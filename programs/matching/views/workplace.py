"""One plan as a workplace: mentees on the left, mentors with places on the right; changes by hand."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.refusals import refusals_in
from mentoring.lib.ui import signed
from mentoring.lib.versions import StaleSave
from people.accounts.access import fetch, may
from people.history.models import Move
from programs.matching import selectors, services
from programs.matching.filters import WHERE, Part, PlanLineFilter
from programs.matching.forms import MoveForm
from programs.matching.models import PlanLine
from programs.matching.states import PlanState
from programs.matching.views.plans import fetch_plan

MENTEE_NAME = "mentee_entry__employment__person__search_key"
MENTOR_NAME = "mentor_entry__employment__person__search_key"


@require_safe
def plan_card(request, slug, pk):
    plan = fetch_plan(request, pk)
    if plan.state == PlanState.ACCEPTING and request.htmx:
        return _progress(request, plan)
    seats = selectors.seats_of(plan)
    page = ListPage(
        request,
        plan.lines.with_people(),
        columns={
            "mentee": Column(_("Mentee"), MENTEE_NAME),
            "mentor": Column(_("Mentor"), MENTOR_NAME),
            "score": Column(_("Score"), "score", numeric=True),
        },
        default_sort="mentee",
        filterset_class=PlanLineFilter,
        quick=_quick(plan),
        per_page=100,
    )
    values = {
        "plan": plan,
        "page": page,
        "rows": _rows(plan, page.rows, selectors.news_of(plan, seats)),
        "seats": seats,
        "figures": selectors.figures_of(plan, seats),
        "may_change": plan.is_open and may(request.actor, "programs:plan_move"),
        "may_drop": plan.is_open and may(request.actor, "programs:plan_drop"),
        "progress": services.progress_of(plan) if plan.state == PlanState.ACCEPTING else None,
        "history": _history(plan),
    }
    return render(request, "programs/matching/plan_card.html", values)


def _history(plan):
    """The newest deeds as lines of a timeline."""
    return [
        {"title": _(move.deed), "who": move.by, "when": move.at, "why": move.reason}
        for move in Move.objects.of(plan).reverse()[:20]
    ]


def _progress(request, plan):
    """The card of the running work; without it the page is loaded anew."""
    progress = services.progress_of(plan)
    if not progress.is_alive:
        response = render(request, "programs/matching/plan_progress.html", {"plan": plan, "progress": progress})
        response["HX-Refresh"] = "true"
        return response
    return render(request, "programs/matching/plan_progress.html", {"plan": plan, "progress": progress})


def _quick(plan):
    chips = [Quick(_("All"), count=plan.lines.count())]
    for part in Part:
        if count := plan.lines.filter(WHERE[part]).count():
            chips.append(Quick(part.label, {"part": part.value}, count))
    return chips


def _rows(plan, lines, news):
    sizes = selectors.sizes_of_groups(plan)
    return [
        {
            "line": line,
            "why": selectors.why_words(line),
            "group": sizes.get((line.mentor_entry_id, line.request)) if line.in_group else None,
            "news": news.get(line.pk, ""),
        }
        for line in lines
    ]


def plan_move(request, slug, pk, line):
    """Every mentor for one mentee with the effect; the same address takes a choice made by dragging."""
    plan = fetch_plan(request, pk)
    row = fetch(request, PlanLine.objects.visible_to(request.actor).with_people().filter(plan=plan), pk=line)
    form, current = MoveForm(request.POST or None, organization=plan.organization), None
    if form.is_valid():
        mentor, version = form.cleaned_data["mentor"], form.cleaned_data["version"]
        try:
            with refusals_in(form):
                moved = services.move_line(row, mentor, by=request.user, expected_version=version)
                messages.success(request, _effect(plan, row, moved))
                return redirect(f"{request.actor.url('programs:plan_card', plan.pk)}#line-{row.pk}")
        except StaleSave as stale:
            current = PlanLine.objects.with_people().get(pk=stale.current.pk)
    row, figures = current or row, selectors.figures_of(plan)
    values = {
        "plan": plan,
        "line": row,
        "form": form,
        "current": current,
        "wanted": form.cleaned_data.get("mentor") if current else None,
        "why": selectors.why_words(row),
        "candidates": _candidates(row, figures),
        "leaving": -(row.score or 0),
        "may_change": plan.is_open and row.is_movable,
        "figures": figures,
    }
    return render(request, "programs/matching/plan_move.html", values, status=409 if current else 200)


def _candidates(row, figures):
    """Every mentor with what the sum gains and what that costs against the best."""
    changes = [(each, each.change(row.score)) for each in selectors.candidates(row)]
    return [(each, change, figures.cost_with(change)) for each, change in changes]


def _effect(plan, before, after):
    """What the change did, in one sentence."""
    figures = selectors.figures_of(plan)
    change = (after.score or 0) - (before.score or 0)
    text = _("%(mentee)s: %(mentor)s. The sum is %(total)s now (%(change)s), %(cost)s against the best.")
    words = {
        "mentee": after.mentee.short_name,
        "mentor": after.mentor.short_name if after.mentor else _("without a mentor"),
        "total": f"{figures.total:.0f}",
        "change": signed(change),
        "cost": f"{signed(figures.cost, 1)} %",
    }
    return text % words

"""The years, the opening of one, and the card of a roadmap."""

from datetime import date
from itertools import groupby

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from mentoring.lib.charts import Span, year_strip
from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import refusals_in
from mentoring.lib.ui import date_words
from people.accounts.states import Role
from people.organizations.regulations import check_regulation
from people.organizations.selectors import open_draft, regulation_on
from programs.roadmap import selectors, services
from programs.roadmap.filters import ItemFilter
from programs.roadmap.forms import YearForm
from programs.roadmap.models import Item, Roadmap
from programs.roadmap.states import ItemState, RoadmapState
from programs.roadmap.views.common import fetch_roadmap, to_card, words_of

KEEPERS = (Role.DIRECTOR, Role.CURATOR)
# No roadmap comes near this: all items stand on one page, stage by stage.
MOST_ITEMS = 500
NAME_LETTERS = 60


@require_safe
def roadmap_list(request, slug):
    actor = request.actor
    visible = selectors.with_progress(Roadmap.objects.visible_to(actor), actor.today())
    columns = {
        "year": Column(_("School year"), "school_year"),
        "state": Column(_("State"), "state"),
        "approved": Column(_("Approved on"), "approved_on"),
        "done": Column(_("Done"), "n_done", numeric=True),
        "overdue": Column(_("Overdue"), "n_overdue", numeric=True),
    }
    page = ListPage(request, visible, columns=columns, default_sort="-year")
    return render(request, "programs/roadmap/roadmap_list.html", {"page": page, "keeps": actor.has(*KEEPERS)})


def roadmap_create(request, slug):
    """Choose the year, and whether its draft comes from the regulation or from the roadmap of the year before."""
    organization = request.actor.organization
    years = selectors.years_to_open(organization, organization.today())
    former = selectors.roadmap_to_copy(organization, years[-1][0]) if years else None
    edition = open_draft(organization)
    form = YearForm(request.POST or None, years=years, former=former, edition=edition)
    if form.is_valid():
        with refusals_in(form):
            roadmap = _opened(request, form, edition)
            messages.success(request, _("The draft is ready. Check the days and who answers, then send it."))
            return to_card(request, roadmap.pk)
    rules = check_regulation(edition.settings) if edition else regulation_on(organization, organization.today())
    rules = rules.roadmap
    values = {
        "form": form,
        "years": years,
        "former": former,
        "n_stages": len(rules.stages),
        "n_items": len(rules.items),
        "by_sections": rules.division == "sections",
    }
    return render(request, "programs/roadmap/roadmap_create.html", values)


def _opened(request, form, edition):
    organization, year = request.actor.organization, form.cleaned_data["school_year"]
    if not form.copies:
        edition = edition if form.takes_draft else None
        return services.open_year(organization, year, by=request.user, edition=edition)
    former = selectors.roadmap_to_copy(organization, year)
    if former is None:
        raise MoveRefused({"school_year": _("No approved roadmap ends before this year. Take the regulation.")})
    return services.copy_year(former, year, by=request.user)


@require_safe
def roadmap_card(request, slug, pk):
    roadmap, actor, day = fetch_roadmap(request, pk), request.actor, request.actor.today()
    stages = selectors.stage_progress(roadmap, day)
    rules = selectors.regulation_of(roadmap).roadmap
    words = words_of(rules.division)
    page = _items(request, roadmap, stages, day)
    values = {
        "roadmap": roadmap,
        "year": roadmap.label,
        "sub": _sub(roadmap, stages),
        "stages": stages,
        "chart": _chart(roadmap, stages, day, words["chart"]),
        "words": words,
        "columns": rules.columns,
        "page": page,
        "groups": _groups(page, roadmap, stages, day),
        **_counts(stages),
        "keeps": actor.has(*KEEPERS),
        "writes": actor.has(Role.CURATOR) and roadmap.is_editable,
        "marks": actor.has(Role.CURATOR) and roadmap.is_running,
        "needs_order": roadmap.is_submitted and selectors.needs_order(roadmap),
        "order": selectors.approving_order(roadmap) or selectors.order_in_preparation(roadmap),
        "revision": selectors.open_revision(roadmap),
        "later": getattr(roadmap, "revision", None) if roadmap.state == RoadmapState.SUPERSEDED else None,
        "history": selectors.history(roadmap) if actor.has(*KEEPERS) else [],
    }
    return render(request, "programs/roadmap/roadmap_card.html", values)


def _counts(stages):
    done, total, overdue = (sum(getattr(stage, name) for stage in stages) for name in ("done", "total", "overdue"))
    segments = [
        (done, "green", _("done")),
        (overdue, "red", _("overdue")),
        (total - done - overdue, "grey", _("ahead")),
    ]
    return {"done": done, "total": total, "segments": [each for each in segments if each[0] or each[1] == "green"]}


def _sub(roadmap, stages):
    if roadmap.approved_on:
        day = date_words(roadmap.approved_on)
        return _("Approved on %(day)s, %(who)s") % {"day": day, "who": roadmap.approved_by}
    total = sum(stage.total for stage in stages)
    return ngettext("%(n)s item, not approved yet", "%(n)s items, not approved yet", total) % {"n": total}


def _items(request, roadmap, stages, day):
    rows = Item.objects.filter(stage__roadmap=roadmap).prefetch_related(
        "evidence__order", "evidence__campaign", "evidence__meeting"
    )
    mine = rows.counting().answered_by(request.actor).count()
    quick = [Quick(_("All"), count=sum(stage.total for stage in stages))]
    if roadmap.is_running:
        quick.append(Quick(_("Overdue"), {"overdue": "true"}, sum(stage.overdue for stage in stages)))
    if mine:
        quick.append(Quick(_("Mine"), {"mine": "true"}, mine))
    if roadmap.is_approved:
        done = sum(stage.done for stage in stages)
        quick.append(Quick(_("Done"), {"state": ItemState.DONE.value}, done))
    order = ("stage__position", "position")
    return ListPage(
        request,
        rows,
        columns={"stage": Column(_("Stage"), order)},
        default_sort="stage",
        filterset_class=ItemFilter,
        filterset_kwargs={"roadmap": roadmap},
        quick=quick,
        per_page=MOST_ITEMS,
    )


def _groups(page, roadmap, stages, day):
    """Stages with the items the filters left: [(stage, [(item, standing)])]; empty stages only without a filter."""
    found = {pk: list(rows) for pk, rows in groupby(page.rows, key=lambda item: item.stage_id)}
    standing = {item.pk: selectors.standing_of(item, roadmap, day) for item in page.rows}
    is_filtered = any(chip.on for chip in page.chips) or any(name in page.params for name in ItemFilter.base_filters)
    return [
        (stage, [(item, standing[item.pk]) for item in found.get(stage.pk, ())])
        for stage in stages
        if stage.pk in found or not is_filtered
    ]


def _chart(roadmap, stages, day, title):
    """The year as a strip from the first to the last day of the items, at least the school year; None without days."""
    dated = [stage for stage in stages if stage.ends_on]
    if not dated:
        return None
    start = min([date(roadmap.school_year, 9, 1), *(stage.starts_on for stage in dated)])
    end = max([date(roadmap.last_year + 1, 6, 30), *(stage.ends_on for stage in dated)])
    spans = [Span(_span_label(stage), stage.starts_on, stage.ends_on, stage.chart_tone) for stage in dated]
    return {"picture": year_strip(spans, start=start, end=end, today=day, title=title), "start": start, "end": end}


def _span_label(stage):
    counted = _("%(part)s of %(whole)s") % {"part": stage.done, "whole": stage.total}
    return f"{_short(stage.title)}: {counted}"


def _short(title):
    return title if len(title) <= NAME_LETTERS else title[: NAME_LETTERS - 1].rsplit(" ", 1)[0] + "…"

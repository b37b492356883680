"""The picture of the organization and the rows behind each figure."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.charts import Bar, Segment, bar_chart, stacked_bar
from mentoring.lib.dates import school_year_label
from mentoring.lib.lists import Chip, ListPage
from people.accounts.access import fetch
from people.organizations.models import Organization
from people.organizations.selectors import regulation_on
from reports.monitoring.indicators import BY_CODE, figures
from reports.monitoring.scoring import scores_of
from reports.monitoring.selectors import events_by_standing, pairs_by_stage
from reports.monitoring.tables import table_of

PARTS = ("all", "counted", "rest")


@require_safe
def monitoring(request, slug):
    """Charts first, then every figure as a row of a table that leads to the rows behind it."""
    organization, day = request.actor.organization, request.actor.today()
    found = figures(organization, day)
    settings = regulation_on(organization, day)
    scored = [(figure, scores_of(figure, settings)) for figure in found]
    values = {
        "day": day,
        "year": school_year_label(settings.school_year_of(day)),
        "figures": found,
        "scored": scored,
        "has_scores": any(scores for _figure, scores in scored),
        "chart": _shares(found),
        "events_chart": _events(organization, day),
        "pairs_chart": _pairs(organization),
    }
    return render(request, "reports/monitoring/monitoring.html", values)


def _shares(found):
    bars = [
        Bar(str(figure.label), _percent(figure), _tone(figure), figure.share_text)
        for figure in found
        if figure.is_share
    ]
    return bar_chart(bars, title=_("Indicators in per cent"), maximum=100)


def _percent(figure):
    return None if figure.share is None else 100 * figure.share


def _tone(figure):
    """What ends early is no merit: it has another color than what is reached."""
    return "amber" if figure.code == "early_ends" else "accent"


def _events(organization, day):
    counts = events_by_standing(organization, day)
    words = {
        "held": (_("held"), "green"),
        "missed": (_("did not take place"), "amber"),
        "overdue": (_("overdue"), "red"),
        "ahead": (_("ahead"), "grey"),
    }
    segments = [Segment(label, counts[name], tone) for name, (label, tone) in words.items()]
    return stacked_bar(segments, title=_("Events of the running programs")) if any(counts.values()) else ""


def _pairs(organization):
    found = pairs_by_stage(organization)
    segments = [Segment(str(label), count, tone) for label, tone, count in found if count]
    return stacked_bar(segments, title=_("Pairs and groups by state")) if segments else ""


@require_safe
def indicator_rows(request, slug, code):
    """The people, pairs, events or papers behind a figure: all, those counted, and those it lacks (``?part=``)."""
    fetch(request, Organization.objects.filter(pk=request.actor.organization.pk), slug=slug)
    if code not in BY_CODE:
        raise Http404
    figure = BY_CODE[code].compute(request.actor.organization, request.actor.today())
    part = request.GET.get("part")
    part = part if part in PARTS and not (part == "rest" and not figure.is_share) else PARTS[0]
    rows = {"all": figure.denominator_rows, "counted": figure.numerator_rows}.get(part)
    rows = figure.rest_rows if rows is None else rows
    table = table_of(rows)
    page = ListPage(request, table.related(rows), columns=table.columns, default_sort="name")
    values = {
        "figure": figure,
        "page": page,
        "lines": table.lines(page.rows, request.actor),
        "parts": _parts(figure, part),
    }
    return render(request, "reports/monitoring/indicator_rows.html", values)


def _parts(figure, part):
    whole = _("All") if figure.is_share else _("Denominator")
    counted = _("Counted") if figure.is_share else _("Numerator")
    chips = [
        Chip(whole, "?part=all", figure.denominator, part == "all"),
        Chip(counted, "?part=counted", figure.numerator, part == "counted"),
    ]
    if figure.is_share:
        chips.append(Chip(_("Not counted"), "?part=rest", figure.rest, part == "rest"))
    return chips

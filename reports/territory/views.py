"""What an observer sees: figures of the organizations below, no name."""

from django.shortcuts import render

from mentoring.lib.charts import Bar, bar_chart
from mentoring.lib.dates import today
from reports.monitoring.indicators import BY_CODE
from reports.territory.selectors import CODES, authorities_below, picture_of


def territory(request, authority):
    """The territory's totals, a chart of coverage and a table of the organizations."""
    node = request.actor.authority
    day = today()
    lines, totals = picture_of(node, day)
    coverage = [
        Bar(
            organization.short_name,
            round(100 * figures[0].share) if figures[0].share is not None else None,
            note=figures[0].share_text,
        )
        for organization, figures in lines
    ]
    label = BY_CODE[CODES[0]].label
    context = {
        "authority": node,
        "day": day,
        "lines": lines,
        "totals": totals,
        "labels": [BY_CODE[code].label for code in CODES],
        "chart_label": label,
        "chart": bar_chart(coverage, title=f"{label}, %", maximum=100) if coverage else "",
        "below": authorities_below(node)[1:],
    }
    return render(request, "reports/territory/territory.html", context)

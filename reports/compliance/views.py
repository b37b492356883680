"""The page of compliance: what the regulation and the law ask for and how it stands today."""

from collections import Counter

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Chip
from people.accounts.access import may
from reports.compliance.duties import standings
from reports.compliance.ground import LABELS


@require_safe
def compliance(request, slug):
    """Every duty with its source, its state and the button that mends it; ``?state=`` shows one state."""
    actor = request.actor
    found = standings(actor.organization, actor.today())
    counts = Counter(standing.state for _label, rows in found for _check, standing, _source in rows)
    state = request.GET.get("state")
    state = state if state in LABELS else ""
    groups = [
        (label, [_row(actor, *row) for row in rows if not state or row[1].state == state]) for label, rows in found
    ]
    context = {
        "day": actor.today(),
        "groups": [(label, rows) for label, rows in groups if rows],
        "chips": _chips(counts, state),
        "unmet": counts["unmet"],
    }
    return render(request, "reports/compliance/compliance.html", context)


def _row(actor, check, standing, source):
    """A line of the page; the button only where the reader may press it."""
    remedy = standing.remedy
    url = label = ""
    if remedy and may(actor, remedy.url_name):
        url, label = actor.url(remedy.url_name, *remedy.args) + remedy.query, _(remedy.label)
    return {"check": check, "standing": standing, "source": source, "url": url, "action": label}


def _chips(counts, state):
    every = Chip(_("All"), "?", sum(counts.values()), not state)
    return [every] + [Chip(str(LABELS[each]), f"?state={each}", counts[each], each == state) for each in LABELS]
